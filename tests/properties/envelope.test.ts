// Laws of the envelope: whatever is packed comes back, whatever is thrown at the reader is answered, not thrown back.
import { SDJwtInstance } from '@sd-jwt/core';
import fc from 'fast-check';
import { createHash, randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { decodeDigits, encodeDigits } from '../../src/lib/core/present/digits.ts';
import { packEnvelope } from '../../src/lib/core/present/envelope/pack-envelope.ts';
import { unpackEnvelope } from '../../src/lib/core/present/envelope/unpack-envelope.ts';

const roundTrip = async (text: string): Promise<void> => {
  const envelope = await packEnvelope(text);
  if (envelope === null) throw new Error('not packed');
  expect(await unpackEnvelope(envelope)).toEqual({ ok: true, text });
};

const NAMES = ['title', 'level', 'given_name', 'family_name', 'grade', 'résumé', 'x', '日付'] as const;
type Claims = Partial<Record<(typeof NAMES)[number], unknown>>;
const value = fc.oneof(fc.string({ unit: 'grapheme' }), fc.integer(), fc.boolean(), fc.array(fc.string()));
const claims: fc.Arbitrary<Claims> = fc.dictionary(fc.constantFrom(...NAMES), value, { minKeys: 1 });

/** Issued by @sd-jwt/core with a made-up signature: packing looks at no signature. */
async function issue(payload: Claims, signatureBytes: number, decoys: number): Promise<string> {
  const instance = new SDJwtInstance<Claims>({
    signAlg: 'ES256',
    signer: () => randomBytes(signatureBytes).toString('base64url'),
    hasher: (data) =>
      new Uint8Array(
        createHash('sha256')
          .update(typeof data === 'string' ? data : new Uint8Array(data))
          .digest(),
      ),
    hashAlg: 'sha-256',
    saltGenerator: (length) => randomBytes(length).toString('base64url'),
  });
  const hidden = NAMES.filter((name) => name in payload);
  return instance.issue(payload, { _sd: hidden, _sd_decoy: decoys });
}

test("any SD-JWT of somebody else's library comes back, whole or with Disclosures left out", async () => {
  await fc.assert(
    fc.asyncProperty(
      claims,
      fc.nat(8),
      fc.constantFrom(1, 3, 64, 256),
      fc.nat(255),
      async (payload, decoys, size, mask) => {
        const [jwt = '', ...disclosures] = (await issue(payload, size, decoys)).split('~').slice(0, -1);
        const shown = disclosures.filter((_, at) => (mask >> at) & 1);
        await roundTrip([jwt, ...disclosures, ''].join('~'));
        await roundTrip([jwt, ...shown, ''].join('~'));
        await roundTrip([jwt, ...shown.toReversed(), jwt].join('~'));
      },
    ),
  );
});

const segmentish = fc.oneof(
  fc.base64String().map((text) => text.replace(/=+$/, '').replaceAll('+', '-').replaceAll('/', '_')),
  fc.uint8Array({ maxLength: 80 }).map((bytes) => Buffer.from(bytes).toString('base64url')),
  fc.json().map((json) => Buffer.from(json).toString('base64url')),
  fc.string({ maxLength: 12 }),
);

test('anything that looks like a token, and anything at all, comes back', async () => {
  const tokenish = fc
    .array(fc.tuple(segmentish, fc.constantFrom('.', '~', '')), { maxLength: 12 })
    .map((pieces) => pieces.flat().join(''));
  await fc.assert(
    fc.asyncProperty(fc.oneof(tokenish, fc.string({ unit: 'grapheme' }), fc.json()), async (text) => {
      await roundTrip(text);
    }),
  );
});

test('JSON whose strings look like digests, salts, keys, numbers or codes comes back', async () => {
  const value = fc.oneof(
    fc.uint8Array({ minLength: 16, maxLength: 16 }).map((bytes) => Buffer.from(bytes).toString('base64url')),
    fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => Buffer.from(bytes).toString('base64url')),
    fc.uint8Array({ minLength: 90, maxLength: 200 }).map((bytes) => Buffer.from(bytes).toString('base64')),
    fc.stringMatching(/^[\w-]{22}$|^[\w-]{43}$|^[\w-]{86,90}$/),
    fc.integer({ min: 999_999_999, max: 10_000_000_000 }),
    fc.constantFrom('\u0001', '\\u0001', '"y":"', '\t'),
  );
  const payload = fc.dictionary(fc.constantFrom('x', 'y', 'd', 'iat', '_sd', 'a"b'), fc.oneof(value, fc.array(value)));
  await fc.assert(
    fc.asyncProperty(payload, payload, async (one, other) => {
      const segment = (part: unknown): string => Buffer.from(JSON.stringify(part)).toString('base64url');
      await roundTrip(
        `${segment({ alg: 'ES256' })}.${segment(one)}.${randomBytes(64).toString('base64url')}~${segment(other)}~`,
      );
    }),
  );
});

test('a lone surrogate has no UTF-8 form, so such a text is not packed', async () => {
  expect(await packEnvelope('\ud800')).toBeNull();
});

test('the reader answers whatever it is given', async () => {
  const packed = await packEnvelope(await issue({ title: 'Ultraljud', level: '7', given_name: 'Astrid' }, 64, 4));
  const start = packed ?? new Uint8Array();
  const mutated = fc
    .array(fc.tuple(fc.nat(start.length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 })
    .map((changes) => {
      const copy = start.slice();
      for (const [at, byte] of changes) copy[at] = byte;
      return copy;
    });
  const cut = fc.nat(start.length).map((length) => start.slice(0, length));
  const garbage = fc
    .uint8Array({ maxLength: 300 })
    .map((bytes) => Uint8Array.of(bytes.length % 2 ? 0x11 : 0x12, ...bytes));
  await fc.assert(
    fc.asyncProperty(fc.oneof(mutated, cut, garbage), async (envelope) => {
      const unpacked = await unpackEnvelope(new Uint8Array(envelope));
      expect(unpacked.ok ? typeof unpacked.text : unpacked.why).toMatch(/^string$|-envelope/);
    }),
    { numRuns: 1000 },
  );
});

test('digits and bytes are one to one', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => {
      expect(decodeDigits(encodeDigits(bytes))).toEqual(new Uint8Array(bytes));
    }),
  );
  fc.assert(
    fc.property(fc.stringMatching(/^[0-9]{0,60}$/), (digits) => {
      const bytes = decodeDigits(digits);
      if (bytes !== null) expect(encodeDigits(bytes)).toBe(digits);
    }),
  );
});
