// A trust list as the learner chose it: a file.
import { readFile } from '../adapters/files/read-file.ts';
import { trust } from './trust.svelte.ts';
import type { ImportOutcome } from './trust.svelte.ts';

export type FileImportOutcome = ImportOutcome | { readonly ok: false; readonly why: 'file-unreadable' };

export async function importTrustFile(file: File): Promise<FileImportOutcome> {
  const read = await readFile(file);
  if (read.ok) return trust.importList(read.raw, read.fileName);
  return { ok: false, why: read.why === 'too-large' ? 'trust-list-too-large' : read.why };
}
