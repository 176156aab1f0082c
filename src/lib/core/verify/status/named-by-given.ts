// An Open Badge 2.0 does not name its revocation list itself: its issuer's profile does, which may be a document in hand.
import type { ParsedCredential, StatusReference } from '../../model/credential.ts';
import type { TrustMaterial } from '../../model/trust.ts';

/** Whether the only word for the address of the list is a profile that somebody brought along. */
export function isNamedByGiven(credential: ParsedCredential, { type }: StatusReference, trust: TrustMaterial): boolean {
  if (credential.kind !== 'open-badge-2' || type !== 'OB2RevocationList') return false;
  const profiles = trust.documents.filter(({ url }) => url === credential.refersTo.issuer);
  return profiles.length > 0 && profiles.every(({ source }) => source === 'given');
}
