// Every suite that is run, in the order in which docs/conformance.md tells them.
import { collected } from './collected.ts';
import { dataIntegrity } from './data-integrity.ts';
import { jcs } from './jcs.ts';
import { jsonTestSuite } from './json-test-suite.ts';
import { didKey } from './did-key.ts';
import { rdfc } from './rdfc.ts';
import { sdJwt } from './sd-jwt.ts';
import { statusLists } from './status-lists.ts';
import type { Suite } from './suite.ts';
import { vcdm2 } from './vcdm2.ts';
import { wycheproof } from './wycheproof.ts';

export interface AllSuites {
  readonly published: readonly Suite[];
  readonly collected: readonly Suite[];
}

export async function allSuites(): Promise<AllSuites> {
  const published = [
    ...jsonTestSuite(),
    ...jcs(),
    ...(await rdfc()),
    ...(await wycheproof()),
    ...(await sdJwt()),
    ...(await dataIntegrity()),
    ...(await vcdm2()),
    ...(await statusLists()),
    ...didKey(),
  ];
  return { published, collected: await collected() };
}
