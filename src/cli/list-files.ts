// Files and folders as called -> the files to read, those of a folder in the order of their names.
import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pathFromCaller } from './read-file.ts';

/** A folder stands for every plain file in it, however deep; links inside it are not followed. Others stay as they are. */
export async function listFiles(paths: readonly string[]): Promise<readonly string[]> {
  const lists = await Promise.all(paths.map(async (path) => ((await isFolder(path)) ? filesIn(path) : [path])));
  return lists.flat();
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await lstat(pathFromCaller(path))).isDirectory();
  } catch {
    return false;
  }
}

async function filesIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(pathFromCaller(folder), { withFileTypes: true });
  const inOrder = entries.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const lists = await Promise.all(
    inOrder.map(async (entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return filesIn(path);
      return entry.isFile() ? [path] : [];
    }),
  );
  return lists.flat();
}
