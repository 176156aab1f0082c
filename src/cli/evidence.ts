// The evidence command: fetches the given addresses, and those that given credentials and trust lists need, and writes
// them as an evidence file to stdout. A fetch that somebody asked for by name, apart from verifying, which never makes one.
import { epochSeconds } from '../lib/core/model/brand.ts';
import type { EvidenceDocument, TrustList } from '../lib/core/model/trust.ts';
import { parseTrustList } from '../lib/core/trust/parse-trust-list.ts';
import { basename } from 'node:path';
import { EVIDENCE_USAGE, readEvidenceArguments } from './evidence-arguments.ts';
import type { EvidenceArguments } from './evidence-arguments.ts';
import { fetchDocument } from './fetch-document.ts';
import type { FetchedDocument } from './fetch-document.ts';
import { listFiles } from './list-files.ts';
import { readBytes } from './read-file.ts';
import { MAX_ADDRESSES, operatorDocument, wantedAddresses } from './wanted-addresses.ts';

/** A badge names its class, that its issuer, and that a revocation list. */
const MAX_ROUNDS = 4;
const BAD_USAGE = 2;

/** Exit code: 0 when all were fetched, 1 when some were not (those that were are still written), 2 for bad usage. */
async function main(argv: readonly string[]): Promise<number> {
  const given = readEvidenceArguments(argv);
  if (given === null) return complain(EVIDENCE_USAGE);
  const lists = await readLists(given.trust);
  if (typeof lists === 'string') return complain(lists);
  const files = await listFiles(given.files);
  const trust = { lists, pins: [], documents: [] };
  if (given.listOnly) {
    const addresses = new Set([...given.urls, ...(await wantedAddresses(files, trust))]);
    for (const address of addresses) process.stdout.write(`${address}\n`);
    return 0;
  }
  const { fetched, failed } = await fetchAll(given, files, lists);
  process.stdout.write(`${JSON.stringify(fetched, null, 2)}\n`);
  return failed === 0 ? 0 : 1;
}

interface Harvest {
  readonly fetched: readonly FetchedDocument[];
  readonly failed: number;
}

/** Each address once, one at a time, and then what the documents lead on to. */
async function fetchAll({ urls }: EvidenceArguments, files: readonly string[], lists: TrustList[]): Promise<Harvest> {
  const asked = new Set<string>();
  const fetched: FetchedDocument[] = [];
  const documents: EvidenceDocument[] = [];
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const wanted = await wantedAddresses(files, { lists, pins: [], documents });
    const due = [...(round === 0 ? urls : []), ...wanted].filter((url) => !asked.has(url));
    if (due.length === 0) break;
    for (const url of new Set(due)) {
      if (asked.size >= MAX_ADDRESSES) break;
      asked.add(url);
      const answer = await fetchDocument(url);
      process.stderr.write(`${url}: ${answer.ok ? 'fetched' : answer.why}\n`);
      if (!answer.ok) continue;
      fetched.push(answer.document);
      documents.push(operatorDocument(url, answer.document.mediaType, answer.document.text ?? ''));
    }
  }
  return { fetched, failed: asked.size - fetched.length };
}

/** All lists, or what is wrong with the first bad one. */
async function readLists(paths: readonly string[]): Promise<TrustList[] | string> {
  const lists: TrustList[] = [];
  const importedAt = epochSeconds(Date.now() / 1000);
  for (const path of paths) {
    const bytes = await readBytes(path);
    const about = { name: basename(path), issuerId: null, importedAt };
    const parsed = bytes === null ? null : await parseTrustList(bytes, 'imported', about);
    if (!parsed?.ok) return `${path}: not a trust list (${parsed?.why ?? 'cannot be read'})`;
    lists.push(parsed.list);
  }
  return lists;
}

function complain(message: string): number {
  process.stderr.write(`${message}\n`);
  return BAD_USAGE;
}

process.exitCode = await main(process.argv.slice(2));
