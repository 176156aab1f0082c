// Which documents a device keeps when two lay claim to one address, and when there are too many.
import type { EvidenceDocument } from '../../core/model/trust.ts';

/** Characters of all documents together; a row counts its address and its text. */
export const EVIDENCE_LIMIT = 64 * 1024 * 1024;

/**
 * Whether `candidate` takes the place of `held`. What this device fetched is never displaced by what somebody brought,
 * and always displaces it: the date of a brought document is only a claim, which may lie in any future.
 */
export function replaces(candidate: EvidenceDocument, held: EvidenceDocument): boolean {
  if ((candidate.source === 'given') !== (held.source === 'given')) return candidate.source !== 'given';
  return candidate.fetched >= held.fetched;
}

/** Of several for one address, the one that stays. */
export function oneForEachAddress(documents: readonly EvidenceDocument[]): readonly EvidenceDocument[] {
  const chosen = new Map<string, EvidenceDocument>();
  for (const document of documents) {
    const held = chosen.get(document.url);
    if (held === undefined || replaces(document, held)) chosen.set(document.url, document);
  }
  return [...chosen.values()];
}

/**
 * Addresses of `others` that must go so that they fit beside `coming`: brought ones first, then the longest in hand.
 * Null when `coming` alone is too much.
 */
export function tooMany(
  coming: readonly EvidenceDocument[],
  others: readonly EvidenceDocument[],
  limit: number = EVIDENCE_LIMIT,
): readonly string[] | null {
  let room = limit - sum(coming);
  if (room < 0) return null;
  const gone: string[] = [];
  for (const document of [...others].sort(dearestFirst)) {
    room -= size(document);
    if (room < 0) gone.push(document.url);
  }
  return gone;
}

/** A row of storage that is whole. What is not is left out: it can be fetched again. */
export function isEvidence(row: unknown): row is EvidenceDocument {
  if (!isRecord(row)) return false;
  const { url, fetched, mediaType, text, source } = row;
  const known = source === 'this-device' || source === 'given' || source === 'operator';
  const worded = typeof url === 'string' && typeof text === 'string';
  return worded && known && Number.isSafeInteger(fetched) && (mediaType === null || typeof mediaType === 'string');
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

function dearestFirst(a: EvidenceDocument, b: EvidenceDocument): number {
  return (
    Number(a.source === 'given') - Number(b.source === 'given') || b.fetched - a.fetched || (a.url < b.url ? -1 : 1)
  );
}

const size = ({ url, text }: EvidenceDocument): number => url.length + text.length;
const sum = (documents: readonly EvidenceDocument[]): number =>
  documents.reduce((total, document) => total + size(document), 0);
