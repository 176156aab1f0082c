// A kept credential with what was last found of it, and whether that still counts today.
import type { EpochSeconds } from '../core/model/brand.ts';
import type { Examination } from '../core/model/examination.ts';
import type { DerivedRecord, StoredCredential } from '../core/ports.ts';

export interface WalletItem {
  readonly stored: StoredCredential;
  readonly examination: Examination;
  readonly checkedAt: EpochSeconds;
  /** Being checked again: trust, program or day changed since `checkedAt`. */
  readonly stale: boolean;
}

const DAY = 86_400;

/** The item of `stored` as last derived. What no longer holds is not shown as genuine meanwhile. */
export function itemFromDerived(
  stored: StoredCredential,
  { examination, checkedAt, basis }: DerivedRecord,
  today: { readonly basis: string; readonly now: EpochSeconds },
): WalletItem {
  const sameBasis = basis === today.basis;
  const sameDay = Math.floor(checkedAt / DAY) === Math.floor(today.now / DAY);
  if (sameBasis && sameDay) return { stored, examination, checkedAt, stale: false };
  const holds = sameBasis && !hasEnded(examination, today.now) && checkedAt <= today.now;
  return { stored, examination: holds ? examination : notCheckedYet(examination), checkedAt, stale: true };
}

function hasEnded(examination: Examination, now: EpochSeconds): boolean {
  if (examination.outcome !== 'credential') return false;
  const { validUntil } = examination.credential;
  return validUntil !== null && validUntil <= now;
}

/** Nothing is green that was not checked: a verdict of other days or other trust waits as "cannot tell". */
function notCheckedYet(examination: Examination): Examination {
  if (examination.outcome !== 'credential' || examination.judgement.verdict !== 'genuine') return examination;
  const { credential, judgement } = examination;
  return {
    outcome: 'credential',
    credential,
    judgement: { ...judgement, verdict: 'cannot-tell', because: ['signature-not-checked'] },
  };
}

/** `item` until it is checked again, because what it rested on has changed. */
export function outdated(item: WalletItem): WalletItem {
  return { ...item, examination: notCheckedYet(item.examination), stale: true };
}

/** `items` with `more` put in, replacing those of the same id; newest first. */
export function merged(items: readonly WalletItem[], more: readonly WalletItem[]): readonly WalletItem[] {
  const all = new Map(items.map((item) => [item.stored.id, item]));
  for (const item of more) all.set(item.stored.id, item);
  return [...all.values()].sort(newestFirst);
}

function newestFirst({ stored: a }: WalletItem, { stored: b }: WalletItem): number {
  return b.receivedAt - a.receivedAt || (a.id < b.id ? 1 : -1);
}
