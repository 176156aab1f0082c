// Whose key is it (THREATS C1–C3)? Algorithms, keys in lists, and the key a header brings along.
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { NO_TRUST } from '../../../src/lib/core/model/trust.ts';
import type { TrustMaterial } from '../../../src/lib/core/model/trust.ts';
import { jwkThumbprint } from '../../../src/lib/core/bytes/jwk-thumbprint.ts';
import { examined } from '../../builders/examined.ts';
import { didJwk, makeKey } from '../../builders/signing-key.ts';
import type { SigningKey } from '../../builders/signing-key.ts';
import { listedIssuer, trusting } from '../../builders/trust-list.ts';
import { issueVcJwt } from '../../builders/vc-jwt.ts';

const OTHER = 'https://other.example';
let key: SigningKey;
let stranger: SigningKey;
let trust: TrustMaterial;

beforeAll(async () => {
  [key, stranger] = await Promise.all([makeKey('ES256', 'k1'), makeKey('ES256', 'k9')]);
  trust = await trusting([listedIssuer({ keys: [key.publicJwk] })]);
});

const refusedFor = (reason: string) => ({ verdict: 'refused', because: [reason] });
const cannotTell = (...reasons: string[]) => ({ verdict: 'cannot-tell', wrong: reasons });

describe('the key a signature holds under', () => {
  const keyOf = async (jwt: string): Promise<unknown> => {
    const { findings } = await examined(jwt, { trust: NO_TRUST });
    return findings.map(({ evidence }) => evidence?.key).find((found) => found !== undefined);
  };

  test('is told, so that a learner can compare it and pin it', async () => {
    const jwt = await issueVcJwt({ key: stranger, header: { jwk: stranger.publicJwk } });
    expect(await keyOf(jwt)).toMatchObject({ x: stranger.publicJwk.x, y: stranger.publicJwk.y });
  });

  test('is not told of a signature that does not hold, whatever key the header brings', async () => {
    const jwt = await issueVcJwt({ key: stranger, header: { jwk: key.publicJwk } });
    expect(await keyOf(jwt)).toBeUndefined();
  });
});

describe('an issuer algorithm', () => {
  test.each(['EdDSA', 'Ed25519', 'ES256', 'ES384', 'ES512', 'RS256', 'PS256'])('%s is checked', async (alg) => {
    const own = await makeKey(alg);
    const lists = await trusting([listedIssuer({ keys: [own.publicJwk] })]);
    expect(await examined(await issueVcJwt({ key: own }), { trust: lists })).toMatchObject({ verdict: 'genuine' });
  });

  test.each(['RS512', 'PS384'])('%s cannot be told', async (alg) => {
    const own = await makeKey(alg);
    const lists = await trusting([listedIssuer({ keys: [own.publicJwk] })]);
    const told = await examined(await issueVcJwt({ key: own }), { trust: lists });
    expect(told).toMatchObject(
      cannotTell('algorithm-not-supported', 'issuer-key-not-checked', 'issuer-trust-not-checked'),
    );
  });

  test('RSA of 1024 bits is weak', async () => {
    const pair = await crypto.subtle.generateKey(
      { name: 'RSASSA-PKCS1-v1_5', modulusLength: 1024, publicExponent: new Uint8Array([1, 0, 1]), hash: 'SHA-256' },
      true,
      ['sign', 'verify'],
    );
    const { kty = '', n = '', e = '' } = await crypto.subtle.exportKey('jwk', pair.publicKey);
    const lists = await trusting([listedIssuer({ keys: [{ kty, n, e }] })]);
    const [header, payload] = (await issueVcJwt({ key })).split('.');
    const weak = Buffer.from(JSON.stringify({ alg: 'RS256', typ: 'vc+jwt' })).toString('base64url');
    const input = `${weak}.${payload ?? header ?? ''}`;
    const signature = await crypto.subtle.sign('RSASSA-PKCS1-v1_5', pair.privateKey, Buffer.from(input));
    const told = await examined(`${input}.${Buffer.from(signature).toString('base64url')}`, { trust: lists });
    expect(told).toMatchObject(cannotTell('algorithm-weak', 'issuer-key-not-checked', 'issuer-trust-not-checked'));
  });
});

