// What the wallet's list knows of an item, worked out once however often it is sorted, searched or drawn.
import type { EpochSeconds } from '$lib/core/model/brand.ts';
import type { WalletItem } from '$lib/state/wallet-item.ts';
import { summariseCredential, summariseDocument } from '$lib/ui/summarise-credential.ts';
import type { CredentialSummary } from '$lib/ui/summarise-credential.ts';

export interface ListEntry {
  readonly item: WalletItem;
  readonly summary: CredentialSummary;
  readonly title: string;
  readonly issuer: string;
  readonly ends: EpochSeconds | null;
  /** Everything one may search for, folded. */
  readonly haystack: string;
}

const known = new WeakMap<WalletItem, ListEntry>();

/** The entry of `item`; the same one every time for the same item. */
export function listEntry(item: WalletItem): ListEntry {
  const before = known.get(item);
  if (before) return before;
  const made = makeEntry(item);
  known.set(item, made);
  return made;
}

/** Lower case without accents, so that "mattias" finds "Máttias". */
export const folded = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** Entries in which every word of `query` stands. */
export function matching(entries: readonly ListEntry[], query: string): readonly ListEntry[] {
  const words = folded(query).split(/\s+/).filter(Boolean);
  return words.length === 0
    ? entries
    : entries.filter(({ haystack }) => words.every((word) => haystack.includes(word)));
}

function makeEntry(item: WalletItem): ListEntry {
  const { stored, examination } = item;
  if (examination.outcome === 'unreadable') {
    const summary = summariseDocument(stored.fileName, stored.mediaType);
    const title = stored.fileName ?? '';
    return { item, summary, title, issuer: '', ends: null, haystack: folded(title) };
  }
  const { credential, judgement } = examination;
  const { achievement } = credential;
  const summary = summariseCredential(credential, judgement);
  const texts = [
    achievement.title,
    achievement.issuerName,
    credential.issuer.name,
    achievement.description,
    ...achievement.alignments.map(({ name }) => name),
    ...achievement.parts.map((part) => part.title),
  ].flatMap((text) => text.map((entry) => entry.text.slice(0, 500)));
  const chips = summary.chips.map(({ text }) => text);
  return {
    item,
    summary,
    title: summary.title[0]?.text ?? '',
    issuer: summary.issuer[0]?.text ?? '',
    ends: credential.validUntil,
    haystack: folded([...texts, ...chips, ...credential.types, stored.fileName ?? ''].join('\n')),
  };
}
