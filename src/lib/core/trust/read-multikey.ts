// Multikey text (`z…`) -> JWK (Controlled Identifiers 1.0 §2.2.2): Ed25519, P-256, P-384, P-521, BLS12-381 G2.
import { p256, p384, p521 } from '@noble/curves/nist.js';
import { encodeBase64url } from '../bytes/base64url.ts';
import type { PublicJwk } from '../model/jwk.ts';
import { decodeBase58btc } from './base58btc.ts';

/** 'unsupported': a well-formed multikey of a type we do not check (secp256k1, X25519 …). */
export type MultikeyReading = { readonly key: PublicJwk } | 'unsupported' | 'malformed';

const ED25519_PUB = 0xed;
/** What bbs-2023 signs with; as a JWK it is named `Bls12381G2` (draft-ietf-cose-bls-key-representations). */
const BLS12_381_G2_PUB = 0xeb;
const P256_PUB = 0x1200;
const P384_PUB = 0x1201;
const P521_PUB = 0x1202;

/** The public key in a multibase base58btc multikey. */
export function readMultikey(text: string): MultikeyReading {
  const bytes = text.startsWith('z') ? decodeBase58btc(text.slice(1)) : null;
  const prefix = bytes === null ? null : readVarint(bytes);
  if (bytes === null || prefix === null) return 'malformed';
  const raw = bytes.subarray(prefix.length);
  switch (prefix.value) {
    case ED25519_PUB:
      return raw.length === 32 ? { key: { kty: 'OKP', crv: 'Ed25519', x: encodeBase64url(raw) } } : 'malformed';
    case BLS12_381_G2_PUB:
      return raw.length === 96 ? { key: { kty: 'OKP', crv: 'Bls12381G2', x: encodeBase64url(raw) } } : 'malformed';
    case P256_PUB:
      return readPoint(p256, 'P-256', 32, raw);
    case P384_PUB:
      return readPoint(p384, 'P-384', 48, raw);
    case P521_PUB:
      return readPoint(p521, 'P-521', 66, raw);
    default:
      return 'unsupported';
  }
}

/** Unsigned varint (multiformats): at most two bytes for every code we know; longer is somebody else's. */
function readVarint(bytes: Uint8Array): { readonly value: number; readonly length: number } | null {
  const [first, second] = bytes;
  if (first === undefined) return null;
  if (first < 0x80) return { value: first, length: 1 };
  if (second === undefined) return null;
  return { value: (first & 0x7f) | ((second & 0x7f) << 7), length: second < 0x80 ? 2 : bytes.length };
}

/** A compressed point (SEC 1 §2.3.4). noble throws when x is on no point of the curve. */
function readPoint(curve: typeof p256, crv: string, size: number, raw: Uint8Array): MultikeyReading {
  if (raw.length !== size + 1) return 'malformed';
  try {
    const whole = curve.Point.fromBytes(raw).toBytes(false);
    const x = encodeBase64url(whole.subarray(1, size + 1));
    return { key: { kty: 'EC', crv, x, y: encodeBase64url(whole.subarray(size + 1)) } };
  } catch {
    return 'malformed';
  }
}
