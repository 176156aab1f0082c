// W3C RDF Dataset Canonicalization (RDFC-1.0) test suite, through the call that verifying makes.
import rdfCanonize from 'rdf-canonize';
import { canonicaliseQuads } from '../../../src/lib/core/verify/data-integrity/canonicalise.ts';
import { hasVectors, vectorText } from '../folder.ts';
import type { Case, Suite } from './suite.ts';

const FOLDER = 'w3c-rdfcanon/w3c__rdf-canon/tests';

interface Entry {
  readonly id: string;
  readonly type: string;
  readonly name: string;
  readonly action: string;
  readonly result?: string;
  readonly hashAlgorithm?: string;
}

const WORK = 'right by the suite, but more work than a merit may ask for: given up, and said so';
const TOO_MUCH_WORK: ReadonlySet<string> = new Set(['#test044c', '#test045c', '#test046c']);

async function evaluation({ id, name, action, result = '' }: Entry): Promise<Case> {
  const canonical = await canonicaliseQuads(rdfCanonize.NQuads.parse(vectorText(`${FOLDER}/${action}`)));
  const same = canonical.ok && canonical.nquads === vectorText(`${FOLDER}/${result}`);
  const got = same ? 'the published form' : canonical.ok ? 'another form' : 'given up';
  const why = TOO_MUCH_WORK.has(id) && got === 'given up' ? WORK : undefined;
  return { name: `${id.slice(1)} ${name}`, expected: 'the published form', got, why };
}

async function poison({ id, name, action }: Entry): Promise<Case> {
  const canonical = await canonicaliseQuads(rdfCanonize.NQuads.parse(vectorText(`${FOLDER}/${action}`)));
  return { name: `${id.slice(1)} ${name}`, expected: 'given up', got: canonical.ok ? 'worked on' : 'given up' };
}

export async function rdfc(): Promise<readonly Suite[]> {
  const manifest = `${FOLDER}/manifest.jsonld`;
  if (!hasVectors(manifest)) return [];
  const { entries } = JSON.parse(vectorText(manifest)) as { entries: readonly Entry[] };
  const of = (type: string): readonly Entry[] => entries.filter((one) => one.type === type && !one.hashAlgorithm);
  const common = { format: 'RDFC-1.0', source: 'w3c/rdf-canon' };
  return [
    { ...common, asks: 'canonical form', cases: await Promise.all(of('rdfc:RDFC10EvalTest').map(evaluation)) },
    { ...common, asks: 'poison graph', cases: await Promise.all(of('rdfc:RDFC10NegativeEvalTest').map(poison)) },
  ];
}
