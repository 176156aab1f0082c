// The trust list contract: what is read, and what refuses the whole list.
import { CompactSign } from 'jose';
import { beforeAll, describe, expect, test } from 'vitest';
import { encodeUtf8 } from '../../../src/lib/core/bytes/utf8.ts';
import { jwkThumbprint } from '../../../src/lib/core/bytes/jwk-thumbprint.ts';
import { parseTrustList } from '../../../src/lib/core/trust/parse-trust-list.ts';
import type { TrustListParsing } from '../../../src/lib/core/trust/parse-trust-list.ts';
import { isStale, mayReplace } from '../../../src/lib/core/trust/list-age.ts';
import { epochSeconds } from '../../../src/lib/core/model/brand.ts';
import type { TrustList } from '../../../src/lib/core/model/trust.ts';
import { makeKey } from '../../builders/signing-key.ts';
import type { SigningKey } from '../../builders/signing-key.ts';
import { listedIssuer, trustListText } from '../../builders/trust-list.ts';

let key: SigningKey;
beforeAll(async () => {
  key = await makeKey('ES256');
});

const parse = (text: string): Promise<TrustListParsing> => parseTrustList(encodeUtf8(text), 'imported');
async function read(text: string): Promise<TrustList> {
  const parsed = await parse(text);
  if (!parsed.ok) throw new Error(parsed.why);
  return parsed.list;
}
async function signed(text: string, header: Record<string, unknown> = {}, by = key): Promise<string> {
  return new CompactSign(encodeUtf8(text))
    .setProtectedHeader({ alg: by.alg, typ: 'trust-list+jwt', jwk: { ...key.publicJwk }, ...header })
    .sign(by.privateKey);
}

describe('a trust list', () => {
  test('is read with names by language, keys without private members, times in seconds', async () => {
    const issuer = listedIssuer({ keys: [{ ...key.publicJwk, kid: 'k1' }], validFrom: '2026-01-01T00:00:00Z' });
    const list = await read(trustListText([issuer], { validUntil: '2027-01-01T00:00:00.5Z' }));
    expect(list).toMatchObject({
      name: 'Test list',
      origin: 'imported',
      signedBy: null,
      issued: Date.UTC(2026, 10, 20, 8) / 1000,
      validUntil: Date.UTC(2027, 0, 1) / 1000,
      verifiers: [],
    });
    expect(list.issuers[0]).toMatchObject({
      name: [
        { language: 'sv', text: 'Norrsjö universitet' },
        { language: 'en', text: 'Norrsjö University' },
      ],
      keys: [{ ...key.publicJwk, kid: 'k1' }],
      certificates: [],
      validFrom: Date.UTC(2026, 0, 1) / 1000,
      validUntil: null,
    });
  });

  test('may be large, start with a byte order mark, and say more than we read', async () => {
    const issuers = Array.from({ length: 500 }, (_, index) =>
      listedIssuer({ ids: [`https://${String(index)}.example`] }),
    );
    expect((await read(`\uFEFF${trustListText(issuers, { later: { version: 2 } })}`)).issuers).toHaveLength(500);
  });

  test('leaves out a key of a type that is not known, and keeps the others', async () => {
    const text = trustListText([listedIssuer({ keys: [{ kty: 'AKP', pub: 'x' }, key.publicJwk] })]);
    expect((await read(text)).issuers[0]?.keys).toEqual([key.publicJwk]);
  });

  test.each([
    ['not JSON', 'trust-list-not-json'],
    ['{"name":"a","name":"b"}', 'trust-list-not-json'],
    ['[]', 'trust-list-not-json'],
    ['{}', 'trust-list-unfamiliar'],
    ['{"name":"A badge, not a list","type":["OpenBadgeCredential"]}', 'trust-list-unfamiliar'],
    [trustListText([], { version: 2 }), 'trust-list-version'],
    [trustListText([], { issued: '2026-11-20' }), 'trust-list-unfamiliar'],
    [trustListText([], { issued: '2026-11-20T08:00:00+01:00' }), 'trust-list-unfamiliar'],
    [trustListText([], { issued: '2026-02-31T08:00:00Z' }), 'trust-list-unfamiliar'],
    [trustListText([], { issued: 1_795_000_000 }), 'trust-list-unfamiliar'],
    [trustListText([listedIssuer({ ids: 'https://a.example' })]), 'trust-list-unfamiliar'],
    [trustListText([listedIssuer({ name: {} })]), 'trust-list-unfamiliar'],
    [trustListText([listedIssuer({ certificates: ['not base64!'] })]), 'trust-list-unfamiliar'],
    [trustListText([listedIssuer({ keys: [{ kty: 'oct', k: 'c2VjcmV0' }] })]), 'trust-list-unfamiliar'],
    [
      trustListText([listedIssuer({ keys: [{ kty: 'EC', crv: 'P-256', x: 'a', y: 'b', d: 'c' }] })]),
      'trust-list-unfamiliar',
    ],
  ])('that is %s is refused whole: %s', async (text, why) => {
    expect(await parse(text)).toEqual({ ok: false, why });
  });

  test('of more than eight megabytes is not read', async () => {
    expect(await parseTrustList(new Uint8Array(8 * 1024 * 1024 + 1), 'imported')).toEqual({
      ok: false,
      why: 'trust-list-too-large',
    });
  });
});

