// The statements of a document as its selective proof sees them: always shown ones apart from those that could be left out.
import type { SelectiveProofValue } from '../../../bytes/selective-proof-value.ts';
import { encodeBase64url } from '../../../bytes/base64url.ts';
import { isJsonArray, isJsonObject } from '../../../model/json.ts';
import type { JsonObject, JsonValue } from '../../../model/json.ts';
import type { SelectiveSuite } from '../suites.ts';
import { issuerLabels } from './issuer-labels.ts';
import { canonicalLabels, relabelQuads } from './relabel-quads.ts';

export interface Statements {
  readonly mandatory: readonly string[];
  readonly others: readonly string[];
}

/** A merit has some hundred statements; each that may be left out costs a signature check. */
export const MAX_STATEMENTS = 2_000;

export type Sorting =
  | { readonly ok: true; readonly statements: Statements }
  /** `signature-invalid`: the proof does not fit the document. `signature-not-checked`: nobody here can say. */
  | { readonly ok: false; readonly reason: 'signature-invalid' | 'signature-not-checked' };

const UNFIT: Sorting = { ok: false, reason: 'signature-invalid' };
const UNKNOWN: Sorting = { ok: false, reason: 'signature-not-checked' };

/** `nquads`: the canonical form of `document`. */
export async function sortStatements(
  value: SelectiveProofValue,
  document: JsonObject,
  nquads: string,
): Promise<Sorting> {
  switch (value.kind) {
    case 'ecdsa-sd-derived':
      return apart(
        nquads,
        textLabels(value.labels, (label) => `u${encodeBase64url(label)}`),
        value.mandatoryIndexes,
      );
    case 'bbs-derived':
      return apart(
        nquads,
        textLabels(value.labels, (label) => `b${label}`),
        value.mandatoryIndexes,
      );
    case 'ecdsa-sd-base':
      return whole('ecdsa-sd-2023', value, document, nquads);
    case 'bbs-base':
      return whole('bbs-2023', value, document, nquads);
  }
}

function textLabels<T>(labels: ReadonlyMap<number, T>, text: (label: T) => string): ReadonlyMap<string, string> {
  return new Map([...labels].map(([number, label]) => [`c14n${number}`, text(label)]));
}

function apart(nquads: string, labels: ReadonlyMap<string, string>, mandatoryIndexes: readonly number[]): Sorting {
  // Two nodes under one name would say of one what was signed of the other.
  if (new Set(labels.values()).size < labels.size) return UNFIT;
  const quads = relabelQuads(nquads, labels);
  const chosen = new Set(mandatoryIndexes);
  if (quads === null || mandatoryIndexes.some((index) => index >= quads.length)) return UNFIT;
  const mandatory = quads.filter((_, index) => chosen.has(index));
  return { ok: true, statements: { mandatory, others: quads.filter((_, index) => !chosen.has(index)) } };
}

async function whole(
  suite: SelectiveSuite,
  value: { readonly hmacKey: Uint8Array; readonly mandatoryPointers: readonly string[] },
  document: JsonObject,
  nquads: string,
): Promise<Sorting> {
  if (!value.mandatoryPointers.every((pointer) => pointsAtSomething(document, pointer))) return UNFIT;
  const labels = (canonical: readonly string[]): ReadonlyMap<string, string> =>
    issuerLabels(suite, value.hmacKey, canonical);
  const quads = relabelQuads(nquads, labels(canonicalLabels(nquads)));
  const { mandatoryQuads } = await import('./mandatory-quads.ts');
  const mandatory = await mandatoryQuads(document, value.mandatoryPointers, labels);
  if (quads === null || mandatory === null) return UNKNOWN;
  const always = quads.filter((quad) => mandatory.has(quad));
  if (always.length < mandatory.size) return UNKNOWN;
  const others = quads.filter((quad) => !mandatory.has(quad));
  return { ok: true, statements: { mandatory: always, others } };
}

/** Whether a JSON pointer (RFC 6901) leads anywhere in `document`. */
function pointsAtSomething(document: JsonObject, pointer: string): boolean {
  let at: JsonValue | undefined = document;
  for (const step of pointer.split('/').slice(1)) {
    const name = step.replaceAll('~1', '/').replaceAll('~0', '~');
    if (isJsonArray(at)) at = at[Number(name)];
    else at = isJsonObject(at) && Object.hasOwn(at, name) ? at[name] : undefined;
  }
  return at !== undefined;
}
