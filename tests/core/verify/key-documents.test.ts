// Documents that state an issuer's keys: their shapes, their age, and what somebody may do by bringing one along.
import { beforeAll, describe, expect, test } from 'vitest';
import { decodeBase64url } from '../../../src/lib/core/bytes/base64url.ts';
import { epochSeconds } from '../../../src/lib/core/model/brand.ts';
import type { EvidenceDocument, TrustMaterial } from '../../../src/lib/core/model/trust.ts';
import { NO_TRUST } from '../../../src/lib/core/model/trust.ts';
import { encodeBase58btc } from '../../../src/lib/core/trust/base58btc.ts';
import { documentedKeys, isUnderIssuer } from '../../../src/lib/core/trust/find-document.ts';
import { examined, NOW } from '../../builders/examined.ts';
import type { Examined } from '../../builders/examined.ts';
import { badge, issueBadge, makeIssuer } from '../../builders/issue-data-integrity.ts';
import { makeKey } from '../../builders/signing-key.ts';
import type { SigningKey } from '../../builders/signing-key.ts';
import { listedIssuer, trusting } from '../../builders/trust-list.ts';
import { issueVcJwt, ISSUER } from '../../builders/vc-jwt.ts';

const DID = 'did:web:norrsjo.example';
const DAY = 86_400;
let key: SigningKey;
let stranger: SigningKey;
let listed: TrustMaterial;
beforeAll(async () => {
  [key, stranger] = await Promise.all([makeKey('ES256'), makeKey('ES256')]);
  listed = await trusting([listedIssuer({ ids: [DID, ISSUER, `${ISSUER}/issuers/1`] })]);
});

const document = (text: object, changes: Partial<EvidenceDocument> = {}): EvidenceDocument => ({
  url: `${ISSUER}/.well-known/did.json`,
  fetched: epochSeconds(NOW - 3_600),
  mediaType: null,
  text: JSON.stringify(text),
  source: 'this-device',
  ...changes,
});
const method = ({ publicJwk }: SigningKey, name = `${DID}#1`): object => ({
  id: name,
  type: 'JsonWebKey2020',
  controller: DID,
  publicKeyJwk: publicJwk,
});
const didDocument = (...methods: object[]): object => ({ id: DID, assertionMethod: methods });
const keysOf = (text: object): readonly unknown[] =>
  documentedKeys(DID, { ...NO_TRUST, documents: [document(text)] }).map((one) => [one.name, one.key]);

async function signedBy(by: SigningKey, documents: readonly EvidenceDocument[]): Promise<Examined> {
  const jwt = await issueVcJwt({ key: by, issuer: DID, header: { kid: `${DID}#1` } });
  return examined(jwt, { trust: { ...listed, documents } });
}
const cannotTell = (...wrong: string[]) => ({ verdict: 'cannot-tell', wrong });

describe('a did:web document', () => {
  test('states keys as methods embedded or referred to, by relative or whole names', () => {
    const found = [[`${DID}#1`, key.publicJwk]];
    expect(keysOf(didDocument(method(key)))).toEqual(found);
    expect(keysOf(didDocument(method(key, '#1')))).toEqual(found);
    for (const reference of ['#1', `${DID}#1`]) {
      const text = { id: DID, verificationMethod: [method(key, '#1')], assertionMethod: [reference] };
      expect(keysOf(text)).toEqual(found);
    }
  });

  test('states Ed25519 keys as Multikey, and raw in base58 as the method of 2018 has it', async () => {
    const { publicKeyMultibase } = (await makeIssuer()).key;
    const x = decodeBase64url((await makeKey('EdDSA')).publicJwk.x ?? '') ?? new Uint8Array();
    const shared = { id: '#1', controller: DID };
    const old = {
      ...shared,
      type: 'Ed25519VerificationKey2018',
      publicKeyBase58: encodeBase58btc(x).replace(/^z/, ''),
    };
    for (const type of ['Multikey', 'Ed25519VerificationKey2020']) {
      expect(keysOf(didDocument({ ...shared, type, publicKeyMultibase }))).toHaveLength(1);
    }
    expect(keysOf(didDocument(old))).toEqual([
      [`${DID}#1`, { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(x).toString('base64url') }],
    ]);
    expect(keysOf(didDocument({ ...old, type: 'EcdsaSecp256k1VerificationKey2019' }))).toEqual([]);
  });

  test('states none that it does not control, that is for another purpose, that was revoked, or is about another', () => {
    expect(keysOf(didDocument({ ...method(key), controller: 'did:web:annan.example' }))).toEqual([]);
    expect(keysOf({ id: DID, authentication: [method(key)], verificationMethod: [method(key)] })).toEqual([]);
    expect(keysOf(didDocument({ ...method(key), revoked: '2026-01-01T00:00:00Z' }))).toEqual([]);
    expect(keysOf({ ...didDocument(method(key)), id: 'did:web:annan.example' })).toEqual([]);
  });
});

describe('how old such a document may be', () => {
  test('thirty days; then it neither proves nor refutes', async () => {
    const aged = (days: number): EvidenceDocument =>
      document(didDocument(method(key)), { fetched: epochSeconds(NOW - days * DAY - 1) });
    expect((await signedBy(key, [aged(29)])).verdict).toBe('genuine');
    const old = await signedBy(key, [aged(30)]);
    expect(old).toMatchObject(cannotTell('issuer-document-stale'));
    const trust = old.findings.find(({ check }) => check === 'issuer-trust');
    expect(trust?.evidence).toEqual({ source: `${ISSUER}/.well-known/did.json`, asOf: NOW - 30 * DAY - 1 });
    expect((await signedBy(stranger, [aged(29)])).verdict).toBe('refused');
    expect((await signedBy(stranger, [aged(30)])).verdict).toBe('cannot-tell');
  });
});

