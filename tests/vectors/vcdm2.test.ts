// The inputs of the W3C's test suite for the Verifiable Credentials Data Model 2.0. Like that suite, this gives each an
// issuer, unless the file is about issuers, and puts dates where it says PAST DATE and FUTURE DATE.
import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { REASONS } from '../../src/lib/core/model/reason.ts';
import { examined } from '../builders/examined.ts';
import { jsonOf, objectOf } from '../builders/json.ts';
import { parsedFrom } from '../builders/parsed.ts';
import { VECTORS, describeVectors, vectorText, vectorsPresent } from './folder.ts';

const FOLDER = 'w3c-vcdm2/w3c__vc-data-model-2.0-test-suite/input';
/** Read all the same: what a type means is looked up only when a linked-data proof is checked, and these have none. */
const TOLERATED: Readonly<Record<string, string>> = {
  'credential-redef-type-fail.json': 'a term redefined in a context of its own',
  'credential-redef-type2-fail.json': 'a term defined twice in contexts of its own',
  'credential-type-mapped-nonurl-fail.json': 'a type that its context maps to no URL',
  'credential-type-unmapped-fail.json': 'a type that no context defines',
};

const inputs = (ending: RegExp): readonly string[] =>
  vectorsPresent
    ? ['', 'names-and-descriptions/']
        .flatMap((folder) => readdirSync(resolve(VECTORS, FOLDER, folder)).map((name) => `${folder}${name}`))
        .filter((name) => /(?:credential|issuer)-/.test(name) && ending.test(name) && !name.includes('presentation'))
    : [];

function submitted(name: string): string {
  const text = vectorText(`${FOLDER}/${name}`)
    .replaceAll('PAST DATE', '2020-01-01T00:00:00Z')
    .replaceAll('FUTURE DATE', '2050-01-01T00:00:00Z');
  if (name.includes('issuer')) return text;
  return JSON.stringify({ ...objectOf(jsonOf(text)), issuer: 'https://issuer.example' });
}

async function faultsOf(name: string): Promise<readonly string[]> {
  const { problems } = await parsedFrom(submitted(name));
  return problems.filter((reason) => REASONS[reason].outcome === 'fail');
}

describeVectors('what the data model allows has no fault', () => {
  test.each(inputs(/-ok\.json$/))('%s', async (name) => {
    expect((await faultsOf(name)).filter((reason) => reason !== 'issuer-missing')).toEqual([]);
  });

  test('there are dozens of them', () => {
    expect(inputs(/-ok\.json$/).length).toBeGreaterThan(35);
  });
});

describeVectors('what it does not allow is refused for its structure, whatever its proof', () => {
  test.each(inputs(/-fail(?:-or-inject)?\.json$/).filter((name) => !(name in TOLERATED)))('%s', async (name) => {
    expect(await faultsOf(name)).not.toEqual([]);
    expect((await examined(submitted(name))).verdict).toBe('refused');
  });

  test.each(Object.keys(TOLERATED))('%s is tolerated, and never genuine', async (name) => {
    expect(await faultsOf(name)).toEqual([]);
    expect(await examined(submitted(name))).toMatchObject({ verdict: 'cannot-tell' });
  });

  test('there are dozens of them', () => {
    expect(inputs(/-fail(?:-or-inject)?\.json$/).length).toBeGreaterThan(35);
  });
});
