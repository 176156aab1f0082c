// The verify command: files in, a verdict per line out. The same corridor as the app, with the machine's clock and disk.
import { epochSeconds } from '../lib/core/model/brand.ts';
import type { EvidenceDocument, TrustList, TrustMaterial } from '../lib/core/model/trust.ts';
import { examine } from '../lib/core/examine.ts';
import { parseEvidence } from '../lib/core/trust/parse-evidence.ts';
import { parseTrustList } from '../lib/core/trust/parse-trust-list.ts';
import type { Question } from '../lib/core/verify/question.ts';
import { describeExamination } from './describe-examination.ts';
import type { Line } from './describe-examination.ts';
import { readArguments, USAGE } from './read-arguments.ts';
import type { Arguments } from './read-arguments.ts';
import { readBytes } from './read-file.ts';

const RAN = 0;
const BAD_USAGE = 2;

/** Exit code: 0 when it ran, whatever the verdicts; 2 when it was asked wrongly. */
async function main(argv: readonly string[]): Promise<number> {
  const reading = readArguments(argv);
  if (!reading.ok) return complain(`${reading.message}\n${USAGE}`);
  const trust = await readTrust(reading.arguments);
  if (typeof trust === 'string') return complain(trust);
  const question = questionOf(reading.arguments, trust);
  for (const file of reading.arguments.files) say(await verifyFile(file, question));
  return RAN;
}

async function verifyFile(file: string, question: Question): Promise<Line> {
  const bytes = await readBytes(file);
  if (bytes === null) {
    process.stderr.write(`${file}: cannot be read\n`);
    const unreadable = { outcome: 'unreadable', why: 'not-recognised', mine: false } as const;
    return { ...describeExamination(file, question.context, unreadable), unreadable: 'file' };
  }
  try {
    return describeExamination(file, question.context, await examine(bytes, question));
  } catch (bug) {
    // A fault of this program's own in one file must not silence the others.
    process.stderr.write(`${file}: ${bug instanceof Error ? (bug.stack ?? bug.message) : String(bug)}\n`);
    const unreadable = { outcome: 'unreadable', why: 'not-recognised', mine: false } as const;
    return { ...describeExamination(file, question.context, unreadable), unreadable: 'program' };
  }
}

/** A time given by the operator is what is asked about, not a clock that could be wrong. */
function questionOf({ now, context }: Arguments, trust: TrustMaterial): Question {
  const released = epochSeconds(Date.parse(`${__RELEASED__}T00:00:00Z`) / 1000);
  return {
    trust,
    context,
    now: now ?? epochSeconds(Date.now() / 1000),
    clockFloor: now === null ? released : epochSeconds(0),
  };
}

/** All lists and documents, or what is wrong with the first bad one: a verdict without it would be another question's. */
async function readTrust(given: Arguments): Promise<TrustMaterial | string> {
  const lists: TrustList[] = [];
  const documents: EvidenceDocument[] = [];
  for (const file of given.trust) {
    const bytes = await readBytes(file);
    const parsed = bytes === null ? null : await parseTrustList(bytes, 'imported');
    if (!parsed?.ok) return `${file}: not a trust list (${parsed?.why ?? 'cannot be read'})`;
    lists.push(parsed.list);
  }
  for (const file of given.evidence) {
    const bytes = await readBytes(file);
    const parsed = bytes === null ? null : parseEvidence(bytes, 'operator');
    if (!parsed?.ok) return `${file}: not evidence (${parsed?.why ?? 'cannot be read'})`;
    documents.push(...parsed.documents);
  }
  return { lists, pins: [], documents };
}

function say(line: Line): void {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

function complain(message: string): number {
  process.stderr.write(`${message}\n`);
  return BAD_USAGE;
}

const code = await main(process.argv.slice(2));
if (code !== RAN) process.exitCode = code;
