// Canonical N-Quads with their blank nodes renamed as the issuer named them, sorted anew (vc-di-ecdsa §3.4.3).

const RESOURCE = String.raw`<[^>]*>|_:[^ ]+`;
const LITERAL = String.raw`"[^"\\]*(?:\\.[^"\\]*)*"(?:\^\^<[^>]*>|@[A-Za-z0-9-]+)?`;
/** One statement: subject, predicate, object, graph (N-Quads §2). */
const QUAD = new RegExp(`^(${RESOURCE}) (<[^>]*>) (${RESOURCE}|${LITERAL})(?: (${RESOURCE}))? \\.$`);

/**
 * Statements of `nquads`, each ending in a line feed. `labels`: canonical label (`c14n0`) -> new one. null when a label
 * is missing or a line is no statement. Only blank nodes are renamed: a text that looks like one stays as it was signed.
 */
export function relabelQuads(nquads: string, labels: ReadonlyMap<string, string>): readonly string[] | null {
  const quads: string[] = [];
  for (const line of nquads.split('\n').slice(0, -1)) {
    const quad = relabelQuad(line, labels);
    if (quad === null) return null;
    quads.push(quad);
  }
  return quads.sort();
}

function relabelQuad(line: string, labels: ReadonlyMap<string, string>): string | null {
  const parts = QUAD.exec(line)?.slice(1);
  if (parts === undefined) return null;
  const renamed = parts.map((part: string | undefined) => (part === undefined ? '' : rename(part, labels)));
  return renamed.includes(null) ? null : `${renamed.filter((part) => part !== '').join(' ')} .\n`;
}

function rename(term: string, labels: ReadonlyMap<string, string>): string | null {
  if (!term.startsWith('_:')) return term;
  const label = labels.get(term.slice(2));
  return label === undefined ? null : `_:${label}`;
}

/** Canonical labels in `nquads`: RDFC-1.0 numbers them from 0 without a gap. */
export function canonicalLabels(nquads: string): readonly string[] {
  const labels = new Set<string>();
  for (const line of nquads.split('\n').slice(0, -1)) {
    const parts: readonly (string | undefined)[] = QUAD.exec(line)?.slice(1) ?? [];
    for (const part of parts) if (part?.startsWith('_:') === true) labels.add(part.slice(2));
  }
  return [...labels];
}
