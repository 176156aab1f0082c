// A public key in PEM (RFC 7468 §13, SubjectPublicKeyInfo) -> JWK, by WebCrypto: nothing is taken apart by hand.
import type { JsonValue } from '../bytes/json-value.ts';
import type { PublicJwk } from '../model/jwk.ts';
import { readPublicJwk } from './read-public-jwk.ts';

/** An RSA key of 16384 bits is under 3 kB. */
const MAX_LENGTH = 8_192;
/** The whole of it: a page that merely shows a key is not one. */
const PEM = /^\s*-----BEGIN PUBLIC KEY-----([A-Za-z0-9+/=\s]+)-----END PUBLIC KEY-----\s*$/;
/** What a key may be; the import fails for all but one of them. */
const KINDS: readonly (RsaHashedImportParams | EcKeyImportParams)[] = [
  { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' },
  { name: 'ECDSA', namedCurve: 'P-256' },
  { name: 'ECDSA', namedCurve: 'P-384' },
];

/** The public key that `text` is; null when it is none this engine reads. The JWK names no algorithm. */
export async function readPemKey(text: string): Promise<PublicJwk | null> {
  const base64 = text.length > MAX_LENGTH ? undefined : PEM.exec(text)?.[1];
  const der = base64 === undefined ? null : decode(base64.replace(/\s+/g, ''));
  if (der === null) return null;
  for (const kind of KINDS) {
    const key = await importAs(kind, der);
    if (key !== null) return key;
  }
  return null;
}

async function importAs(
  kind: RsaHashedImportParams | EcKeyImportParams,
  der: Uint8Array<ArrayBuffer>,
): Promise<PublicJwk | null> {
  try {
    const key = await crypto.subtle.importKey('spki', der, kind, true, ['verify']);
    const { kty, crv, x, y, n, e } = await crypto.subtle.exportKey('jwk', key);
    const members = Object.entries({ kty, crv, x, y, n, e }).flatMap(([name, value]): [string, JsonValue][] =>
      value === undefined ? [] : [[name, value]],
    );
    return readPublicJwk(Object.fromEntries(members));
  } catch {
    return null;
  }
}

function decode(base64: string): Uint8Array<ArrayBuffer> | null {
  try {
    return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  } catch {
    return null;
  }
}
