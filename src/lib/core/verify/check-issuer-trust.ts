// Who vouches for the issuer: a trust list, a pin on this device, or nobody (DESIGN "Findings, trust, verdict").
import { finding } from '../model/finding.ts';
import type { Finding } from '../model/finding.ts';
import type { EpochSeconds } from '../model/brand.ts';
import { heldAt } from '../trust/find-listed.ts';
import type { Listing } from '../trust/find-listed.ts';
import { isStale } from '../trust/list-age.ts';
import type { IssuerBinding } from './issuer-binding.ts';
import type { Question } from './question.ts';

/** `moment`: when the credential says it was issued; the listing must have held then. */
export function checkIssuerTrust(binding: IssuerBinding, moment: EpochSeconds, question: Question): Finding {
  if (binding.specimen) return finding('issuer-specimen');
  if (binding.pin !== null) {
    const evidence = { source: 'pin', asOf: binding.pin.since };
    return finding(question.context.kind === 'document' ? 'issuer-pinned' : 'issuer-pinned-only', evidence);
  }
  const then = binding.listings.filter((listing) => heldAt(listing, moment));
  const fresh = then.filter(({ list }) => !isStale(list, question.now));
  const best = newest(fresh) ?? newest(then) ?? newest(binding.listings);
  if (best === null) return finding('issuer-not-listed');
  const evidence = { source: best.list.name, asOf: best.list.issued };
  if (then.length === 0) return finding('issuer-listing-not-valid-then', evidence);
  if (fresh.length === 0) return finding('issuer-list-stale', evidence);
  return finding(binding.given ? 'issuer-evidence-given' : 'issuer-listed', evidence);
}

function newest(listings: readonly Listing[]): Listing | null {
  return listings.reduce<Listing | null>(
    (best, listing) => (best === null || listing.list.issued > best.list.issued ? listing : best),
    null,
  );
}
