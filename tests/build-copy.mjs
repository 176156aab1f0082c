// Builds a copy of the project in a folder of its own: for a later release, and for comparing two builds.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, readdirSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** Everything a build is made of, beside the packages. */
const SOURCES = ['src', 'static', 'tests/tools', 'package.json', 'package-lock.json', 'CHANGELOG.md'];
const SETTINGS = ['svelte.config.js', 'vite.config.ts', 'tsconfig.json', 'tests/chromium.mjs'];

/**
 * Copies the sources elsewhere, lets `edit` change them, and builds them there.
 * Returns the folder (the caller removes it); the build is in its `build/`.
 * @param {{ edit?: (folder: string) => void, sourcemaps?: boolean }} [options] `sourcemaps` adds maps beside the files
 * @returns {string}
 */
export function buildCopy({ edit, sourcemaps = false } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'meritfolio-build-'));
  for (const path of [...SOURCES, ...SETTINGS]) {
    cpSync(path, join(folder, path), { recursive: true, filter: (from) => !from.endsWith('i18n/paraglide') });
  }
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
  edit?.(folder);
  const vite = resolve('node_modules/vite/bin/vite.js');
  execFileSync(process.execPath, [vite, 'build'], {
    cwd: folder,
    stdio: 'pipe',
    env: { ...process.env, SOURCEMAPS: sourcemaps ? '1' : '' },
  });
  return folder;
}

/**
 * The SHA-256 of every file under a folder, by its path in it.
 * @param {string} dir
 * @returns {Map<string, string>}
 */
export function hashesOf(dir) {
  const files = readdirSync(dir, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map((entry) => join(entry.parentPath, entry.name)).sort();
  return new Map(
    paths.map((path) => [path.slice(dir.length + 1), createHash('sha256').update(readFileSync(path)).digest('hex')]),
  );
}
