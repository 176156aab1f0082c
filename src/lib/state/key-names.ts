// Names for keys, so that two can be compared by eye or read out.
import { digest } from '../core/bytes/digest.ts';
import { jwkThumbprint } from '../core/bytes/jwk-thumbprint.ts';
import type { PublicJwk } from '../core/model/jwk.ts';

/** RFC 7638 thumbprints of `keys`, in their order; the key type stands in for a key that has none. */
export function keyNames(keys: readonly PublicJwk[]): Promise<readonly string[]> {
  return Promise.all(keys.map(keyName));
}

export async function keyName(key: PublicJwk): Promise<string> {
  return (await jwkThumbprint(key)) ?? key.kty;
}

/** SHA-256 of a certificate in hexadecimal, as other programs show it; null for what is no base64. */
export async function certificateName(base64: string): Promise<string | null> {
  try {
    const der = Uint8Array.from(atob(base64.replace(/\s/g, '')), (character) => character.charCodeAt(0));
    const hash = await digest('SHA-256', der);
    return Array.from(hash, (byte) => byte.toString(16).padStart(2, '0').toUpperCase()).join(':');
  } catch {
    return null;
  }
}
