// Broken hash functions, only to compare an address with what an old badge holds of it. Never for signatures.
import { md5, sha1 } from '@noble/hashes/legacy.js';

export type LegacyHashName = 'MD5' | 'SHA-1';

const FUNCTIONS = { MD5: md5, 'SHA-1': sha1 } as const;

/** Hash of `bytes`: 16 or 20 bytes. */
export function digestLegacy(algorithm: LegacyHashName, bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(FUNCTIONS[algorithm](bytes));
}
