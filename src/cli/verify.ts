// The verify command: files in, a verdict per line out. The same corridor as the app, with the machine's clock and disk.
import { basename } from 'node:path';
import { once } from 'node:events';
import { isMainThread } from 'node:worker_threads';
import { epochSeconds } from '../lib/core/model/brand.ts';
import type { EvidenceDocument, TrustList, TrustMaterial } from '../lib/core/model/trust.ts';
import { parseEvidence } from '../lib/core/trust/parse-evidence.ts';
import { parseTrustList } from '../lib/core/trust/parse-trust-list.ts';
import type { Question } from '../lib/core/verify/question.ts';
import { listFiles } from './list-files.ts';
import { readArguments, USAGE } from './read-arguments.ts';
import type { Arguments } from './read-arguments.ts';
import { readBytes } from './read-file.ts';
import { Progress } from './report-progress.ts';
import { verifyFile } from './verify-file.ts';
import type { FileAnswer } from './verify-file.ts';
import { serveFiles, VerifyThreads } from './verify-threads.ts';

const RAN = 0;
const BAD_USAGE = 2;
/** How many answers may wait for an earlier file: a slow one holds nobody up, and memory stays bounded. */
const AHEAD = 64;

/** Exit code: 0 when it ran, whatever the verdicts; 2 when it was asked wrongly. */
async function main(argv: readonly string[]): Promise<number> {
  const reading = readArguments(argv);
  if (!reading.ok) return complain(`${reading.message}\n${USAGE}`);
  const trust = await readTrust(reading.arguments);
  if (typeof trust === 'string') return complain(trust);
  const files = await listFiles(reading.arguments.files);
  const progress = new Progress(files.length);
  for await (const answer of answersTo(files, questionOf(reading.arguments, trust), reading.arguments.jobs)) {
    if (answer.complaint !== null) progress.complain(answer.complaint);
    await say(answer.text);
    progress.note(answer.verdict);
  }
  progress.end(reading.arguments.summary);
  return RAN;
}

/** In the order of `files`, whichever thread is done first. */
async function* answersTo(files: readonly string[], question: Question, jobs: number): AsyncGenerator<FileAnswer> {
  if (jobs === 1) {
    for (const file of files) yield await verifyFile(file, question);
    return;
  }
  const threads = new VerifyThreads(question, jobs);
  const asked: Promise<FileAnswer>[] = [];
  for (const file of files) {
    asked.push(threads.verify(file));
    const first = asked.length > AHEAD ? asked.shift() : undefined;
    if (first !== undefined) yield await first;
  }
  for (const answer of asked) yield await answer;
  await threads.stop();
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
  const importedAt = given.now ?? epochSeconds(Date.now() / 1000);
  for (const file of given.trust) {
    const bytes = await readBytes(file);
    const parsed =
      bytes === null
        ? null
        : await parseTrustList(bytes, 'imported', { name: basename(file), issuerId: null, importedAt });
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

/** Waits for whoever reads the lines, so that they do not pile up here. */
async function say(text: string): Promise<void> {
  if (!process.stdout.write(`${text}\n`)) await once(process.stdout, 'drain');
}

function complain(message: string): number {
  process.stderr.write(`${message}\n`);
  return BAD_USAGE;
}

if (isMainThread) {
  const code = await main(process.argv.slice(2));
  if (code !== RAN) process.exitCode = code;
} else {
  serveFiles();
}
