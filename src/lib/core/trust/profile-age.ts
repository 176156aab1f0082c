// How old the issuer profile of a badge is: what it says of keys and addresses may have been taken back since.
import type { EpochSeconds } from '../model/brand.ts';
import type { EvidenceDocument, TrustMaterial } from '../model/trust.ts';
import { isKeyDocumentStale } from './document-age.ts';

/** The newest document at `issuerId` that nobody brought, when even that is too old; null otherwise. */
export function staleProfile(
  issuerId: string | null,
  trust: TrustMaterial,
  now: EpochSeconds,
): EvidenceDocument | null {
  const here = trust.documents.filter(({ url, source }) => url === issuerId && source !== 'given');
  const newest = here.toSorted((one, other) => other.fetched - one.fetched)[0];
  return newest !== undefined && isKeyDocumentStale(newest, now) ? newest : null;
}
