// W3C Data Integrity: every published document that carries a finished proof.
import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseJson } from '../../../src/lib/core/bytes/parse-json.ts';
import { isJsonObject, many, stringOrNull } from '../../../src/lib/core/model/json.ts';
import type { JsonObject } from '../../../src/lib/core/model/json.ts';
import { checkDocument, told } from '../data-integrity-vector.ts';
import { hasVectors, VECTORS, vectorText } from '../folder.ts';
import type { Case, Suite } from './suite.ts';

const EXCEPTIONS: Readonly<Record<string, string>> = {
  'proof-set-chain/proofChainTempDoc2.json': 'a working step of the example: its last proof has no value yet',
};

function proofsOf(document: JsonObject): readonly JsonObject[] {
  return many(document['proof']).filter(isJsonObject);
}

/** Cryptosuite, or the type of a proof older than cryptosuites. */
const suiteOf = (proof: JsonObject | undefined): string =>
  stringOrNull(proof?.['cryptosuite']) ?? stringOrNull(proof?.['type']) ?? 'no suite';

async function caseOf(name: string, document: JsonObject): Promise<Case> {
  const check = await checkDocument(document);
  const got = check.reasons.includes('signature-ok') ? 'signature holds' : told(check);
  const context = check.reasons.includes('context-not-in-hand')
    ? 'speaks in a context that is not bundled: cannot tell, without a request'
    : undefined;
  return { name, expected: 'signature holds', got, why: EXCEPTIONS[name] ?? context };
}

/** Some of the files are lists or strings. */
function objectIn(text: string): JsonObject {
  const parsed = parseJson(text);
  return parsed.ok && isJsonObject(parsed.value) ? parsed.value : {};
}

function signedDocuments(folder: string): readonly (readonly [name: string, document: JsonObject])[] {
  return readdirSync(resolve(VECTORS, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file): [string, JsonObject] => [file, objectIn(vectorText(`${folder}/${file}`))])
    .filter(([, document]) => proofsOf(document).some((proof) => 'proofValue' in proof));
}

export async function dataIntegrity(): Promise<readonly Suite[]> {
  const suites: Suite[] = [];
  for (const source of ['eddsa', 'ecdsa', 'bbs']) {
    const folder = `w3c-di-${source}/w3c__vc-di-${source}`;
    if (!hasVectors(folder)) continue;
    const documents = signedDocuments(folder);
    const named = [...new Set(documents.map(([, document]) => suiteOf(proofsOf(document)[0])))].sort();
    for (const asks of named) {
      const cases = documents.filter(([, document]) => suiteOf(proofsOf(document)[0]) === asks);
      suites.push({
        format: 'Data Integrity',
        source: `w3c/vc-di-${source}`,
        asks,
        cases: await Promise.all(cases.map(([name, document]) => caseOf(name, document))),
      });
    }
  }
  return suites;
}
