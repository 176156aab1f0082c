// How old a document of keys may be: keys are withdrawn, and nobody tells.
import type { EpochSeconds } from '../model/brand.ts';
import type { EvidenceDocument } from '../model/trust.ts';
import { MAX_LIST_AGE_DAYS } from './list-age.ts';

const DAY_SECONDS = 86_400;

/** As with lists of issuers: thirty days since it was fetched. One fetched in the future says nothing of today either. */
export function isKeyDocumentStale({ fetched }: EvidenceDocument, now: EpochSeconds): boolean {
  return now - fetched > MAX_LIST_AGE_DAYS * DAY_SECONDS || fetched - now > DAY_SECONDS;
}
