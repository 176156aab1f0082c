// SHA-2 by WebCrypto, in page, worker and Node alike.
export type HashName = 'SHA-256' | 'SHA-384' | 'SHA-512';

/** Hash of `bytes`: 32, 48 or 64 bytes. */
export async function digest(algorithm: HashName, bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await crypto.subtle.digest(algorithm, bytes));
}
