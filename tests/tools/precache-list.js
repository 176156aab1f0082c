// Writes the list of everything the app consists of into the built service worker, after the build, from the files
// themselves: what a bundler forgets to report (workers, their wasm) is in it too.
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const PLACEHOLDER = 'self.__WB_MANIFEST';

/** What a device never needs: the worker itself, what only a host or a shop window reads, other copies of the shell. */
const LEFT_OUT = [
  /^service-worker\.js$/,
  /^_headers$/,
  /^\./,
  /^_app\/version\.json$/,
  /^screenshots\//,
  /\.html$/,
  /\.map$/,
];

/**
 * @typedef {{ url: string, revision: string | null }} PrecacheEntry
 */

/**
 * Every file of a build that the app may ask for, with a revision where its name does not carry its content.
 * @param {string} dir
 * @returns {PrecacheEntry[]}
 */
export function listFiles(dir) {
  const files = readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(dir.length + 1))
    .filter((file) => !LEFT_OUT.some((pattern) => pattern.test(file)))
    .sort();
  const entries = files.map((file) => ({
    url: file,
    revision: file.startsWith('_app/immutable/') ? null : revisionOf(join(dir, file)),
  }));
  return [{ url: '', revision: revisionOf(join(dir, 'index.html')) }, ...entries];
}

/** @param {string} file */
function revisionOf(file) {
  return createHash('sha256').update(readFileSync(file)).digest('hex').slice(0, 16);
}

/**
 * Puts the list where the service worker reads it.
 * @param {string} dir
 */
export function writePrecacheList(dir) {
  const file = join(dir, 'service-worker.js');
  const code = readFileSync(file, 'utf8');
  if (!code.includes(PLACEHOLDER)) throw new Error('The service worker has no place for the list of files.');
  writeFileSync(
    file,
    code.replace(PLACEHOLDER, () => JSON.stringify(listFiles(dir))),
  );
}
