// JSON-LD document -> canonical N-Quads (JSON-LD 1.1 API §8, RDFC-1.0 §4): what eddsa-rdfc-2022 hashes.
// Calls jsonld and rdf-canonize, and turns what they throw into reasons.
import jsonld from 'jsonld';
import rdfCanonize from 'rdf-canonize';
import { bundledContext } from '../../contexts/bundled-contexts.ts';
import type { JsonObject } from '../../model/json.ts';
import type { ReasonCode } from '../../model/reason.ts';

export type Canonical =
  { readonly ok: true; readonly nquads: string } | { readonly ok: false; readonly reason: ReasonCode };

/** RDFC-1.0 §7.1: some graphs take factorial time. At most this many looks at permutations, then it is given up. */
const MAX_LOOKS = 2_000;
/** Deep comparisons: at most the square of the number of blank nodes that look alike. */
const MAX_WORK_FACTOR = 2;

/** Canonical N-Quads of `document`, or why there are none. Nothing is fetched; a dropped claim is a failure. */
export async function canonicalise(document: JsonObject): Promise<Canonical> {
  let quads: readonly unknown[];
  try {
    quads = await jsonld.toRDF(document, { base: null, safe: true, documentLoader: loadBundled });
  } catch (failure) {
    return { ok: false, reason: reasonOf(failure) };
  }
  return canonicaliseQuads(quads);
}

/** Canonical N-Quads of a dataset (RDF/JS-like quads); `signature-not-checked` when that would be too much work. */
export async function canonicaliseQuads(quads: readonly unknown[]): Promise<Canonical> {
  try {
    const nquads = await rdfCanonize.canonize(quads, {
      algorithm: 'RDFC-1.0',
      format: 'application/n-quads',
      maxWorkFactor: MAX_WORK_FACTOR,
      signal: countingSignal(),
    });
    return { ok: true, nquads };
  } catch {
    return { ok: false, reason: 'signature-not-checked' };
  }
}

/** A signal that counts how often it is looked at, instead of a clock: the same work for the same input everywhere. */
function countingSignal(): { readonly aborted: boolean; readonly reason: string } {
  let looks = 0;
  return {
    get aborted() {
      looks += 1;
      return looks > MAX_LOOKS;
    },
    reason: 'too many permutations',
  };
}

function loadBundled(url: string): Promise<unknown> {
  const document = bundledContext(url);
  if (document === null) return Promise.reject(new Error('context not in hand'));
  return Promise.resolve({ contextUrl: null, documentUrl: url, document });
}

/** jsonld's error codes (JSON-LD 1.1 API §9.6) and its safe mode, as reasons. */
function reasonOf(failure: unknown): ReasonCode {
  if (field(failure, 'name') === 'jsonld.ValidationError') return 'claim-not-covered-by-signature';
  const code = field(field(failure, 'details'), 'code');
  if (code === 'protected term redefinition' || code === 'invalid context nullification')
    return 'context-redefines-term';
  return code === 'loading remote context failed' ? 'context-not-in-hand' : 'malformed';
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && name in value ? Reflect.get(value, name) : undefined;
}
