// Ed25519 (RFC 8032) by WebCrypto. Where the platform has none (Chromium before 137), @noble/curves is loaded instead:
// the verdict must not depend on the browser's age. Which one is asked is decided by importKey alone, never by a
// signature that failed: a second opinion on a bad signature would be a second chance for a forger.
import { decodeBase64url } from '../../bytes/base64url.ts';
import type { PublicJwk } from '../../model/jwk.ts';

const KEY_BYTES = 32;
export const SIGNATURE_BYTES = 64;

/** True when `signature` (64 bytes) of `data` is by `key`; null when `key` is not an Ed25519 public key. */
export async function verifyEd25519(
  key: PublicJwk,
  signature: Uint8Array<ArrayBuffer>,
  data: Uint8Array<ArrayBuffer>,
): Promise<boolean | null> {
  const publicKey = key.kty === 'OKP' && key.crv === 'Ed25519' ? decodeBase64url(key.x ?? '') : null;
  if (publicKey?.length !== KEY_BYTES || signature.length !== SIGNATURE_BYTES) return null;
  const imported = await importKey(publicKey);
  if (imported === 'refused') return null;
  if (imported !== 'not-supported') return crypto.subtle.verify('Ed25519', imported, signature, data);
  const { ed25519 } = await import('@noble/curves/ed25519.js');
  return ed25519.verify(signature, data, publicKey, { zip215: false });
}

async function importKey(publicKey: Uint8Array<ArrayBuffer>): Promise<CryptoKey | 'not-supported' | 'refused'> {
  try {
    return await crypto.subtle.importKey('raw', publicKey, 'Ed25519', false, ['verify']);
  } catch (failure) {
    return failure instanceof Error && failure.name === 'NotSupportedError' ? 'not-supported' : 'refused';
  }
}
