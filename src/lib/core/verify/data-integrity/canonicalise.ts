// JSON-LD document -> canonical N-Quads (JSON-LD 1.1 API §8, RDFC-1.0 §4): what the RDFC suites hash.
// The common part of JSON-LD in bundled contexts goes through json-ld/to-quads.ts; everything else, and every refusal,
// through jsonld, which is loaded only then. Calls rdf-canonize; what it throws is a reason.
import rdfCanonize from 'rdf-canonize';
import type { JsonObject } from '../../model/json.ts';
import type { ReasonCode } from '../../model/reason.ts';
import { toQuads } from './json-ld/to-quads.ts';

export type Canonical =
  { readonly ok: true; readonly nquads: string } | { readonly ok: false; readonly reason: ReasonCode };

/** What blank nodes are told apart by inside RDFC-1.0 (§4.1); SHA-256 unless a suite's libraries agree on the other. */
export type RdfcHash = 'SHA-256' | 'SHA-384';

/** RDFC-1.0 §7.1: some graphs take factorial time. At most this many looks at permutations, then it is given up. */
const MAX_LOOKS = 2_000;
/** Deep comparisons: at most the square of the number of blank nodes that look alike. */
const MAX_WORK_FACTOR = 2;

/** Canonical N-Quads of `document`, or why there are none. Nothing is fetched; a dropped claim is a failure. */
export async function canonicalise(document: JsonObject, hash: RdfcHash = 'SHA-256'): Promise<Canonical> {
  const quads = toQuads(document);
  if (quads !== null) return canonicaliseQuads(quads, hash);
  const { quadsByJsonld } = await import('./quads-by-jsonld.ts');
  const slower = await quadsByJsonld(document);
  return slower.ok ? canonicaliseQuads(slower.quads, hash) : slower;
}

/** Canonical N-Quads of a dataset (RDF/JS-like quads); `signature-not-checked` when that would be too much work. */
export async function canonicaliseQuads(quads: readonly unknown[], hash: RdfcHash = 'SHA-256'): Promise<Canonical> {
  try {
    const nquads = await rdfCanonize.canonize(quads, {
      algorithm: 'RDFC-1.0',
      format: 'application/n-quads',
      messageDigestAlgorithm: hash,
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
