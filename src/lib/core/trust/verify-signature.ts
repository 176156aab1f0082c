// The one place that asks WebCrypto whether a signature is right. Imported keys are kept: importing costs as much
// as verifying, and the same issuer comes again and again.
import { decodeBase64url } from '../bytes/base64url.ts';
import { encodeUtf8 } from '../bytes/utf8.ts';
import type { PublicJwk } from '../model/jwk.ts';
import { ALGORITHM_ROWS, keyFits } from './signature-algorithm.ts';
import type { SignatureAlgorithm } from './signature-algorithm.ts';

/** unsupported: this engine cannot do it; weak: RSA under 2048 bits (RFC 7518 §3.3); unfit: key and algorithm differ. */
export type SignatureAnswer = 'valid' | 'invalid' | 'unfit' | 'weak' | 'unsupported';

const MAX_KEPT_KEYS = 64;
const MIN_RSA_BITS = 2048;
const MAX_RSA_BITS = 16_384;
/** 'absent': this engine has no Ed25519 (Chromium before 137). Decided by importing alone, never by a signature. */
type ImportedKey = CryptoKey | 'refused' | 'absent';
const kept = new Map<string, Promise<ImportedKey>>();

/** Whether `signature` over `signed` (bytes, or the ASCII of a JWS signing input) is by `key`. Never throws. */
export async function verifySignature(
  key: PublicJwk,
  algorithm: SignatureAlgorithm,
  signed: string | Uint8Array<ArrayBuffer>,
  signature: Uint8Array<ArrayBuffer>,
): Promise<SignatureAnswer> {
  if (!keyFits(key, algorithm)) return 'unfit';
  if (key.kty === 'RSA' && !hasStrongModulus(key)) return 'weak';
  const row = ALGORITHM_ROWS[algorithm];
  if (row.length !== null && signature.length !== row.length) return 'invalid';
  const cryptoKey = await importedKey(key, algorithm);
  const bytes = typeof signed === 'string' ? encodeUtf8(signed) : signed;
  if (cryptoKey === 'absent') return verifyWithoutEngine(key, signature, bytes);
  if (cryptoKey === 'refused') return 'unsupported';
  try {
    const valid = await crypto.subtle.verify(row.verifying, cryptoKey, signature, bytes);
    return valid ? 'valid' : 'invalid';
  } catch {
    return 'unsupported';
  }
}

/** Ed25519 by @noble/curves: what a credential is worth must not depend on how old the browser is. */
async function verifyWithoutEngine(
  key: PublicJwk,
  signature: Uint8Array<ArrayBuffer>,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<SignatureAnswer> {
  const publicKey = decodeBase64url(key.x ?? '');
  if (key.crv !== 'Ed25519' || publicKey?.length !== 32) return 'unsupported';
  const { ed25519 } = await import('@noble/curves/ed25519.js');
  return ed25519.verify(signature, bytes, publicKey, { zip215: false }) ? 'valid' : 'invalid';
}

/** Length of `n` in bits: RFC 7518 §3.3 asks for 2048; over 16384 only serves to keep a verifier busy. */
function hasStrongModulus(key: PublicJwk): boolean {
  const modulus = key.n === undefined ? null : decodeBase64url(key.n);
  const first = modulus?.findIndex((byte) => byte !== 0) ?? -1;
  if (modulus === null || first < 0) return false;
  const bits = (modulus.length - first) * 8 - (Math.clz32(modulus[first] ?? 0) - 24);
  return bits >= MIN_RSA_BITS && bits <= MAX_RSA_BITS;
}

/** A key that WebCrypto refuses (not on the curve, unknown curve) is not asked for again. */
function importedKey(key: PublicJwk, algorithm: SignatureAlgorithm): Promise<ImportedKey> {
  const name = [algorithm, key.crv, key.x, key.y, key.n, key.e].join(' ');
  const known = kept.get(name);
  if (known) return known;
  if (kept.size >= MAX_KEPT_KEYS) forgetOldest();
  const importing = importKey(key, algorithm);
  kept.set(name, importing);
  return importing;
}

function forgetOldest(): void {
  for (const name of kept.keys()) {
    kept.delete(name);
    return;
  }
}

async function importKey(key: PublicJwk, algorithm: SignatureAlgorithm): Promise<ImportedKey> {
  const { importing } = ALGORITHM_ROWS[algorithm];
  try {
    return await crypto.subtle.importKey('jwk', publicMembers(key), importing, true, ['verify']);
  } catch (failure) {
    return failure instanceof Error && failure.name === 'NotSupportedError' ? 'absent' : 'refused';
  }
}

/** Only what makes the key: `use`, `alg` and `key_ops` were judged by keyFits, and engines disagree on them. */
function publicMembers({ kty, crv, x, y, n, e }: PublicJwk): JsonWebKey {
  const members = { kty, crv, x, y, n, e };
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined));
}
