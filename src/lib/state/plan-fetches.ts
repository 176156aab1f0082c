// What would have to be fetched, from whom and for what, so that everything kept can be checked offline. Asks nobody.
import type { EpochSeconds } from '../core/model/brand.ts';
import type { ParsedCredential } from '../core/model/credential.ts';
import type { EvidenceDocument, TrustMaterial, WhyWanted } from '../core/model/trust.ts';
import { wantedByLists, wantedEvidence } from '../core/trust/wanted-evidence.ts';
import type { WantedDocument } from '../core/trust/wanted-evidence.ts';

export interface PlannedFetch {
  readonly url: string;
  /** The part of the address that learns that somebody asks; the address itself when it is none. */
  readonly host: string;
  readonly why: readonly WhyWanted[];
  /** How many of the credentials this one document serves; 0 when only a trust list names it. */
  readonly credentials: number;
  readonly held: { readonly fetched: EpochSeconds; readonly source: EvidenceDocument['source'] } | null;
  /** Not in hand, only given to this device, or so old that it should be fetched again. */
  readonly due: boolean;
}

const DAY = 86_400;
/** What can change from one day to the next; everything else is published for years, and counts for thirty days. */
const DAILY: readonly WhyWanted[] = ['status', 'revocation-list', 'hosted-assertion'];
const LASTING_DAYS = 20;

/** One entry for each address, those of one host together. */
export function planFetches(
  credentials: readonly ParsedCredential[],
  trust: TrustMaterial,
  now: EpochSeconds,
): readonly PlannedFetch[] {
  const wanted = new Map<string, { readonly why: Set<WhyWanted>; credentials: number }>();
  const want = (documents: readonly WantedDocument[], serves: 0 | 1): void => {
    for (const url of new Set(documents.map((document) => document.url))) {
      const entry = wanted.get(url) ?? { why: new Set(), credentials: 0 };
      entry.credentials += serves;
      documents.filter((document) => document.url === url).forEach(({ why }) => entry.why.add(why));
      wanted.set(url, entry);
    }
  };
  for (const credential of credentials) want(wantedEvidence(credential, trust), 1);
  if (trust.lists.length > 0) want(wantedByLists(trust), 0);
  const held = new Map(trust.documents.map((document) => [document.url, document]));
  return [...wanted.entries()]
    .map(([url, { why, credentials: count }]) =>
      planned(url, { why: [...why], credentials: count, held: held.get(url) ?? null, now }),
    )
    .sort((a, b) => (a.host === b.host ? compare(a.url, b.url) : compare(a.host, b.host)));
}

interface About {
  readonly why: readonly WhyWanted[];
  readonly credentials: number;
  readonly held: EvidenceDocument | null;
  readonly now: EpochSeconds;
}

function planned(url: string, { why, credentials, held, now }: About): PlannedFetch {
  return {
    url,
    host: URL.canParse(url) ? new URL(url).host : url,
    why,
    credentials,
    held: held === null ? null : { fetched: held.fetched, source: held.source },
    due: held === null || held.source === 'given' || isOld(now - held.fetched, why),
  };
}

function isOld(seconds: number, why: readonly WhyWanted[]): boolean {
  return seconds > DAY * (why.some((one) => DAILY.includes(one)) ? 1 : LASTING_DAYS);
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
