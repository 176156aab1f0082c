// did:key test vectors of the W3C Credentials Community Group: the key in the name is the key in the document.
import { describe, expect, test } from 'vitest';
import { sameKey } from '../../src/lib/core/trust/same-key.ts';
import { decodeBase58btc } from '../../src/lib/core/trust/base58btc.ts';
import { decodeBase64url, encodeBase64url } from '../../src/lib/core/bytes/base64url.ts';
import { isJsonObject, many, stringOrNull } from '../../src/lib/core/model/json.ts';
import type { JsonObject } from '../../src/lib/core/model/json.ts';
import type { PublicJwk } from '../../src/lib/core/model/jwk.ts';
import { readPublicJwk } from '../../src/lib/core/trust/read-public-jwk.ts';
import { resolveDid } from '../../src/lib/core/trust/resolve-did.ts';
import { jsonOf, objectOf } from '../builders/json.ts';
import { describeVectors, hasVectors, vectorText } from './folder.ts';

const FOLDER = 'did/w3c-ccg__did-method-key/test-vectors';
const FILES = ['bls12381', 'ed25519-x25519', 'nist-curves', 'rsa', 'secp256k1'];
const entries = (file: string): [string, JsonObject][] =>
  hasVectors(`${FOLDER}/${file}.json`)
    ? Object.entries(objectOf(jsonOf(vectorText(`${FOLDER}/${file}.json`)))).map(([did, value]) => [
        did,
        objectOf(value),
      ])
    : [];

/** The first verification method of the document, as a JWK; Ed25519 keys of 2018 are written in base58. */
function documented(entry: JsonObject): PublicJwk | null {
  const document = objectOf(entry['didDocument']);
  const method = many(document['verificationMethod'] ?? document['publicKey']).find(isJsonObject);
  const base58 = stringOrNull(method?.['publicKeyBase58']);
  const raw = base58 === null ? null : decodeBase58btc(base58);
  if (raw === null) return readPublicJwk(method?.['publicKeyJwk']);
  return { kty: 'OKP', crv: 'Ed25519', x: encodeBase64url(raw) };
}

const P256_IN_BASE58 = 'did:key:zDnaeTiq1PdzvZXUaMdezchcMJQpBdH2VN4pgrrEhMCCbmwSb';

describeVectors(
  'did:key vectors',
  () => {
    describe('of Ed25519 and the NIST curves', () => {
      const cases = [...entries('ed25519-x25519'), ...entries('nist-curves')].filter(([did]) => did !== P256_IN_BASE58);
      test.each(cases)('%s', (did, entry) => {
        const resolution = resolveDid(did);
        const expected = documented(entry);
        expect(resolution.outcome).toBe('key');
        expect(expected).not.toBeNull();
        if (resolution.outcome === 'key' && expected) expect(sameKey(resolution.key, expected)).toBe(true);
      });

      test('a P-256 key whose document has it compressed is read from the name', () => {
        expect(resolveDid(P256_IN_BASE58)).toMatchObject({ outcome: 'key', key: { kty: 'EC', crv: 'P-256' } });
      });
    });

    // The other one of the vectors is two keys in one.
    const bls = entries('bls12381');
    const sole = bls.filter(([did]) => did.startsWith('did:key:zUC7'));
    test.each(sole)('%s is what bbs-2023 signs with', (did) => {
      const resolution = resolveDid(did);
      expect(resolution).toMatchObject({ outcome: 'key', key: { kty: 'OKP', crv: 'Bls12381G2' } });
      if (resolution.outcome === 'key') expect(decodeBase64url(resolution.key.x ?? '')).toHaveLength(96);
    });

    test.each(
      [...entries('rsa'), ...entries('secp256k1'), ...bls.filter((one) => !sole.includes(one))].map(([did]) => did),
    )('%s is of a type that cannot be checked, not malformed', (did) => {
      expect(resolveDid(did)).toEqual({ outcome: 'key-type-not-supported', did });
    });
  },
  FILES.map((file) => `${FOLDER}/${file}.json`),
);
