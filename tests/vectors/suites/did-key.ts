// did:key vectors of the W3C Credentials Community Group: the key in the name is the key in the document.
import { isJsonObject, many, stringOrNull } from '../../../src/lib/core/model/json.ts';
import type { JsonObject } from '../../../src/lib/core/model/json.ts';
import type { PublicJwk } from '../../../src/lib/core/model/jwk.ts';
import { encodeBase64url } from '../../../src/lib/core/bytes/base64url.ts';
import { decodeBase58btc } from '../../../src/lib/core/trust/base58btc.ts';
import { readPublicJwk } from '../../../src/lib/core/trust/read-public-jwk.ts';
import { resolveDid } from '../../../src/lib/core/trust/resolve-did.ts';
import { sameKey } from '../../../src/lib/core/trust/same-key.ts';
import { jsonOf, objectOf } from '../../builders/json.ts';
import { hasVectors, vectorText } from '../folder.ts';
import type { Case, Suite } from './suite.ts';

const FOLDER = 'did/w3c-ccg__did-method-key/test-vectors';
const READ = ['ed25519-x25519', 'nist-curves'];
const OTHERS = ['bls12381', 'rsa', 'secp256k1'];
/** BLS12-381 G2, as bbs-2023 uses it. */
const G2 = 'did:key:zUC7';
/** Its document has the key in a form that is in no other vector; the name is decisive. */
const COMPRESSED = 'zDnaeTiq1PdzvZXUaMdezchcMJQpBdH2VN4pgrrEhMCCbmwSb';

/** Ed25519 keys of 2018 are written in base58. */
function documented(entry: JsonObject): PublicJwk | null {
  const document = objectOf(entry['didDocument']);
  const method = many(document['verificationMethod'] ?? document['publicKey']).find(isJsonObject);
  const base58 = stringOrNull(method?.['publicKeyBase58']);
  const raw = base58 === null ? null : decodeBase58btc(base58);
  if (raw === null) return readPublicJwk(method?.['publicKeyJwk']);
  return { kty: 'OKP', crv: 'Ed25519', x: encodeBase64url(raw) };
}

function caseOf(did: string, entry: JsonObject): Case {
  const resolution = resolveDid(did);
  const key = documented(entry);
  const same = resolution.outcome === 'key' && key !== null && sameKey(resolution.key, key);
  const got = same ? 'the key of the document' : resolution.outcome;
  const why = did.endsWith(COMPRESSED) ? 'the document has the point compressed, in no JWK to compare with' : undefined;
  return { name: did, expected: 'the key of the document', got, why };
}

const entriesOf = (file: string): readonly (readonly [string, JsonObject])[] =>
  Object.entries(objectOf(jsonOf(vectorText(`${FOLDER}/${file}.json`)))).map(([did, value]) => [did, objectOf(value)]);

export function didKey(): readonly Suite[] {
  if (![...READ, ...OTHERS].every((file) => hasVectors(`${FOLDER}/${file}.json`))) return [];
  const read = READ.flatMap(entriesOf).map(([did, entry]) => caseOf(did, entry));
  const named = OTHERS.flatMap(entriesOf).map(([did]) => ({
    name: did,
    expected: did.startsWith(G2) ? 'key' : 'key-type-not-supported',
    got: resolveDid(did).outcome,
  }));
  const common = { format: 'did:key', source: 'w3c-ccg/did-method-key' };
  return [
    { ...common, asks: 'Ed25519, P-256, P-384', cases: read },
    { ...common, asks: 'BLS12-381 G2 is read; RSA, secp256k1 cannot be told, by name', cases: named },
  ];
}
