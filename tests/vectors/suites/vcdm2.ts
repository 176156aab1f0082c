// W3C VC Data Model 2.0 test suite: its inputs with what its runner adds, an issuer; unsigned, for their structure.
import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { isJsonObject } from '../../../src/lib/core/model/json.ts';
import type { JsonObject } from '../../../src/lib/core/model/json.ts';
import { examined } from '../../builders/examined.ts';
import { hasVectors, VECTORS, vectorText } from '../folder.ts';
import { readDocument } from '../data-integrity-vector.ts';
import type { Case, Suite } from './suite.ts';

const FOLDER = 'w3c-vcdm2/w3c__vc-data-model-2.0-test-suite/input';
const ISSUER = 'did:key:z6MkjZRZv3aez3r18pB1RBFJR1kwUVJ5jHt92JmQwXbd5hwi';
/** What the runner writes where the files leave a place. */
const TIMES: Readonly<Record<string, string>> = {
  'PAST DATE': '2020-01-01T00:00:00Z',
  'FUTURE DATE': '2099-01-01T00:00:00Z',
};
const AS_IT_IS = /credential-(no-issuer|issuer-null|issuer-no-url|issuer-object-id-)/;

/** Accepted here as *unsigned*, which is never genuine. */
const WITHOUT_PROOF: readonly { readonly of: RegExp; readonly why: string }[] = [
  {
    of: /context|type-(un)?mapped|redef-type|-extra-prop-/,
    why: 'contexts and terms are checked with the proof (an unknown context, a redefined or unmapped term); these have none',
  },
  { of: /evidence|refresh|schema|termsofuse/, why: 'nothing is decided from this member, so its shape is not judged' },
  { of: /status/, why: 'a status of an unknown kind or shape is never passed, but does not make the rest malformed' },
  { of: /-id-|subject|no-url/, why: 'an identifier that is no URL identifies nobody: no list can name it' },
  { of: /proof-ok/, why: 'its proof signs nothing and names no key: the file is about its shape alone' },
  { of: /proof-missing-type/, why: 'a proof of no type is a suite that is not supported: cannot tell' },
];

function withIssuer(file: string, document: JsonObject): JsonObject {
  const { issuer } = document;
  if (AS_IT_IS.test(file)) return document;
  if (isJsonObject(issuer) && issuer['id'] === undefined) return { ...document, issuer: { ...issuer, id: ISSUER } };
  return issuer === undefined ? { ...document, issuer: ISSUER } : document;
}

async function caseOf(file: string): Promise<Case> {
  const text = vectorText(`${FOLDER}/${file}`).replace(/PAST DATE|FUTURE DATE/g, (name) => TIMES[name] ?? name);
  const document = withIssuer(file, readDocument(text));
  const { findings } = await examined(JSON.stringify(document));
  const late = ['expired', 'not-yet-valid'];
  const refused = findings.filter(({ outcome, reason }) => outcome === 'fail' && !late.includes(reason));
  const got = refused.length > 0 || findings.length === 0 ? 'refused' : 'accepted';
  const why = WITHOUT_PROOF.find(({ of }) => of.test(file))?.why;
  return { name: file, expected: file.includes('-fail') ? 'refused' : 'accepted', got, why };
}

export async function vcdm2(): Promise<readonly Suite[]> {
  if (!hasVectors(FOLDER)) return [];
  const files = readdirSync(resolve(VECTORS, FOLDER), { recursive: true, encoding: 'utf8' })
    .filter((file) => /(^|\/)(credential|issuer)-.*-(ok|fail)[^/]*\.json$/.test(file))
    .sort();
  const common = { format: 'VCDM 2.0', source: 'w3c/vc-data-model-2.0-test-suite' };
  return [{ ...common, asks: 'structure of a credential', cases: await Promise.all(files.map(caseOf)) }];
}
