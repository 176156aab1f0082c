// Credentials made by others, for end-to-end tests: from the folder beside the project, or where the environment says.
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

const FOLDER = resolve(
  process.env['MERITFOLIO_VECTORS'] ?? (existsSync('vectors/INDEX.tsv') ? 'vectors' : '../shared/vectors'),
);

/** The path of `file` in the vectors' folder, or null when it is not there. */
export function vectorFile(file: string): string | null {
  const path = resolve(FOLDER, file);
  return existsSync(path) ? path : null;
}
