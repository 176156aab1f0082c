// The faster way through JSON-LD never says anything else than jsonld: over published documents, and over what
// becomes of them when members are dropped, doubled, renamed, retyped or moved.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isJsonArray, isJsonObject } from '../../src/lib/core/model/json.ts';
import type { JsonObject, JsonValue } from '../../src/lib/core/model/json.ts';
import { canonicaliseQuads } from '../../src/lib/core/verify/data-integrity/canonicalise.ts';
import type { Canonical } from '../../src/lib/core/verify/data-integrity/canonicalise.ts';
import { checkContexts } from '../../src/lib/core/verify/data-integrity/check-contexts.ts';
import { toQuads } from '../../src/lib/core/verify/data-integrity/json-ld/to-quads.ts';
import { quadsByJsonld } from '../../src/lib/core/verify/data-integrity/quads-by-jsonld.ts';
import { badge } from '../builders/issue-data-integrity.ts';
import { describeVectors, vectorText } from '../vectors/folder.ts';
import { readDocument, vectorDocument } from '../vectors/data-integrity-vector.ts';

const V2 = 'https://www.w3.org/ns/credentials/v2';
const OB = 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json';

async function byJsonld(document: JsonObject): Promise<Canonical> {
  const quads = await quadsByJsonld(document);
  return quads.ok ? canonicaliseQuads(quads.quads) : quads;
}

/** Says nothing (null), or what jsonld says. */
async function agrees(document: JsonObject): Promise<boolean> {
  const quads = toQuads(document);
  if (quads === null) return false;
  expect(await canonicaliseQuads(quads)).toEqual(await byJsonld(document));
  return true;
}

const STRANGE_KEYS = [
  '@id',
  '@type',
  '@value',
  '@language',
  '@list',
  '@set',
  '@graph',
  '@included',
  '@reverse',
  '@nest',
  '@index',
  '@json',
  '@direction',
  '@none',
  'id',
  'type',
  'name',
  'proof',
  'evidence',
  'achievement',
  'endorsement',
  'verifiableCredential',
  'allowedValue',
  'result',
  'issuer',
  'validFrom',
  'https://schema.org/name',
  '_:b0',
  'unmapped',
  'sec:thing',
  'http://www.w3.org/1999/02/22-rdf-syntax-ns#type',
  'credentialSchema',
  'relatedResource',
  'confidenceMethod',
  'terms',
];
const strangeValue: fc.Arbitrary<JsonValue> = fc.oneof(
  fc.constantFrom<JsonValue>(
    null,
    true,
    false,
    0,
    -1,
    7.5,
    1e21,
    1e-7,
    '',
    'text',
    '7.5',
    'true',
    'urn:x:1',
    '_:b0',
    '@type',
    '@id',
    'relative/path',
    '#x',
    'https://example.org/a b',
    [],
    {},
    [[]],
    [null],
    { id: 'urn:x:1' },
    { type: 'Profile' },
    { '@value': 'x' },
    { '@value': 'x', '@language': 'sv' },
    { '@value': 'x', '@language': 'not a tag' },
    { '@value': 1, '@type': 'xsd:integer' },
    { '@value': 'x', '@direction': 'rtl', '@language': 'ar' },
    { '@list': ['a'] },
    { '@set': ['a'] },
    { '@id': 'urn:x:2' },
    { id: 'urn:x:3', type: ['Achievement'], name: 'A' },
    { '@context': V2, id: 'urn:x:4', type: 'VerifiableCredential' },
    { '@context': [V2, OB], type: ['Achievement'], name: 'B' },
    { '@context': null, name: 'C' },
    { '@graph': [] },
  ),
  fc.string({ maxLength: 5 }),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
);

interface Change {
  readonly at: number;
  readonly how: 'drop' | 'replace' | 'add' | 'rename' | 'wrap' | 'double' | 'move';
  readonly key: string;
  readonly value: JsonValue;
}
const change: fc.Arbitrary<Change> = fc.record({
  at: fc.nat(400),
  how: fc.constantFrom<Change['how']>('drop', 'replace', 'add', 'rename', 'wrap', 'double', 'move'),
  key: fc.constantFrom(...STRANGE_KEYS),
  value: strangeValue,
});

/** Applies `change` to one member somewhere in `document`, counted in depth-first order. */
function apply(document: JsonObject, { at, how, key, value }: Change): JsonObject {
  const total = countMembers(document);
  let left = at % Math.max(1, total);
  const visit = (node: JsonValue): JsonValue => {
    if (isJsonArray(node)) return node.map(visit);
    if (!isJsonObject(node)) return node;
    const members: [string, JsonValue][] = [];
    for (const [name, member] of Object.entries(node)) {
      const here = name !== '@context' && left === 0;
      if (name !== '@context') left -= 1;
      if (!here) members.push([name, name === '@context' ? member : visit(member)]);
      else members.push(...changed(how, name, member, key, value));
    }
    return Object.fromEntries(members);
  };
  const result = visit(document);
  return isJsonObject(result) ? result : document;
}

function changed(
  how: Change['how'],
  name: string,
  member: JsonValue,
  key: string,
  value: JsonValue,
): [string, JsonValue][] {
  switch (how) {
    case 'drop':
      return [];
    case 'replace':
      return [[name, value]];
    case 'add':
      return [
        [name, member],
        [key, value],
      ];
    case 'rename':
      return [[key, member]];
    case 'wrap':
      return [[name, [[member], value]]];
    case 'double':
      return [[name, [member, member]]];
    case 'move':
      return [[name, { [key]: member }]];
  }
}

function countMembers(node: JsonValue): number {
  if (isJsonArray(node)) return node.reduce<number>((sum, item) => sum + countMembers(item), 0);
  if (!isJsonObject(node)) return 0;
  return Object.entries(node).reduce(
    (sum, [name, member]) => sum + (name === '@context' ? 0 : 1 + countMembers(member)),
    0,
  );
}

test('a badge changed anywhere, in any way', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(change, { maxLength: 3 }), async (changes) => {
      await agrees(changes.reduce(apply, badge('did:example:issuer')));
    }),
  );
});

describeVectors('published documents', () => {
  const lines = vectorText('INDEX.tsv').split('\n').slice(1);
  const documents = lines
    .map((line) => line.split('\t')[1] ?? '')
    .filter((file) => /\.(json|jsonld|1ob)$/.test(file) && /^(ob3|clr2|dcc|w3c-di|w3c-vcdm2|sdjwt)/.test(file))
    .flatMap((file) => {
      try {
        const document = readDocument(vectorText(file));
        return checkContexts(document).ok ? [{ file, document }] : [];
      } catch {
        return [];
      }
    });

  test('say the same both ways, and most need no jsonld', async () => {
    let faster = 0;
    for (const { document } of documents) if (await agrees(document)) faster += 1;
    expect(documents.length).toBeGreaterThan(150);
    expect(faster).toBeGreaterThan(100);
  });

  test.each([
    'clr2/1EdTech__digital-credentials-public-validator/complex.json',
    'ob3/1EdTech__digital-credentials-public-validator/complete.json',
  ])('%s changed anywhere, in any way', async (file) => {
    const { proof, ...document } = vectorDocument(file);
    expect(proof).toBeDefined();
    await fc.assert(
      fc.asyncProperty(fc.array(change, { maxLength: 3 }), async (changes) => {
        await agrees(changes.reduce(apply, document));
      }),
      { numRuns: Math.min(Number(process.env['FUZZ_RUNS'] ?? 20), 500) },
    );
  });
});
