// What the suites said -> the part of docs/conformance.md that is written by running them. Neither dates nor chance.
import type { AllSuites } from './all-suites.ts';
import { isException, isRight, isWrong } from './suite.ts';
import type { Case, Suite } from './suite.ts';

export const BEGIN = '<!-- From here on written by `npm run conformance`. -->';

const count = (suites: readonly Suite[], which: (one: Case) => boolean): number =>
  suites.reduce((sum, { cases }) => sum + cases.filter(which).length, 0);

interface Totals {
  readonly cases: number;
  readonly right: number;
  readonly exceptions: number;
  readonly wrong: number;
}

export function totalsOf({ published, collected }: AllSuites): Totals {
  const all = [...published, ...collected];
  return {
    cases: count(all, () => true),
    right: count(all, isRight),
    exceptions: count(all, isException),
    wrong: count(all, isWrong),
  };
}

export function totalsLine(suites: AllSuites): string {
  const { cases, right, exceptions, wrong } = totalsOf(suites);
  const files = new Set(suites.collected.flatMap((suite) => suite.cases.map(({ name }) => name))).size;
  return (
    `${thousands(cases)} answers to vectors that others published, ${thousands(files)} collected files among them: ` +
    `${thousands(right)} as expected, ${thousands(exceptions)} otherwise with a reason, ${thousands(wrong)} wrong`
  );
}

const thousands = (value: number): string => String(value).replace(/\B(?=(\d{3})+$)/g, ',');

export function describeSuites(suites: AllSuites): string {
  return [
    BEGIN,
    '',
    '## What was run',
    '',
    `${totalsLine(suites)}.`,
    '',
    '`npm run conformance` runs them and writes this page; a test holds the page to what a run says. “Expected” is what the publisher says of a case. An exception is another answer that we hold to be right; each stands below with its reason.',
    '',
    '### Test suites',
    '',
    table(suites.published),
    '',
    '### Collected files',
    '',
    '“What it is” and “what it is worth” (verdict and reasons, without any list and with the fixtures’ issuers listed) are held against [recognition.tsv](../tests/vectors/recognition.tsv) and [verdicts.tsv](../tests/vectors/verdicts.tsv), file by file. “As others say”: a file that another program verified has a signature that holds; one that its publisher calls bad is never genuine, and one it calls good is not refused.',
    '',
    table(suites.collected),
    '',
    '### Exceptions',
    '',
    ...exceptions([...suites.published, ...suites.collected]),
  ].join('\n');
}

function table(suites: readonly Suite[]): string {
  const rows = suites.map(({ format, source, asks, cases }) => {
    const numbers = [cases.length, ...[isRight, isException, isWrong].map((which) => cases.filter(which).length)];
    return [format, source, asks, ...numbers.map(String)];
  });
  return aligned(['format', 'source', 'about', 'cases', 'as expected', 'exceptions', 'wrong'], rows);
}

/** As prettier would align it. */
function aligned(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const safe = rows.map((row) =>
    row.map((cell) => cell.replaceAll('|', String.raw`\|`).replaceAll('_', String.raw`\_`)),
  );
  const widths = head.map((name, at) => Math.max(3, name.length, ...safe.map((row) => row[at]?.length ?? 0)));
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(' | ')} |`;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...safe.map(line)].join('\n');
}

function exceptions(suites: readonly Suite[]): readonly string[] {
  return suites.flatMap(({ source, asks, cases }) => {
    const exceptional = cases.filter(isException);
    const reasons = [...new Set(exceptional.map(({ why }) => why ?? ''))].sort();
    return reasons.flatMap((why) => {
      const names = exceptional.filter((one) => one.why === why).map(({ name }) => `\`${shortened(name)}\``);
      return [`- **${source}**, ${asks} – ${why}: ${names.join(', ')}`];
    });
  });
}

/** Without the format and source that stand beside it anyway. */
const shortened = (name: string): string => name.replace(/^[^/ ]+\/[^/ ]+__[^/ ]+\//, '');
