// What else can say whose key it is: DIDs, documents in hand, pins; and the specimen key, which says nothing.
import { SignJWT } from 'jose';
import { beforeAll, describe, expect, test } from 'vitest';
import { epochSeconds } from '../../../src/lib/core/model/brand.ts';
import type { TrustMaterial } from '../../../src/lib/core/model/trust.ts';
import { NO_TRUST } from '../../../src/lib/core/model/trust.ts';
import { SPECIMEN_P256 } from '../../../src/lib/core/issuance/specimens/specimen-private-key.ts';
import { examined, NOW } from '../../builders/examined.ts';
import { decoded, objectOf } from '../../builders/json.ts';
import { disclose, issueSdJwtVc } from '../../builders/sd-jwt-vc.ts';
import { didJwk, makeKey } from '../../builders/signing-key.ts';
import type { SigningKey } from '../../builders/signing-key.ts';
import { listedIssuer, trusting } from '../../builders/trust-list.ts';
import { issueVcJwt, ISSUER } from '../../builders/vc-jwt.ts';

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

describe('a DID', () => {
  test('did:jwk that is the issuer is its own key: listed is genuine, unlisted cannot be told', async () => {
    const issuer = didJwk(key);
    const lists = await trusting([listedIssuer({ ids: [issuer] })]);
    for (const header of [{}, { kid: `${issuer}#0` }, { kid: '#0' }]) {
      const jwt = await issueVcJwt({ key, issuer, header });
      expect(await examined(jwt, { trust: lists })).toMatchObject({ verdict: 'genuine' });
      expect(await examined(jwt)).toMatchObject(cannotTell('issuer-not-listed'));
    }
  });

  test('did:jwk signed by another key is refused', async () => {
    const jwt = await issueVcJwt({ key: stranger, issuer: didJwk(key), header: { jwk: stranger.publicJwk } });
    expect(await examined(jwt)).toMatchObject(refusedFor('issuer-key-not-the-issuers'));
  });

  test('bare in kid, beside a listed issuer, is refused; beside an unlisted one it proves integrity only', async () => {
    const jwt = await issueVcJwt({ key: stranger, header: { kid: didJwk(stranger) } });
    expect(await examined(jwt, { trust })).toMatchObject(refusedFor('issuer-key-not-the-issuers'));
    expect(await examined(jwt)).toMatchObject(cannotTell('issuer-key-self-asserted', 'issuer-not-listed'));
  });

  test('of a method we do not know cannot be told', async () => {
    const jwt = await issueVcJwt({ key, issuer: 'did:ebsi:zabc' });
    expect(await examined(jwt)).toMatchObject(
      cannotTell('did-method-not-supported', 'issuer-key-not-in-hand', 'issuer-not-listed'),
    );
  });
});

describe('a document in hand', () => {
  const DID = 'did:web:norrsjo.example';
  const documents = (source: 'this-device' | 'given' | 'operator', method: object): TrustMaterial['documents'] => [
    {
      url: 'https://norrsjo.example/.well-known/did.json',
      fetched: epochSeconds(NOW - 3600),
      mediaType: 'application/did+json',
      text: JSON.stringify({ id: DID, verificationMethod: [method], assertionMethod: [`${DID}#1`] }),
      source,
    },
  ];
  const method = (jwk: object) => ({ id: `${DID}#1`, type: 'JsonWebKey', controller: DID, publicKeyJwk: jwk });

  test('that we fetched, or the operator answers for, binds a did:web key', async () => {
    const lists = await trusting([listedIssuer({ ids: [DID] })]);
    const jwt = await issueVcJwt({ key, issuer: DID, header: { kid: `${DID}#1` } });
    for (const source of ['this-device', 'operator'] as const) {
      const material = { ...lists, documents: documents(source, method(key.publicJwk)) };
      expect(await examined(jwt, { trust: material })).toMatchObject({ verdict: 'genuine' });
    }
  });

  test('that somebody brought along caps at cannot tell', async () => {
    const lists = await trusting([listedIssuer({ ids: [DID] })]);
    const jwt = await issueVcJwt({ key, issuer: DID, header: { kid: `${DID}#1` } });
    const material = { ...lists, documents: documents('given', method(key.publicJwk)) };
    expect(await examined(jwt, { trust: material })).toMatchObject(cannotTell('issuer-evidence-given'));
  });

  test('that we fetched outweighs one that somebody brought along', async () => {
    const lists = await trusting([listedIssuer({ ids: [DID] })]);
    const jwt = await issueVcJwt({ key: stranger, issuer: DID, header: { jwk: stranger.publicJwk } });
    const both = [
      ...documents('this-device', method(key.publicJwk)),
      ...documents('given', method(stranger.publicJwk)),
    ];
    expect(await examined(jwt, { trust: { ...lists, documents: both } })).toMatchObject(
      refusedFor('issuer-key-not-the-issuers'),
    );
  });

  test('that states another key refuses a key in the header', async () => {
    const jwt = await issueVcJwt({ key: stranger, issuer: DID, header: { jwk: stranger.publicJwk } });
    const material = { ...NO_TRUST, documents: documents('operator', method(key.publicJwk)) };
    expect(await examined(jwt, { trust: material })).toMatchObject(refusedFor('issuer-key-not-the-issuers'));
  });

  test('not in hand: cannot tell', async () => {
    const jwt = await issueVcJwt({ key, issuer: DID, header: { kid: `${DID}#1` } });
    expect(await examined(jwt)).toMatchObject(
      cannotTell('key-not-in-hand', 'issuer-key-not-in-hand', 'issuer-not-listed'),
    );
  });
});

