// W3C RDF Dataset Canonicalization (RDFC-1.0) test suite, through the call that verifying makes.
import rdfCanonize from 'rdf-canonize';
import { expect, test } from 'vitest';
import { canonicaliseQuads } from '../../src/lib/core/verify/data-integrity/canonicalise.ts';
import { describeVectors, vectorText } from './folder.ts';

const FOLDER = 'w3c-rdfcanon/w3c__rdf-canon/tests';

interface Entry {
  readonly id: string;
  readonly type: string;
  readonly name: string;
  readonly action: string;
  readonly result?: string;
  readonly hashAlgorithm?: string;
}

/** Right by the suite, but more work than a merit may ask for: given up, and said so. */
const TOO_MUCH_WORK: ReadonlySet<string> = new Set(['#test044c', '#test045c', '#test046c']);

describeVectors('W3C RDFC-1.0', () => {
  const { entries } = JSON.parse(vectorText(`${FOLDER}/manifest.jsonld`)) as { entries: readonly Entry[] };
  // Left out: SHA-384 (eddsa-rdfc-2022 hashes with SHA-256), and the maps of issued labels, which nothing here asks for.
  const evaluations = entries.filter(({ type, hashAlgorithm }) => type === 'rdfc:RDFC10EvalTest' && !hashAlgorithm);
  const poisons = entries.filter(({ type }) => type === 'rdfc:RDFC10NegativeEvalTest');
  const quadsOf = ({ action }: Entry): readonly unknown[] =>
    rdfCanonize.NQuads.parse(vectorText(`${FOLDER}/${action}`));

  test('63 graphs and one poison', () => {
    expect([evaluations.length, poisons.length]).toEqual([63, 1]);
  });

  test.each(evaluations.filter(({ id }) => !TOO_MUCH_WORK.has(id)))('$id $name', async (entry) => {
    const nquads = vectorText(`${FOLDER}/${entry.result ?? ''}`);
    expect(await canonicaliseQuads(quadsOf(entry))).toEqual({ ok: true, nquads });
  });

  test.each([...poisons, ...evaluations.filter(({ id }) => TOO_MUCH_WORK.has(id))])(
    '$id $name is given up, not worked on without end',
    async (entry) => {
      expect(await canonicaliseQuads(quadsOf(entry))).toEqual({ ok: false, reason: 'signature-not-checked' });
    },
  );
});
