// Runs every suite and writes what came of it into docs/conformance.md and the line of totals into README.md.
import { readFileSync, writeFileSync } from 'node:fs';
import { vectorsPresent } from '../vectors/folder.ts';
import { allSuites } from '../vectors/suites/all-suites.ts';
import { BEGIN, describeSuites, totalsLine } from '../vectors/suites/describe-suites.ts';
import { isWrong } from '../vectors/suites/suite.ts';

const PAGE = 'docs/conformance.md';
const README = 'README.md';
const TOTALS = /(<!-- conformance -->)[^]*?(<!-- \/conformance -->)/;

if (!vectorsPresent) {
  console.error('no vectors: npm run vectors fetches them');
  process.exit(2);
}
const suites = await allSuites();
const [own = ''] = readFileSync(PAGE, 'utf8').split(BEGIN);
writeFileSync(PAGE, `${own.trimEnd()}\n\n${describeSuites(suites)}\n`);
const line = totalsLine(suites);
writeFileSync(
  README,
  readFileSync(README, 'utf8').replace(TOTALS, (_, open: string, close: string) => `${open}${line}${close}`),
);
console.log(line);
for (const { source, asks, cases } of [...suites.published, ...suites.collected]) {
  for (const { name, expected, got } of cases.filter(isWrong)) {
    console.log(`WRONG ${source}, ${asks}: ${name}\n  expected ${expected}\n  got      ${got}`);
    process.exitCode = 1;
  }
}
