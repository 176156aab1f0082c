// How old a trust list may be. Age counts from `issued`, not from when it was imported: a copy made today of last
// year's list is a year old.
import type { EpochSeconds } from '../model/brand.ts';
import type { TrustList } from '../model/trust.ts';

const DAY_SECONDS = 86_400;
/** Days after which a list of issuers no longer settles anything by itself. */
export const MAX_LIST_AGE_DAYS = 30;

/** Whether `list` is past its own end or older than `maxAgeDays` at `now`. */
export function isStale(list: TrustList, now: EpochSeconds, maxAgeDays: number = MAX_LIST_AGE_DAYS): boolean {
  if (list.validUntil !== null && now > list.validUntil) return true;
  return now - list.issued > maxAgeDays * DAY_SECONDS;
}

/**
 * Whether `offered` may take the place of `held`: one with an older `issued` is a rollback, which would bring back
 * keys that were withdrawn. The same `issued` is the same list again.
 */
export function mayReplace(held: TrustList, offered: TrustList): boolean {
  return offered.issued >= held.issued;
}
