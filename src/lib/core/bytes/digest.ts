// SHA-2 in page, worker and Node alike: by WebCrypto, and for small inputs by @noble/hashes, since an asynchronous
// call costs more than hashing a Disclosure does.
import { sha256, sha384, sha512 } from '@noble/hashes/sha2.js';

export type HashName = 'SHA-256' | 'SHA-384' | 'SHA-512';

const SMALL = 4096;
const AT_ONCE = { 'SHA-256': sha256, 'SHA-384': sha384, 'SHA-512': sha512 } as const;

/** Hash of `bytes`: 32, 48 or 64 bytes. */
export async function digest(algorithm: HashName, bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  if (bytes.length <= SMALL) return new Uint8Array(AT_ONCE[algorithm](bytes));
  return new Uint8Array(await crypto.subtle.digest(algorithm, bytes));
}
