// A verification method whose address itself is the key: did:key, did:jwk, or a fragment that is a Multikey.
// Such a key proves that nothing was changed since it signed. Whose key it is, it does not prove.
import { decodeBase64url, encodeBase64url } from '../../bytes/base64url.ts';
import { parseJson } from '../../bytes/parse-json.ts';
import { decodeUtf8 } from '../../bytes/utf8.ts';
import { isJsonObject } from '../../model/json.ts';
import type { PublicJwk } from '../../model/jwk.ts';
import { decodeMultibase } from './multibase.ts';

export type KeyResolution =
  | { readonly ok: true; readonly key: PublicJwk }
  | { readonly ok: false; readonly reason: 'key-not-in-hand' | 'did-method-not-supported' | 'algorithm-key-mismatch' };

/** Multicodec ed25519-pub, as an unsigned varint (CID 1.0 §2.2.2). */
const ED25519_PUBLIC = [0xed, 0x01] as const;
const NOT_IN_HAND: KeyResolution = { ok: false, reason: 'key-not-in-hand' };

/** The key written in `verificationMethod`, or why there is none. Only Ed25519 is read: the suite takes no other. */
export function selfDescribedKey(verificationMethod: string): KeyResolution {
  const [address = '', fragment = null] = splitFragment(verificationMethod);
  if (address.startsWith('did:key:')) {
    const multikey = address.slice('did:key:'.length);
    return fragment === null || fragment === multikey ? ed25519Key(multikey, 'algorithm-key-mismatch') : NOT_IN_HAND;
  }
  if (address.startsWith('did:jwk:')) {
    return fragment === null || fragment === '0' ? jwkKey(address.slice('did:jwk:'.length)) : NOT_IN_HAND;
  }
  if (address.startsWith('did:') && !address.startsWith('did:web:')) {
    return { ok: false, reason: 'did-method-not-supported' };
  }
  return fragment === null ? NOT_IN_HAND : ed25519Key(fragment, 'key-not-in-hand');
}

/** The address before `#`: who controls the method. */
export function controllerOf(verificationMethod: string): string {
  return splitFragment(verificationMethod)[0] ?? verificationMethod;
}

function splitFragment(url: string): readonly string[] {
  const hash = url.indexOf('#');
  return hash < 0 ? [url] : [url.slice(0, hash), url.slice(hash + 1)];
}

function ed25519Key(multikey: string, otherwise: 'algorithm-key-mismatch' | 'key-not-in-hand'): KeyResolution {
  const bytes = decodeMultibase(multikey);
  if (bytes === null) return NOT_IN_HAND;
  if (bytes[0] !== ED25519_PUBLIC[0] || bytes[1] !== ED25519_PUBLIC[1] || bytes.length !== 34) {
    return { ok: false, reason: otherwise };
  }
  return { ok: true, key: { kty: 'OKP', crv: 'Ed25519', x: encodeBase64url(bytes.subarray(2)) } };
}

function jwkKey(encoded: string): KeyResolution {
  const bytes = decodeBase64url(encoded);
  const text = bytes === null ? null : decodeUtf8(bytes);
  const parsed = text === null ? null : parseJson(text);
  if (!parsed?.ok || !isJsonObject(parsed.value)) return NOT_IN_HAND;
  const { kty, crv, x } = parsed.value;
  if (kty !== 'OKP' || crv !== 'Ed25519' || typeof x !== 'string')
    return { ok: false, reason: 'algorithm-key-mismatch' };
  return { ok: true, key: { kty, crv, x } };
}
