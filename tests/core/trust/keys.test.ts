// Small parts of trust: DIDs, base58, equal keys, times, specimen keys.
import { describe, expect, test } from 'vitest';
import { SPECIMEN_ED25519, SPECIMEN_P256 } from '../../../src/lib/core/issuance/specimens/specimen-private-key.ts';
import { encodeBase58btc } from '../../../src/lib/core/trust/base58btc.ts';
import { didWebAddress } from '../../../src/lib/core/trust/find-document.ts';
import { parseUtcTime } from '../../../src/lib/core/trust/parse-time.ts';
import { resolveDid } from '../../../src/lib/core/trust/resolve-did.ts';
import { sameKey } from '../../../src/lib/core/trust/same-key.ts';
import { isSpecimenKey, SPECIMEN_KEYS } from '../../../src/lib/core/trust/specimen-key.ts';
import { didJwk, makeKey } from '../../builders/signing-key.ts';

const DID_KEY = 'did:key:zDnaerx9CtbPJ1q36T5Ln5wYt3MQYeGRG5ehnPAmxcf5mDZpv';

describe('a DID', () => {
  test('names its key alone and with the fragment its method defines', async () => {
    const key = await makeKey('ES256');
    for (const url of [DID_KEY, `${DID_KEY}#${DID_KEY.slice('did:key:'.length)}`, didJwk(key), `${didJwk(key)}#0`]) {
      expect(resolveDid(url).outcome).toBe('key');
    }
  });

  test.each([
    [`${DID_KEY}#other`, 'malformed'],
    ['did:jwk:e30', 'malformed'],
    ['did:jwk:!!', 'malformed'],
    ['did:key:', 'malformed'],
    ['did:key:z0OIl', 'malformed'],
    ['did:key:uabc', 'malformed'],
    [`did:key:z${'6'.repeat(5000)}`, 'malformed'],
    ['did:web:example.org', 'method-not-supported'],
    ['did:ion:abc', 'method-not-supported'],
  ])('%.60s is %s', (url, outcome) => {
    expect(resolveDid(url).outcome).toBe(outcome);
  });

  test('whose point is on no curve is malformed', () => {
    const bytes = new Uint8Array([0x80, 0x24, 2, ...new Array<number>(32).fill(0xff)]);
    expect(resolveDid(`did:key:z${encodeBase58btc(bytes)}`).outcome).toBe('malformed');
  });

  test('of the web has one address', () => {
    expect(didWebAddress('did:web:a.example')).toBe('https://a.example/.well-known/did.json');
    expect(didWebAddress('did:web:a.example%3A8443:x:y')).toBe('https://a.example:8443/x/y/did.json');
    expect([didWebAddress('did:web:'), didWebAddress('did:web:a/b'), didWebAddress('did:key:z')]).toEqual([
      null,
      null,
      null,
    ]);
  });
});

test('a key is the same whatever it is called, and another when one coordinate differs', async () => {
  const [one, two] = await Promise.all([makeKey('ES256', 'a'), makeKey('ES256', 'b')]);
  const { kty, crv = '', x = '', y = '' } = one.publicJwk;
  const nameless = { kty, crv, x, y };
  expect(sameKey(one.publicJwk, { ...nameless, use: 'sig' })).toBe(true);
  expect(sameKey(one.publicJwk, { ...nameless, y: two.publicJwk.y ?? '' })).toBe(false);
  expect(sameKey({ kty: 'oct' }, { kty: 'oct' })).toBe(false);
  expect(sameKey({ kty: 'EC' }, { kty: 'EC' })).toBe(false);
});

test('the specimen keys are the public halves of the published ones', () => {
  expect([SPECIMEN_P256, SPECIMEN_ED25519].map((key) => isSpecimenKey(key))).toEqual([true, true]);
  expect(JSON.stringify(SPECIMEN_KEYS)).not.toContain('"d"');
});

test.each([
  ['2026-11-21T08:00:00Z', Date.UTC(2026, 10, 21, 8) / 1000],
  ['2026-11-21T08:00:00.999Z', Date.UTC(2026, 10, 21, 8) / 1000],
  ['2026-02-29T08:00:00Z', null],
  ['2026-11-21T24:00:00Z', null],
  ['2026-11-21T08:00:00', null],
  ['21 Nov 2026', null],
])('the time %s', (text, seconds) => {
  expect(parseUtcTime(text)).toBe(seconds);
});
