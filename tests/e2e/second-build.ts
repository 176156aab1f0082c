// A later release of the app: the same sources with one sentence changed, built in a folder of its own.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const SOURCES = ['src', 'static', 'tools', 'package.json', 'package-lock.json', 'CHANGELOG.md'];
const SETTINGS = ['svelte.config.js', 'vite.config.ts', 'tsconfig.json', 'tests/chromium.mjs'];

/** Title of the later release, as its pages show it. */
export const LATER_TITLE = 'Meritfolio, a later release';

/** Builds the later release. Returns the project's folder (to be removed by the caller), its build in `build/`. */
export function buildLaterRelease(): string {
  const folder = mkdtempSync(join(tmpdir(), 'meritfolio-later-'));
  for (const path of [...SOURCES, ...SETTINGS]) {
    cpSync(path, join(folder, path), { recursive: true, filter: (from) => !from.endsWith('paraglide') });
  }
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
  const messages = join(folder, 'src/lib/i18n/messages/en/shell.json');
  const changed = readFileSync(messages, 'utf8').replace(
    /("app_name":\s*)"[^"]*"/,
    (_all, key: string) => `${key}"${LATER_TITLE}"`,
  );
  writeFileSync(messages, changed);
  execFileSync(process.execPath, [resolve('node_modules/vite/bin/vite.js'), 'build'], { cwd: folder, stdio: 'pipe' });
  return folder;
}