describe('a signed trust list', () => {
  test('names the key that signed it', async () => {
    expect((await read(await signed(trustListText([listedIssuer()])))).signedBy).toBe(
      await jwkThumbprint(key.publicJwk),
    );
  });

  test('without its key in the header counts as unsigned', async () => {
    expect((await read(await signed(trustListText([]), { jwk: undefined }))).signedBy).toBeNull();
  });

  test('that was changed, or signed by another key than it says, is refused', async () => {
    const jws = await signed(trustListText([listedIssuer()]));
    const [header = '', , signature = ''] = jws.split('.');
    const payload = Buffer.from(trustListText([listedIssuer({ ids: ['https://attacker.example'] })])).toString(
      'base64url',
    );
    const refused = { ok: false, why: 'trust-list-signature-invalid' };
    expect(await parse([header, payload, signature].join('.'))).toEqual(refused);
    expect(await parse(await signed(trustListText([]), {}, await makeKey('ES256')))).toEqual(refused);
  });

  test('with alg none is refused', async () => {
    const header = Buffer.from(JSON.stringify({ alg: 'none', typ: 'trust-list+jwt' })).toString('base64url');
    const payload = Buffer.from(trustListText([])).toString('base64url');
    expect(await parse(`${header}.${payload}.`)).toEqual({ ok: false, why: 'trust-list-signature-invalid' });
  });

  test.each(['JWT', 'vc+jwt', undefined])('with typ %s is no trust list', async (typ) => {
    expect(await parse(await signed(trustListText([]), { typ }))).toEqual({ ok: false, why: 'trust-list-unfamiliar' });
  });
});

describe('the age of a list', () => {
  const issued = Date.UTC(2026, 10, 1) / 1000;
  const DAYS = 86_400;

  test('counts from issued, thirty days unless asked otherwise', async () => {
    const list = await read(trustListText([], { issued: '2026-11-01T00:00:00Z' }));
    expect(isStale(list, epochSeconds(issued + 30 * DAYS))).toBe(false);
    expect(isStale(list, epochSeconds(issued + 30 * DAYS + 1))).toBe(true);
    expect(isStale(list, epochSeconds(issued + 2 * DAYS), 1)).toBe(true);
  });

  test('an older list may not replace a newer one (rollback)', async () => {
    const newer = await read(trustListText([], { issued: '2026-11-02T00:00:00Z' }));
    const older = await read(trustListText([], { issued: '2026-11-01T23:59:59Z' }));
    expect([mayReplace(older, newer), mayReplace(newer, newer), mayReplace(newer, older)]).toEqual([true, true, false]);
  });
});
