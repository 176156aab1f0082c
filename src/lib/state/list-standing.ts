// What a trust list is worth today: whether it is too old, and whether the key that signed it is one the learner pinned.
import type { EpochSeconds } from '../core/model/brand.ts';
import type { Pin, TrustList } from '../core/model/trust.ts';
import { isStale } from '../core/trust/list-age.ts';
import { keyName } from './key-names.ts';

export interface ListStanding {
  readonly stale: boolean;
  /** Whose key signed it, as pinned on this device; null for an unsigned list and for a key nobody pinned. */
  readonly signer: string | null;
}

export async function listStanding(list: TrustList, pins: readonly Pin[], now: EpochSeconds): Promise<ListStanding> {
  const names = await Promise.all(pins.map(({ key }) => keyName(key)));
  const signer = list.signedBy === null ? undefined : pins[names.indexOf(list.signedBy)];
  return { stale: isStale(list, now), signer: signer?.issuerId ?? null };
}

/** Too old to settle anything by itself (DESIGN: 30 days), or past its own end. */
export const isListStale = (list: TrustList, now: EpochSeconds): boolean => isStale(list, now);
