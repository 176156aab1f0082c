// The wallet's list in groups: merits, documents and specimens apart; merits sorted as asked.
import type { EpochSeconds } from '$lib/core/model/brand.ts';
import { m } from '$lib/i18n/paraglide/messages.js';
import { getLocale } from '$lib/i18n/paraglide/runtime.js';
import type { ListEntry } from './list-entry.ts';

export const SORTS = ['newest', 'title', 'issuer', 'ends'] as const;
export type Sort = (typeof SORTS)[number];

export interface Group {
  readonly key: string;
  readonly title: string;
  readonly kind: 'merits' | 'specimens' | 'documents';
  readonly entries: readonly ListEntry[];
}

/** Groups without entries are left out. `entries` come newest first. */
export function groupEntries(entries: readonly ListEntry[], sort: Sort, now: EpochSeconds): readonly Group[] {
  const specimens = entries.filter(isSpecimen);
  const documents = entries.filter((entry) => !isSpecimen(entry) && isDocument(entry));
  const merits = entries.filter((entry) => !isSpecimen(entry) && !isDocument(entry));
  const groups: readonly Group[] = [
    ...meritGroups(merits, sort, now),
    { key: 'documents', title: m.wallet_group_documents(), kind: 'documents', entries: documents },
    { key: 'specimens', title: m.wallet_group_specimens(), kind: 'specimens', entries: specimens },
  ];
  return groups.filter((group) => group.entries.length > 0);
}

/** The first `limit` entries over all groups. */
export function firstOf(groups: readonly Group[], limit: number): readonly Group[] {
  let left = limit;
  const shown: Group[] = [];
  for (const group of groups) {
    if (left <= 0) break;
    shown.push({ ...group, entries: group.entries.slice(0, left) });
    left -= group.entries.length;
  }
  return shown;
}

function isSpecimen({ item }: ListEntry): boolean {
  return item.stored.origin === 'specimen';
}

function isDocument({ item }: ListEntry): boolean {
  return item.examination.outcome === 'unreadable';
}

function meritGroups(merits: readonly ListEntry[], sort: Sort, now: EpochSeconds): readonly Group[] {
  const group = (key: string, title: string, entries: readonly ListEntry[]): Group => ({
    key,
    title,
    kind: 'merits',
    entries,
  });
  const { compare } = new Intl.Collator(getLocale(), { numeric: true, sensitivity: 'base' });
  const byTitle = (a: ListEntry, b: ListEntry): number => compare(a.title, b.title);
  switch (sort) {
    case 'newest':
      return [group('merits', m.wallet_group_merits(), merits)];
    case 'title':
      return [group('merits', m.wallet_group_merits(), merits.toSorted(byTitle))];
    case 'issuer': {
      const byIssuer = Map.groupBy(merits.toSorted(byTitle), ({ issuer }) => issuer);
      return [...byIssuer].sort(([a], [b]) => compare(a, b)).map(([name, all]) => group(`issuer ${name}`, name, all));
    }
    case 'ends': {
      const ending = merits.filter(({ ends }) => ends !== null).toSorted((a, b) => (a.ends ?? 0) - (b.ends ?? 0));
      return [
        group(
          'ending',
          m.wallet_sort_ends(),
          ending.filter(({ ends }) => (ends ?? 0) > now),
        ),
        group(
          'ended',
          m.wallet_group_ended(),
          ending.filter(({ ends }) => (ends ?? 0) <= now),
        ),
        group(
          'endless',
          m.wallet_group_without_end(),
          merits.filter(({ ends }) => ends === null),
        ),
      ];
    }
  }
}
