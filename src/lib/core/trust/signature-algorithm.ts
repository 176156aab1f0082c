// JOSE signature algorithms this program checks, and the only key each may be used with (RFC 7518 §3, RFC 8037 §3.1).
// The key decides what is possible; a header only ever narrows it. That is what defeats algorithm swapping.
import type { PublicJwk } from '../model/jwk.ts';

interface AlgorithmRow {
  readonly kty: string;
  readonly crv: string | null;
  readonly importing: EcKeyImportParams | RsaHashedImportParams | Algorithm;
  readonly verifying: EcdsaParams | RsaPssParams | Algorithm;
  /** Length of a signature in bytes; null for RSA, where it is the length of the modulus. */
  readonly length: number | null;
}

const ecdsa = (crv: string, hash: string, length: number): AlgorithmRow => ({
  kty: 'EC',
  crv,
  importing: { name: 'ECDSA', namedCurve: crv },
  verifying: { name: 'ECDSA', hash },
  length,
});
const ed25519: AlgorithmRow = {
  kty: 'OKP',
  crv: 'Ed25519',
  importing: { name: 'Ed25519' },
  verifying: { name: 'Ed25519' },
  length: 64,
};

export const SIGNATURE_ALGORITHMS = ['EdDSA', 'Ed25519', 'ES256', 'ES384', 'ES512', 'RS256', 'PS256'] as const;
export type SignatureAlgorithm = (typeof SIGNATURE_ALGORITHMS)[number];

export const ALGORITHM_ROWS: Readonly<Record<SignatureAlgorithm, AlgorithmRow>> = {
  EdDSA: ed25519,
  Ed25519: ed25519,
  ES256: ecdsa('P-256', 'SHA-256', 64),
  ES384: ecdsa('P-384', 'SHA-384', 96),
  ES512: ecdsa('P-521', 'SHA-512', 132),
  RS256: {
    kty: 'RSA',
    crv: null,
    importing: { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' },
    verifying: { name: 'RSASSA-PKCS1-v1_5' },
    length: null,
  },
  PS256: {
    kty: 'RSA',
    crv: null,
    importing: { name: 'RSA-PSS', hash: 'SHA-256' },
    verifying: { name: 'RSA-PSS', saltLength: 32 },
    length: null,
  },
};

/** `name` when it is one of ours, else null. */
export function signatureAlgorithm(name: string): SignatureAlgorithm | null {
  return SIGNATURE_ALGORITHMS.find((algorithm) => algorithm === name) ?? null;
}

/**
 * Whether `key` may be used with `algorithm`: right type and curve, and its own `alg` and `use`, if stated, agree
 * (RFC 7517 §4.2, §4.4). EdDSA and Ed25519 are two names for one thing (RFC 9864 §2.2).
 */
export function keyFits(key: PublicJwk, algorithm: SignatureAlgorithm): boolean {
  const row = ALGORITHM_ROWS[algorithm];
  if (key.kty !== row.kty || (row.crv !== null && key.crv !== row.crv)) return false;
  if (key.use !== undefined && key.use !== 'sig') return false;
  if (key.alg === undefined || key.alg === algorithm) return true;
  const stated = signatureAlgorithm(key.alg);
  return stated !== null && ALGORITHM_ROWS[stated] === row;
}