describe('a pin', () => {
  const pinned = (own: SigningKey): TrustMaterial => ({
    ...NO_TRUST,
    pins: [{ issuerId: ISSUER, key: own.publicJwk, since: epochSeconds(NOW - 86_400) }],
  });

  test('makes a document genuine on this device', async () => {
    const jwt = await issueVcJwt({ key });
    expect(await examined(jwt, { trust: pinned(key) })).toMatchObject({
      verdict: 'genuine',
      because: ['issuer-pinned'],
    });
  });

  test('of an issuer that is its own key, or has it in a document brought along, counts as well', async () => {
    const issuer = didJwk(key);
    const own = { ...NO_TRUST, pins: [{ issuerId: issuer, key: key.publicJwk, since: NOW }] };
    const pinnedAlready = { verdict: 'genuine', because: ['issuer-pinned'] };
    expect(await examined(await issueVcJwt({ key, issuer }), { trust: own })).toMatchObject(pinnedAlready);
    const metadata = { issuer: ISSUER, jwks: { keys: [key.publicJwk] } };
    const given = {
      url: `${ISSUER}/.well-known/jwt-vc-issuer`,
      fetched: NOW,
      mediaType: 'application/json',
      text: JSON.stringify(metadata),
      source: 'given' as const,
    };
    const both = { ...pinned(key), documents: [given] };
    expect(await examined(await issueVcJwt({ key }), { trust: both })).toMatchObject(pinnedAlready);
  });

  test('is not enough when somebody shows it', async () => {
    const sdJwt = await disclose(await issueSdJwtVc({ key }), key, ['title']);
    const told = await examined(sdJwt, { trust: pinned(key), context: { kind: 'presented', mode: 'show' } });
    expect(told.verdict).toBe('cannot-tell');
    expect(told.because).toContain('issuer-pinned-only');
  });

  test('of another key leaves a stranger’s key unproven', async () => {
    const jwt = await issueVcJwt({ key: stranger, header: { jwk: stranger.publicJwk } });
    expect(await examined(jwt, { trust: pinned(key) })).toMatchObject(
      cannotTell('issuer-key-self-asserted', 'issuer-not-listed'),
    );
  });
});

describe('the specimen key', () => {
  const specimen = async (issuer = ISSUER): Promise<string> => {
    const signer = await crypto.subtle.importKey(
      'jwk',
      { ...SPECIMEN_P256 },
      { name: 'ECDSA', namedCurve: 'P-256' },
      false,
      ['sign'],
    );
    const jwt = await issueVcJwt({ key, issuer });
    const payload = objectOf(decoded(jwt.split('.')[1] ?? ''));
    return new SignJWT({ ...payload })
      .setProtectedHeader({ alg: 'ES256', typ: 'vc+jwt', kid: 'specimen-p256' })
      .sign(signer);
  };
  const { kty, crv, x, y } = SPECIMEN_P256;

  test('makes specimens', async () => {
    expect(await examined(await specimen())).toMatchObject({ verdict: 'specimen', because: ['issuer-specimen'] });
  });

  test('is lifted by no list and no pin', async () => {
    const listed = await trusting([listedIssuer({ keys: [{ kty, crv, x, y }] })]);
    const pins = [{ issuerId: ISSUER, key: { kty, crv, x, y }, since: NOW }];
    expect((await examined(await specimen(), { trust: listed })).verdict).toBe('specimen');
    expect((await examined(await specimen(), { trust: { ...NO_TRUST, pins } })).verdict).toBe('specimen');
  });

  test('under the name of a listed issuer is refused', async () => {
    expect(await examined(await specimen(), { trust })).toMatchObject(refusedFor('issuer-key-not-the-issuers'));
  });

  test('is not lifted by a list that knows its did:jwk and states another key', async () => {
    const did = `did:jwk:${Buffer.from(JSON.stringify({ kty, crv, x, y })).toString('base64url')}`;
    const text = await specimen(did);
    expect((await examined(text, { trust: await trusting([listedIssuer({ ids: [did] })]) })).verdict).toBe('specimen');
    const odd = await trusting([listedIssuer({ ids: [did], keys: [key.publicJwk] })]);
    expect((await examined(text, { trust: odd })).verdict).toBe('specimen');
  });

  test('does not cover a tampered specimen', async () => {
    const [header, , signature] = (await specimen()).split('.');
    const other = (await specimen(OTHER)).split('.')[1] ?? '';
    const told = await examined([header, other, signature].join('.'));
    expect(told).toMatchObject({ verdict: 'refused', because: ['signature-invalid'] });
  });
});
