// A trust list as the learner chose it: a file.
import { readFile } from '../adapters/files/read-file.ts';
import type { ImportedAs } from '../core/trust/parse-trust-list.ts';
import { trust } from './trust.svelte.ts';
import type { ImportOutcome, NeedsName } from './trust.svelte.ts';

export type FileImportOutcome =
  ImportOutcome | { readonly ok: false; readonly why: 'file-unreadable'; readonly needs?: NeedsName };

/** `about`: what the learner says of a list that says neither its name nor whose keys it holds. */
export async function importTrustFile(
  file: File,
  about: Omit<ImportedAs, 'importedAt'> | null = null,
): Promise<FileImportOutcome> {
  const read = await readFile(file);
  if (read.ok) return trust.importList(read.raw, read.fileName, about);
  return { ok: false, why: read.why === 'too-large' ? 'trust-list-too-large' : read.why };
}