describe('a list that states keys', () => {
  test('without the key that the issuer publishes may be incomplete: cannot tell; any other key is refused', async () => {
    const other = await makeKey('ES256');
    const lists = await trusting([listedIssuer({ ids: [DID], keys: [other.publicJwk] })]);
    const asked = async (by: SigningKey, changes: Partial<EvidenceDocument>): Promise<Examined> => {
      const jwt = await issueVcJwt({ key: by, issuer: DID, header: { jwk: by.publicJwk } });
      return examined(jwt, { trust: { ...lists, documents: [document(didDocument(method(key)), changes)] } });
    };
    expect(await asked(key, {})).toMatchObject(cannotTell('issuer-key-not-in-list', 'issuer-trust-not-checked'));
    expect((await asked(stranger, {})).verdict).toBe('refused');
    expect((await asked(key, { source: 'given' })).verdict).toBe('refused');
  });
});

describe('a document that somebody brought along', () => {
  test('with another key under the same name does not make a good credential look forged', async () => {
    const lying = document(didDocument(method(stranger)), { source: 'given' });
    const expected = cannotTell('key-not-in-hand', 'issuer-key-not-in-hand', 'issuer-trust-not-checked');
    expect(await signedBy(key, [lying])).toMatchObject(expected);
    const own = document(didDocument(method(key)));
    expect((await signedBy(key, [lying, own])).verdict).toBe('genuine');
  });

  test('nor one with a proof', async () => {
    const [issuer, other] = await Promise.all([makeIssuer(1), makeIssuer(2)]);
    const methodOf = (multibase: string): object => ({ id: '#1', controller: DID, publicKeyMultibase: multibase });
    issuer.key.id = `${DID}#1`;
    issuer.key.controller = DID;
    const signed = JSON.stringify(await issueBadge({ ...issuer, did: DID }, badge(DID)));
    const given = document(didDocument(methodOf(other.key.publicKeyMultibase)), { source: 'given' });
    const own = document(didDocument(methodOf(issuer.key.publicKeyMultibase)));
    expect((await examined(signed, { trust: { ...listed, documents: [given] } })).verdict).toBe('cannot-tell');
    expect((await examined(signed, { trust: { ...listed, documents: [given, own] } })).verdict).toBe('genuine');
  });
});

describe('a key at its own address (Open Badges 3.0 §8.2.3.1)', () => {
  const ID = `${ISSUER}/issuers/1`;
  const KID = `${ID}/key`;
  const withKey = async (kid: string, by = key, source: EvidenceDocument['source'] = 'this-device') => {
    const jwt = await issueVcJwt({ key: by, issuer: ID, header: { kid } });
    return examined(jwt, { trust: { ...listed, documents: [document(key.publicJwk, { url: kid, source })] } });
  };

  test('under the issuer’s own address is the issuer’s', async () => {
    expect((await withKey(KID)).verdict).toBe('genuine');
    expect(await withKey(KID, key, 'given')).toMatchObject(cannotTell('issuer-evidence-given'));
    expect((await withKey(KID, stranger)).verdict).toBe('refused');
  });

  test('says nothing of the issuer’s other keys', async () => {
    const jwt = await issueVcJwt({ key: stranger, issuer: ID, header: { jwk: stranger.publicJwk } });
    const documents = [document(key.publicJwk, { url: KID })];
    expect((await examined(jwt, { trust: { ...listed, documents } })).verdict).toBe('cannot-tell');
  });

  test('elsewhere, also on the same host, is nobody’s', async () => {
    for (const kid of [`${ISSUER}/issuers/2/key`, `${ISSUER}/issuers/11`, 'https://annan.example/key']) {
      expect((await withKey(kid)).reasons).toContain('key-not-in-hand');
    }
    expect(isUnderIssuer(`${ISSUER}/keys/1`, ISSUER)).toBe(true);
    expect(isUnderIssuer('https://norrsjo.example.evil/keys/1', ISSUER)).toBe(false);
    expect(isUnderIssuer(`${ISSUER}/issuers/1/../2/key`, ID)).toBe(false);
  });
});

describe('keys that the issuer’s metadata puts elsewhere (`jwks_uri`, SD-JWT VC §5.2)', () => {
  const SET = 'https://keys.example/set';
  const metadata = (changes: Partial<EvidenceDocument> = {}, issuer = ISSUER): EvidenceDocument =>
    document({ issuer, jwks_uri: SET }, { url: `${ISSUER}/.well-known/jwt-vc-issuer`, ...changes });
  const set = (changes: Partial<EvidenceDocument> = {}): EvidenceDocument =>
    document({ keys: [{ ...key.publicJwk, kid: 'k1' }] }, { url: SET, ...changes });
  const asked = async (documents: readonly EvidenceDocument[]): Promise<Examined> =>
    examined(await issueVcJwt({ key, header: { kid: 'k1' } }), { trust: { ...listed, documents } });

  test('count when both were fetched; either one brought along does not', async () => {
    expect((await asked([metadata(), set()])).verdict).toBe('genuine');
    expect(await asked([metadata(), set({ source: 'given' })])).toMatchObject(cannotTell('issuer-evidence-given'));
    expect((await asked([metadata({ source: 'given' }), set()])).reasons).toContain('key-not-in-hand');
    expect((await asked([set()])).reasons).toContain('key-not-in-hand');
    expect((await asked([metadata({}, 'https://annan.example'), set()])).reasons).toContain('key-not-in-hand');
  });
});
