// Laws of reading: whatever is done to a real credential, it is recognised and parsed, or named; nothing is thrown.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeUtf8, encodeUtf8 } from '../../src/lib/core/bytes/utf8.ts';
import { UNREADABLE } from '../../src/lib/core/model/examination.ts';
import { EU_ELEMENTS } from '../../src/lib/core/model/achievement.ts';
import { REASONS } from '../../src/lib/core/model/reason.ts';
import type { ParsedCredential } from '../../src/lib/core/model/credential.ts';
import { parse } from '../../src/lib/core/parse/parse.ts';
import { recognise } from '../../src/lib/core/recognise/recognise.ts';
import { BADGE, disclosure, jwt, sdJwt, segment } from '../builders/tokens.ts';
import { describeVectors, vectorBytes, vectorText } from '../vectors/folder.ts';
import { expectedRecognitions } from '../vectors/golden.ts';
import { mutate, mutation } from './mutation.ts';

/** Reads `bytes` to the end; null when they are named as something unreadable. */
async function read(bytes: Uint8Array<ArrayBuffer>): Promise<ParsedCredential | null> {
  const recognition = await recognise(bytes);
  if (recognition.outcome === 'unreadable') {
    expect(UNREADABLE).toContain(recognition.why);
    return null;
  }
  const parsing = await parse(recognition.recognised, []);
  if (parsing.outcome === 'unreadable') {
    expect(UNREADABLE).toContain(parsing.why);
    return null;
  }
  for (const problem of parsing.credential.problems) expect(problem in REASONS).toBe(true);
  expect(Object.keys(parsing.credential.achievement.elements).sort()).toEqual([...EU_ELEMENTS].sort());
  return parsing.credential;
}

const ONE_EDTECH = 'ob3/1EdTech__digital-credentials-public-validator';
/** Every collected file, of every kind and of none. */
const REAL = expectedRecognitions().map(({ file }) => file);

describeVectors('real credentials, mutated', () => {
  test('nothing is thrown', async () => {
    const changed = fc.tuple(fc.constantFrom(...REAL), fc.array(mutation, { minLength: 1, maxLength: 4 }));
    await fc.assert(
      fc.asyncProperty(changed, async ([file, changes]) => {
        const bytes = changes.reduce(mutate, vectorBytes(file));
        await expect(read(bytes)).resolves.toBeDefined();
      }),
    );
  });

  test('a changed value anywhere in a document is another credential', async () => {
    const text = vectorText(`${ONE_EDTECH}/simple.json`);
    const original = await read(encodeUtf8(text));
    const letters = [...text.matchAll(/[a-z](?=[a-z]+")/g)].map(({ index }) => index);
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...letters), async (at) => {
        const changed = await read(encodeUtf8(`${text.slice(0, at)}Q${text.slice(at + 1)}`));
        expect(changed?.contentDigest).not.toBe(original?.contentDigest);
      }),
    );
  });
});

describe('any JSON at all', () => {
  const anything = fc.json({ maxDepth: 5 });

  test('as a file, as a payload, as a header, as a disclosure', async () => {
    await fc.assert(
      fc.asyncProperty(anything, async (json) => {
        const bad = { encoded: segment(json) };
        for (const text of [json, jwt(json), jwt(BADGE, json), `${jwt(json)}~`, sdJwt({}, [bad])])
          await expect(read(encodeUtf8(text))).resolves.toBeDefined();
      }),
    );
  });

  test('as any member of a credential', async () => {
    const member = fc.constantFrom(
      ...['@context', 'type', 'issuer', 'validFrom', 'validUntil', 'credentialSubject', 'credentialStatus', 'evidence'],
      ...[
        'proof',
        'image',
        'name',
        'cnf',
        'status',
        'iat',
        'nbf',
        'exp',
        'vct',
        '_sd',
        '_sd_alg',
        'notionalWorkload',
        'level',
      ],
    );
    await fc.assert(
      fc.asyncProperty(member, anything, async (name, json) => {
        const value: unknown = JSON.parse(json);
        for (const text of [
          JSON.stringify({ ...BADGE, [name]: value }),
          jwt({ ...BADGE, [name]: value }),
          sdJwt({ [name]: value }, []),
          JSON.stringify({ ...BADGE, credentialSubject: { achievement: { [name]: value, alignment: value } } }),
        ])
          await expect(read(encodeUtf8(text))).resolves.toBeDefined();
      }),
    );
  });
});

test('any bytes at all', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
      await expect(read(new Uint8Array(bytes))).resolves.toBeDefined();
    }),
  );
});

test('each disclosed claim is where its path says, and the rest is as if never there', async () => {
  const claims = fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), fc.string(), { minKeys: 1, maxKeys: 8 });
  await fc.assert(
    fc.asyncProperty(claims, fc.infiniteStream(fc.boolean()), async (values, shown) => {
      const all = Object.entries(values)
        .filter(([name]) => !['iss', 'nbf', 'exp', 'cnf', 'vct', 'status'].includes(name))
        .map(([name, value]) => ({ name, value, ...disclosure(name, value) }));
      const some = all.filter(() => shown.next().value);
      const credential = await read(encodeUtf8(sdJwt({ _sd: all.map(({ digest }) => digest) }, some)));
      expect(credential?.problems).toEqual([]);
      const expected = Object.fromEntries(some.map(({ name, value }) => [name, value]));
      expect({ ...credential?.claims }).toEqual({ iss: 'https://a.example', vct: 'urn:x', ...expected });
    }),
  );
});

test('text survives UTF-8 and back unless it holds half a character', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(decodeUtf8(encodeUtf8(text))).toBe(text.toWellFormed());
    }),
  );
});
