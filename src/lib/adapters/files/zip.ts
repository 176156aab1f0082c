// Files -> one ZIP, a file at a time, so that a page with thousands stays alive.
import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';

export interface ZipEntry {
  readonly name: string;
  readonly content: Uint8Array<ArrayBuffer>;
  /** Seconds since 1970; ZIP cannot say anything before 1980. */
  readonly modified: number;
}

const EARLIEST = Date.UTC(1980, 0, 2) / 1000;
/** Deflating these again only costs time. */
const PACKED = /\.(png|jpe?g|pdf|zip)$/i;
const PAUSE_EVERY = 50;

/** A ZIP of `entries`, in their order. Names must be safe and unique already. */
export async function zip(
  entries: readonly ZipEntry[],
  progress?: (done: number, total: number) => void,
): Promise<Blob> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  const archive = new Zip((error, chunk) => {
    if (error) throw error;
    chunks.push(Uint8Array.from(chunk));
  });
  for (const [index, { name, content, modified }] of entries.entries()) {
    const part = PACKED.test(name) ? new ZipPassThrough(name) : new ZipDeflate(name);
    part.mtime = Math.max(modified, EARLIEST) * 1000;
    archive.add(part);
    part.push(content, true);
    progress?.(index + 1, entries.length);
    if (index % PAUSE_EVERY === PAUSE_EVERY - 1) await pause();
  }
  archive.end();
  return new Blob(chunks, { type: 'application/zip' });
}

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
