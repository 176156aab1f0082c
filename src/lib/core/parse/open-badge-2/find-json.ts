// JSON among the documents in hand, by address: what this device fetched before what somebody brought.
import { parseJson } from '../../bytes/parse-json.ts';
import { isJsonObject } from '../../model/json.ts';
import type { JsonObject } from '../../model/json.ts';
import type { EvidenceDocument } from '../../model/trust.ts';

export interface FoundJson {
  readonly value: JsonObject;
  readonly document: EvidenceDocument;
  /** This device fetched it, or the operator answers for it. */
  readonly vouched: boolean;
}

/** Only what nobody brought: for what completes a badge without being marked as given. */
export function findVouchedJson(url: string | null, documents: readonly EvidenceDocument[]): FoundJson | null {
  return findJson(
    url,
    documents.filter(({ source }) => source !== 'given'),
  );
}

/** The newest vouched object at `url`; else the newest that was given; else null. */
export function findJson(url: string | null, documents: readonly EvidenceDocument[]): FoundJson | null {
  if (url === null) return null;
  const here = documents.filter((document) => document.url === url).toSorted((a, b) => b.fetched - a.fetched);
  const vouched = here.filter(({ source }) => source !== 'given');
  for (const document of [...vouched, ...here]) {
    const parsed = parseJson(document.text);
    if (parsed.ok && isJsonObject(parsed.value))
      return { value: parsed.value, document, vouched: document.source !== 'given' };
  }
  return null;
}