describe('a listed issuer’s key', () => {
  test('is found by kid, by thumbprint, and without either', async () => {
    const thumbprint = await jwkThumbprint(key.publicJwk);
    for (const header of [{ kid: 'k1' }, { kid: thumbprint }, {}]) {
      expect(await examined(await issueVcJwt({ key, header }), { trust })).toMatchObject({ verdict: 'genuine' });
    }
  });

  test('under a kid that the list does not know cannot be told: it may be newer than the list', async () => {
    const jwt = await issueVcJwt({ key: stranger, header: { kid: 'k2' } });
    expect(await examined(jwt, { trust })).toMatchObject(
      cannotTell('key-not-in-hand', 'issuer-key-not-in-hand', 'issuer-trust-not-checked'),
    );
  });

  test('is not its namesake of another issuer, and a namesake that does not fit proves nothing', async () => {
    const lists = await trusting([listedIssuer({ ids: [OTHER], keys: [stranger.publicJwk] })]);
    const jwt = await issueVcJwt({ key, header: { kid: 'k9' } });
    expect(await examined(jwt, { trust: lists })).toMatchObject(
      cannotTell('key-not-in-hand', 'issuer-key-not-in-hand', 'issuer-not-listed'),
    );
  });

  test('of another trusted issuer under this issuer’s name is refused (THREATS C3)', async () => {
    const lists = await trusting([
      listedIssuer({ keys: [key.publicJwk] }),
      listedIssuer({ ids: [OTHER], keys: [stranger.publicJwk] }),
    ]);
    for (const header of [{ kid: 'k9' }, { jwk: stranger.publicJwk }, { kid: didJwk(stranger) }]) {
      const jwt = await issueVcJwt({ key: stranger, header });
      expect(await examined(jwt, { trust: lists })).toMatchObject(refusedFor('issuer-key-not-the-issuers'));
    }
  });

  test('is not asked for by jku or x5u: nothing is fetched (THREATS C2)', async () => {
    const request = vi.spyOn(globalThis, 'fetch').mockRejectedValue(new Error('no network'));
    const header = { jku: 'https://attacker.example/jwks', x5u: 'https://attacker.example/x5u' };
    const told = await examined(await issueVcJwt({ key: stranger, header }));
    expect(told).toMatchObject(cannotTell('key-not-in-hand', 'issuer-key-not-in-hand', 'issuer-not-listed'));
    expect(request).not.toHaveBeenCalled();
    request.mockRestore();
  });

  test('for encryption, or named for another algorithm, is not used', async () => {
    for (const wrong of [{ use: 'enc' }, { alg: 'ES384' }]) {
      const lists = await trusting([listedIssuer({ keys: [{ ...key.publicJwk, ...wrong }] })]);
      const told = await examined(await issueVcJwt({ key, header: { kid: 'k1' } }), { trust: lists });
      expect(told.because).toContain('algorithm-key-mismatch');
    }
  });
});

describe('a key in the header', () => {
  test('of an issuer nobody lists proves integrity only', async () => {
    const jwt = await issueVcJwt({ key: stranger, header: { jwk: stranger.publicJwk } });
    expect(await examined(jwt)).toMatchObject(cannotTell('issuer-key-self-asserted', 'issuer-not-listed'));
  });

  test('that names a listed issuer without being its key is refused (THREATS C2)', async () => {
    const jwt = await issueVcJwt({ key: stranger, header: { jwk: stranger.publicJwk } });
    expect(await examined(jwt, { trust })).toMatchObject(refusedFor('issuer-key-not-the-issuers'));
  });

  test('that is the listed issuer’s own is good', async () => {
    const jwt = await issueVcJwt({ key, header: { jwk: key.publicJwk } });
    expect(await examined(jwt, { trust })).toMatchObject({ verdict: 'genuine' });
  });

  test('beside an issuer listed without any key proves nothing against it', async () => {
    const lists = await trusting([listedIssuer()]);
    const jwt = await issueVcJwt({ key, header: { jwk: key.publicJwk } });
    expect(await examined(jwt, { trust: lists })).toMatchObject(
      cannotTell('issuer-key-self-asserted', 'issuer-trust-not-checked'),
    );
  });
});
