// Bytes of an evidence file -> documents (contract: docs/trust-list.md, "Evidence"): a JSON array of what was fetched.
import * as v from 'valibot';
import { parseJson } from '../bytes/parse-json.ts';
import { decodeUtf8 } from '../bytes/utf8.ts';
import type { EvidenceDocument } from '../model/trust.ts';
import { parseUtcTime } from './parse-time.ts';

const MAX_BYTES = 32 * 1024 * 1024;
const MAX_DOCUMENTS = 1_000;

const documentShape = v.object({
  url: v.pipe(v.string(), v.maxLength(2_048), v.url(), v.startsWith('https://')),
  fetched: v.string(),
  mediaType: v.nullish(v.string(), null),
  text: v.optional(v.string()),
  base64: v.optional(v.pipe(v.string(), v.base64())),
});
const evidenceShape = v.pipe(v.array(documentShape), v.maxLength(MAX_DOCUMENTS));
type DocumentOnWire = v.InferOutput<typeof documentShape>;

export type EvidenceParsing =
  | { readonly ok: true; readonly documents: readonly EvidenceDocument[] }
  | { readonly ok: false; readonly why: 'evidence-unfamiliar' };

/** Every document in `bytes`, or none: one that cannot be read makes the file unfamiliar. `source` says who vouches. */
export function parseEvidence(bytes: Uint8Array, source: EvidenceDocument['source']): EvidenceParsing {
  const text = bytes.length > MAX_BYTES ? null : decodeUtf8(bytes);
  const parsed = text === null ? null : parseJson(text.replace(/^\uFEFF/, ''));
  const shaped = parsed?.ok ? v.safeParse(evidenceShape, parsed.value) : null;
  const documents = shaped?.success ? shaped.output.map((document) => readDocument(document, source)) : [null];
  const read = documents.filter((document) => document !== null);
  return read.length === documents.length ? { ok: true, documents: read } : { ok: false, why: 'evidence-unfamiliar' };
}

function readDocument(wire: DocumentOnWire, source: EvidenceDocument['source']): EvidenceDocument | null {
  const fetched = parseUtcTime(wire.fetched);
  const text = wire.text ?? decodeBase64Text(wire.base64 ?? null);
  if (fetched === null || text === null) return null;
  return { url: wire.url, fetched, mediaType: wire.mediaType, text, source };
}

/** Bytes that are not UTF-8 become an empty text: nothing reads binary evidence yet, and the file stays usable. */
function decodeBase64Text(base64: string | null): string | null {
  if (base64 === null) return null;
  return decodeUtf8(Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))) ?? '';
}
