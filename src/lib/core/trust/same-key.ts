// Two JWKs are the same key when their public members are, whatever `kid`, `alg` or `use` say (RFC 7638 §3.2).
import type { PublicJwk } from '../model/jwk.ts';

/** Whether `one` and `other` are the same public key. A key of a type we do not know is the same as none. */
export function sameKey(one: PublicJwk, other: PublicJwk): boolean {
  if (one.kty !== other.kty) return false;
  switch (one.kty) {
    case 'EC':
      return both(one.x, other.x) && both(one.y, other.y) && both(one.crv, other.crv);
    case 'OKP':
      return both(one.x, other.x) && both(one.crv, other.crv);
    case 'RSA':
      return both(one.n, other.n) && both(one.e, other.e);
    default:
      return false;
  }
}

function both(one: string | undefined, other: string | undefined): boolean {
  return one !== undefined && one === other;
}
