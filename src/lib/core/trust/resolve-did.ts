// did:key and did:jwk carry their key in the name, so resolving them asks nobody (did:key 0.7 §3.1.2, did:jwk §2).
import { decodeBase64url } from '../bytes/base64url.ts';
import { parseJson } from '../bytes/parse-json.ts';
import { decodeUtf8 } from '../bytes/utf8.ts';
import type { PublicJwk } from '../model/jwk.ts';
import { readMultikey } from './read-multikey.ts';
import { readPublicJwk } from './read-public-jwk.ts';

/** `did`: the part before `#`, what the key belongs to. */
export type DidResolution =
  | { readonly outcome: 'key'; readonly did: string; readonly key: PublicJwk }
  | { readonly outcome: 'method-not-supported' | 'key-type-not-supported' | 'malformed'; readonly did: string };

const MAX_DID_LENGTH = 4096;

/** `url` without its fragment. */
export function withoutFragment(url: string): string {
  const hash = url.indexOf('#');
  return hash < 0 ? url : url.slice(0, hash);
}

/**
 * The key of a did:key or did:jwk DID or DID URL. A fragment must be the one the method itself defines: another
 * names a key that is not in the document.
 */
export function resolveDid(url: string): DidResolution {
  const did = withoutFragment(url);
  const fragment = url === did ? null : url.slice(did.length + 1);
  if (url.length > MAX_DID_LENGTH) return { outcome: 'malformed', did };
  if (did.startsWith('did:key:')) return resolveDidKey(did, fragment);
  if (did.startsWith('did:jwk:')) return resolveDidJwk(did, fragment);
  return { outcome: 'method-not-supported', did };
}

function resolveDidKey(did: string, fragment: string | null): DidResolution {
  const multikey = did.slice('did:key:'.length);
  if (fragment !== null && fragment !== multikey) return { outcome: 'malformed', did };
  const reading = readMultikey(multikey);
  if (reading === 'unsupported') return { outcome: 'key-type-not-supported', did };
  if (reading === 'malformed') return { outcome: 'malformed', did };
  return { outcome: 'key', did, key: reading.key };
}

function resolveDidJwk(did: string, fragment: string | null): DidResolution {
  if (fragment !== null && fragment !== '0') return { outcome: 'malformed', did };
  const bytes = decodeBase64url(did.slice('did:jwk:'.length));
  const text = bytes === null ? null : decodeUtf8(bytes);
  const parsed = text === null ? null : parseJson(text);
  const key = parsed?.ok ? readPublicJwk(parsed.value) : null;
  return key === null ? { outcome: 'malformed', did } : { outcome: 'key', did, key };
}
