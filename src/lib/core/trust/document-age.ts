// How old a document of keys may be: keys are withdrawn, and nobody tells.
import type { EpochSeconds } from '../model/brand.ts';
import type { EvidenceDocument, TrustMaterial } from '../model/trust.ts';
import { MAX_LIST_AGE_DAYS } from './list-age.ts';

const DAY_SECONDS = 86_400;

/** As with lists of issuers: thirty days since it was fetched. One fetched in the future says nothing of today either. */
export function isKeyDocumentStale({ fetched }: EvidenceDocument, now: EpochSeconds): boolean {
  return now - fetched > MAX_LIST_AGE_DAYS * DAY_SECONDS || fetched - now > DAY_SECONDS;
}

/**
 * `trust` without the documents under which nothing may be refuted: those that somebody brought, and old ones. Null when
 * there are none of these, so that asking again would answer the same.
 */
export function withSureDocuments(trust: TrustMaterial, now: EpochSeconds): TrustMaterial | null {
  const sure = trust.documents.filter((document) => document.source !== 'given' && !isKeyDocumentStale(document, now));
  return sure.length === trust.documents.length ? null : { ...trust, documents: sure };
}
