// Who vouches for the issuer: a trust list, a pin on this device, or nobody (DESIGN "Findings, trust, verdict").
import { finding } from '../model/finding.ts';
import type { Finding } from '../model/finding.ts';
import type { EpochSeconds } from '../model/brand.ts';
import { heldAt } from '../trust/find-listed.ts';
import type { Listing } from '../trust/find-listed.ts';
import { isStale } from '../trust/list-age.ts';
import type { IssuerBinding } from './issuer-binding.ts';
import type { Question } from './question.ts';
import type { ReasonOf } from '../model/reason.ts';

export interface IssuerTrust {
  readonly finding: Finding;
  /** The listings that decided: what the issuer is entitled to is read from them alone. */
  readonly listings: readonly Listing[];
}

/** `moment`: when the credential says it was issued; the listing must have held then. */
export function checkIssuerTrust(binding: IssuerBinding, moment: EpochSeconds, question: Question): IssuerTrust {
  if (binding.specimen) return { finding: finding('issuer-specimen'), listings: [] };
  if (binding.pin !== null) {
    const evidence = { source: 'pin', asOf: binding.pin.since };
    const reason = question.context.kind === 'document' ? 'issuer-pinned' : 'issuer-pinned-only';
    return { finding: finding(reason, evidence), listings: [] };
  }
  const then = binding.listings.filter((listing) => heldAt(listing, moment));
  const fresh = then.filter(({ list }) => !isStale(list, question.now));
  const [listings, reason] =
    fresh.length > 0
      ? ([fresh, listedBy(binding)] as const)
      : then.length > 0
        ? ([then, 'issuer-list-stale'] as const)
        : ([binding.listings, 'issuer-listing-not-valid-then'] as const);
  const best = newest(listings);
  if (best === null) return { finding: finding('issuer-not-listed'), listings };
  const evidence =
    reason === 'issuer-document-stale' && binding.stale !== null
      ? { source: binding.stale.url, asOf: binding.stale.fetched }
      : { source: best.list.name, asOf: best.list.issued };
  return { finding: finding(reason, evidence), listings };
}

/** A list vouches for the issuer; that the key is the issuer's may rest on a document alone. */
function listedBy({ given, stale }: IssuerBinding): ReasonOf<'issuer-trust'> {
  if (given) return 'issuer-evidence-given';
  return stale === null ? 'issuer-listed' : 'issuer-document-stale';
}

function newest(listings: readonly Listing[]): Listing | null {
  return listings.reduce<Listing | null>(
    (best, listing) => (best === null || listing.list.issued > best.list.issued ? listing : best),
    null,
  );
}
