// A later release of the app: the same sources with one sentence changed.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildCopy } from '../build-copy.mjs';

/** Title of the later release, as its pages show it. */
export const LATER_TITLE = 'Meritfolio, a later release';

/** Builds the later release. Returns the project's folder (to be removed by the caller), its build in `build/`. */
export function buildLaterRelease(): string {
  return buildCopy({
    edit: (folder) => {
      const file = join(folder, 'src/lib/i18n/messages/en/shell.json');
      const messages: unknown = JSON.parse(readFileSync(file, 'utf8'));
      writeFileSync(file, JSON.stringify(Object.assign({}, messages, { app_name: LATER_TITLE })));
    },
  });
}
