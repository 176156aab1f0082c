// Where credentials and conformance vectors made by others are read from. None of them is in this repository.
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe } from 'vitest';

/** `MERITFOLIO_VECTORS`, else what `npm run vectors` fetched, else the folder beside the project. */
export const VECTORS = resolve(
  process.env['MERITFOLIO_VECTORS'] ?? (existsSync('vectors/INDEX.tsv') ? 'vectors' : '../shared/vectors'),
);
export const vectorsPresent = existsSync(resolve(VECTORS, 'INDEX.tsv'));

/** Tests over vectors: skipped, with a line that says so, when the folder is not there. */
export function describeVectors(name: string, body: () => void): void {
  if (!vectorsPresent) console.log(`skipped: ${name} (no vectors at ${VECTORS}; run npm run vectors)`);
  describe.skipIf(!vectorsPresent)(name, body);
}

export function vectorBytes(file: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(readFileSync(resolve(VECTORS, file)));
}

export function vectorText(file: string): string {
  return readFileSync(resolve(VECTORS, file), 'utf8');
}
