// A file's bytes; null when it is missing, no plain file, unreadable or absurdly large. Nothing is thrown.
import { readFile, stat } from 'node:fs/promises';
import { resolve } from 'node:path';

/** Recognising refuses far smaller ones; this only keeps a disk image out of memory. */
const MAX_BYTES = 256 * 1024 * 1024;

/** npm runs a script from the project's folder, wherever it was called: a relative path is meant from there. */
const CALLED_FROM = ['verify', 'evidence'].includes(process.env['npm_lifecycle_event'] ?? '')
  ? (process.env['INIT_CWD'] ?? process.cwd())
  : process.cwd();

export const pathFromCaller = (path: string): string => resolve(CALLED_FROM, path);

export async function readBytes(path: string): Promise<Uint8Array<ArrayBuffer> | null> {
  const file = pathFromCaller(path);
  try {
    const { size } = await stat(file);
    return size > MAX_BYTES ? null : new Uint8Array(await readFile(file));
  } catch {
    return null;
  }
}
