// Names for keys, so that two can be compared by eye or read out.
import { jwkThumbprint } from '../core/bytes/jwk-thumbprint.ts';
import type { PublicJwk } from '../core/model/jwk.ts';

/** RFC 7638 thumbprints of `keys`, in their order; the key type stands in for a key that has none. */
export function keyNames(keys: readonly PublicJwk[]): Promise<readonly string[]> {
  return Promise.all(keys.map(async (key) => (await jwkThumbprint(key)) ?? key.kty));
}
