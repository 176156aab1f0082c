// `npm run vectors`: fetches the credentials and conformance vectors that the tests read from their public repositories,
// each at a pinned commit and checked against its SHA-256, into `vectors/`. None of them is in this repository.
// `--list INDEX.tsv` instead writes the list of what can be fetched, from an index of a folder of vectors.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const LIST = 'tests/vectors/sources.tsv';
const COLUMNS = /** @type {const} */ ([
  'format',
  'file',
  'repo',
  'path',
  'commit',
  'licence',
  'polarity',
  'checked',
  'sha256',
]);
/** A note or a path that says the file is not, byte for byte, what the repository holds. */
const CHANGED = /\((?:private key members removed|[^()]*extracted)\)|transcribed/;

/** @typedef {Record<typeof COLUMNS[number], string>} Source */

/**
 * Reads a table with named columns.
 * @param {string} text
 * @returns {Record<string, string>[]}
 */
function readTable(text) {
  const [head = '', ...lines] = text.trimEnd().split('\n');
  const names = head.split('\t');
  return lines.map((line) => {
    const cells = line.split('\t');
    return Object.fromEntries(names.map((name, i) => [name, cells[i] ?? '']));
  });
}

/**
 * @param {string} text of sources.tsv
 * @returns {Source[]}
 */
export function readSources(text) {
  return readTable(text).map((row) => /** @type {Source} */ (row));
}

/**
 * From a folder's index, the rows whose files stand unchanged at a full commit of a public repository.
 * @param {string} index
 * @returns {string}
 */
export function listFetchable(index) {
  const rows = readTable(index).filter(
    (row) => /^[0-9a-f]{40}$/.test(row['commit'] ?? '') && !CHANGED.test(`${row['proves'] ?? ''} ${row['path'] ?? ''}`),
  );
  const lines = rows.map((row) => COLUMNS.map((name) => row[name]).join('\t'));
  return [COLUMNS.join('\t'), ...lines, ''].join('\n');
}

/**
 * @param {Pick<Source, 'repo' | 'commit' | 'path'>} source
 * @returns {string} the address of the raw file
 */
export function addressOf({ repo, commit, path }) {
  const encoded = path.split('/').map(encodeURIComponent).join('/');
  return `https://raw.githubusercontent.com/${repo}/${commit}/${encoded}`;
}

/**
 * Fetches one file unless the right bytes are there already.
 * @param {Source} source
 * @param {{ dir: string, get: (address: string) => Promise<Response> }} world
 * @returns {Promise<string | null>} null, or why the file is not there
 */
export async function fetchOne(source, { dir, get }) {
  const target = join(dir, source.file);
  if (hashOf(readIfThere(target)) === source.sha256) return null;
  const address = addressOf(source);
  try {
    const response = await get(address);
    if (!response.ok) return `${source.file}: ${address} answered ${response.status}`;
    const bytes = new Uint8Array(await response.arrayBuffer());
    if (hashOf(bytes) !== source.sha256) return `${source.file}: ${address} is not what it was (SHA-256 differs)`;
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, bytes);
    return null;
  } catch (error) {
    return `${source.file}: ${address} could not be fetched (${error instanceof Error ? error.message : 'unknown'})`;
  }
}

/**
 * Fetches everything, eight at a time, and writes the index that the tests look for when all went well or not.
 * @param {readonly Source[]} sources
 * @param {{ dir: string, get: (address: string) => Promise<Response> }} world
 * @returns {Promise<string[]>} why files are missing; empty when none is
 */
export async function fetchAll(sources, world) {
  const waiting = [...sources];
  /** @type {string[]} */
  const problems = [];
  const work = async () => {
    for (let source = waiting.shift(); source !== undefined; source = waiting.shift()) {
      const problem = await fetchOne(source, world);
      if (problem !== null) problems.push(problem);
    }
  };
  await Promise.all(Array.from({ length: 8 }, work));
  mkdirSync(world.dir, { recursive: true });
  const lines = sources.map((source) => COLUMNS.map((name) => source[name]).join('\t'));
  writeFileSync(join(world.dir, 'INDEX.tsv'), [COLUMNS.join('\t'), ...lines, ''].join('\n'));
  return problems.sort();
}

/** @param {string} file */
function readIfThere(file) {
  try {
    return readFileSync(file);
  } catch {
    return new Uint8Array();
  }
}

/** @param {Uint8Array} bytes */
function hashOf(bytes) {
  return createHash('sha256').update(bytes).digest('hex');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [flag, index] = process.argv.slice(2);
  if (flag === '--list' && index !== undefined) writeFileSync(LIST, listFetchable(readFileSync(index, 'utf8')));
  else {
    const sources = readSources(readFileSync(LIST, 'utf8'));
    const get = (/** @type {string} */ address) => fetch(address, { signal: AbortSignal.timeout(30_000) });
    const problems = await fetchAll(sources, { dir: 'vectors', get });
    for (const problem of problems) console.error(problem);
    console.log(`${sources.length - problems.length} of ${sources.length} files are in vectors/`);
    process.exitCode = problems.length > 0 ? 1 : 0;
  }
}
