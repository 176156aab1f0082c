// A file the learner chose -> its bytes, when it is small enough to be a credential.
export type FileRead =
  | { readonly ok: true; readonly raw: Uint8Array<ArrayBuffer>; readonly fileName: string; readonly mediaType: string }
  | { readonly ok: false; readonly fileName: string; readonly why: 'too-large' | 'file-unreadable' };

/** Larger than any credential, badge image or degree PDF we know of. */
export const MAX_FILE_BYTES = 20 * 1024 * 1024;

/** Reads nothing at all of a file over the limit; a file that vanished or may not be read is told, not thrown. */
export async function readFile(file: File): Promise<FileRead> {
  if (file.size > MAX_FILE_BYTES) return { ok: false, fileName: file.name, why: 'too-large' };
  try {
    const raw = new Uint8Array(await file.arrayBuffer());
    return { ok: true, raw, fileName: file.name, mediaType: file.type };
  } catch {
    return { ok: false, fileName: file.name, why: 'file-unreadable' };
  }
}
