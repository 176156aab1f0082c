// Where credentials and conformance vectors made by others are read from. None of them is in this repository.
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, it } from 'vitest';

/** `MERITFOLIO_VECTORS`, else what `npm run vectors` fetched, else the folder beside the project. */
export const VECTORS = resolve(
  process.env['MERITFOLIO_VECTORS'] ?? (existsSync('vectors/INDEX.tsv') ? 'vectors' : '../shared/vectors'),
);
export const vectorsPresent = existsSync(resolve(VECTORS, 'INDEX.tsv'));

/** True when every one of these files is in the folder. */
export function hasVectors(...files: readonly string[]): boolean {
  return files.every((file) => existsSync(resolve(VECTORS, file)));
}

/**
 * Tests over vectors. Without the folder, or without a file that the tests need and that cannot be fetched as it is
 * (`npm run vectors` leaves those out), they are skipped by name.
 */
export function describeVectors(name: string, body: () => void, needs: readonly string[] = []): void {
  const missing = ['INDEX.tsv', ...needs].filter((file) => !hasVectors(file));
  if (missing.length === 0) {
    describe(name, body);
    return;
  }
  const hint = vectorsPresent ? 'npm run vectors leaves out what was changed' : 'run npm run vectors';
  console.log(`skipped: ${name} (no ${missing.join(', ')} in ${VECTORS}; ${hint})`);
  describe(name, () => {
    it.skip(`needs ${missing.join(', ')}`, () => undefined);
  });
}

export function vectorBytes(file: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(readFileSync(resolve(VECTORS, file)));
}

export function vectorText(file: string): string {
  return readFileSync(resolve(VECTORS, file), 'utf8');
}
