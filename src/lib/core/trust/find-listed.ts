// Which lists in hand name an issuer, and what a listing says of a key and of a moment.
import { jwkThumbprint } from '../bytes/jwk-thumbprint.ts';
import type { EpochSeconds } from '../model/brand.ts';
import type { PublicJwk } from '../model/jwk.ts';
import type { ListedIssuer, TrustList, TrustMaterial } from '../model/trust.ts';
import { sameKey } from './same-key.ts';

export interface Listing {
  readonly list: TrustList;
  readonly issuer: ListedIssuer;
}

/** Every listing in `trust`, whoever it names. */
export function allListings(trust: TrustMaterial): readonly Listing[] {
  return trust.lists.flatMap((list) => list.issuers.map((issuer) => ({ list, issuer })));
}

/** Listings whose `ids` hold `issuerId`, letter by letter. */
export function listingsOf(issuerId: string | null, trust: TrustMaterial): readonly Listing[] {
  if (issuerId === null) return [];
  return allListings(trust).filter(({ issuer }) => issuer.ids.includes(issuerId));
}

/** Whether the listing itself says which keys are the issuer's. One that does not can refute no key. */
export function statesKeys({ issuer }: Listing): boolean {
  return issuer.keys.length > 0 || issuer.certificates.length > 0;
}

export function holdsKey({ issuer }: Listing, key: PublicJwk): boolean {
  return issuer.keys.some((listed) => sameKey(listed, key));
}

/** Whether the listing held at `moment`, usually that of issuance. */
export function heldAt({ issuer }: Listing, moment: EpochSeconds): boolean {
  return (
    (issuer.validFrom === null || issuer.validFrom <= moment) &&
    (issuer.validUntil === null || moment <= issuer.validUntil)
  );
}

/** Whether `kid` is the name `key` was listed under, or its thumbprint (RFC 7638). */
export async function isNamed(key: PublicJwk, kid: string): Promise<boolean> {
  return key.kid === kid || (await jwkThumbprint(key)) === kid;
}
