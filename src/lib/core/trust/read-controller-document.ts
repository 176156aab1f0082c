// Keys of a DID document, or of a controlled identifier document at an https address (Controlled Identifiers 1.0 §2).
import { encodeBase64url } from '../bytes/base64url.ts';
import { isJsonObject, many } from '../model/json.ts';
import type { JsonObject, JsonValue } from '../model/json.ts';
import type { PublicJwk } from '../model/jwk.ts';
import { decodeBase58btc } from './base58btc.ts';
import { readMultikey } from './read-multikey.ts';
import { readPublicJwk } from './read-public-jwk.ts';

export interface NamedKey {
  readonly key: PublicJwk;
  /** DID URL or `kid` under which the document names it. */
  readonly name: string | null;
}

/** Each costs a comparison with the key that signed; no issuer has more. */
const MAX_METHODS = 200;

/**
 * Only assertion methods: a key for logging in is not one for issuing (§2.3.2). The document must be about `id`, and
 * each method controlled by it. One that says it was revoked is left out.
 */
export function readControllerDocument(id: string, document: JsonObject): readonly NamedKey[] {
  if (document['id'] !== id) return [];
  const methods = many(document['verificationMethod']).filter(isJsonObject).slice(0, MAX_METHODS);
  return many(document['assertionMethod'])
    .slice(0, MAX_METHODS)
    .flatMap((entry) => {
      const name = absolute(id, entry);
      const method = isJsonObject(entry)
        ? entry
        : methods.find((one) => name !== null && absolute(id, one['id']) === name);
      const key = method === undefined ? null : methodKey(id, method);
      return key === null || method === undefined ? [] : [{ key, name: absolute(id, method['id']) }];
    });
}

/** Multikey and Ed25519VerificationKey2020, JsonWebKey and JsonWebKey2020, Ed25519VerificationKey2018. */
function methodKey(id: string, method: JsonObject): PublicJwk | null {
  if (method['controller'] !== id || method['revoked'] !== undefined) return null;
  const { publicKeyMultibase: multibase, publicKeyBase58: base58 } = method;
  if (typeof multibase === 'string') {
    const reading = readMultikey(multibase);
    return typeof reading === 'string' ? null : reading.key;
  }
  if (typeof base58 === 'string') return method['type'] === 'Ed25519VerificationKey2018' ? rawEd25519(base58) : null;
  return readPublicJwk(method['publicKeyJwk']);
}

function rawEd25519(base58: string): PublicJwk | null {
  const bytes = base58.length > 64 ? null : decodeBase58btc(base58);
  return bytes?.length === 32 ? { kty: 'OKP', crv: 'Ed25519', x: encodeBase64url(bytes) } : null;
}

function absolute(id: string, reference: JsonValue | undefined): string | null {
  if (typeof reference !== 'string') return null;
  return reference.startsWith('#') ? `${id}${reference}` : reference;
}
