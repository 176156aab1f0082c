// The proof suites this program checks, and what each asks of key, transformation and proof value.
// VC Data Integrity EdDSA 1.0, ECDSA 1.0, BBS 1.0; Ed25519Signature2020 is EdDSA 1.0 §3.3 before it had a cryptosuite.
import type { HashName } from '../../bytes/digest.ts';
import type { JsonObject } from '../../model/json.ts';
import { stringOrNull } from '../../model/json.ts';
import type { PublicJwk } from '../../model/jwk.ts';
import type { SignatureAlgorithm } from '../../trust/signature-algorithm.ts';

export const SUITE_NAMES = [
  'eddsa-rdfc-2022',
  'eddsa-jcs-2022',
  'ecdsa-rdfc-2019',
  'ecdsa-jcs-2019',
  'ecdsa-sd-2023',
  'bbs-2023',
  'Ed25519Signature2020',
] as const;
export type SuiteName = (typeof SUITE_NAMES)[number];
/** Those whose proofs let the holder leave claims out. */
export type SelectiveSuite = 'ecdsa-sd-2023' | 'bbs-2023';

/** How the document becomes bytes: sorted RDF statements, or JSON in its one canonical text. */
export type Transformation = 'rdfc' | 'jcs';

interface SuiteRow {
  readonly transformation: Transformation;
  readonly family: 'eddsa' | 'ecdsa' | 'selective';
  /** Lengths of a signature in bytes, one for each curve of the family; none where the proof value is more than that. */
  readonly lengths: readonly number[];
}

export const SUITES: Readonly<Record<SuiteName, SuiteRow>> = {
  'eddsa-rdfc-2022': { transformation: 'rdfc', family: 'eddsa', lengths: [64] },
  'eddsa-jcs-2022': { transformation: 'jcs', family: 'eddsa', lengths: [64] },
  'ecdsa-rdfc-2019': { transformation: 'rdfc', family: 'ecdsa', lengths: [64, 96] },
  'ecdsa-jcs-2019': { transformation: 'jcs', family: 'ecdsa', lengths: [64, 96] },
  'ecdsa-sd-2023': { transformation: 'rdfc', family: 'selective', lengths: [] },
  'bbs-2023': { transformation: 'rdfc', family: 'selective', lengths: [] },
  Ed25519Signature2020: { transformation: 'rdfc', family: 'eddsa', lengths: [64] },
};

/** The suite a proof names, as it names it; null when it is none of ours. */
export function suiteOf(proof: JsonObject): SuiteName | null {
  const named = nameOf(proof);
  // `Ed25519Signature2020` is a type of its own, never a cryptosuite, and a cryptosuite never a type.
  const isType = named === 'Ed25519Signature2020';
  if (isType !== (proof['type'] !== 'DataIntegrityProof')) return null;
  return SUITE_NAMES.find((suite) => suite === named) ?? null;
}

export function isSelective(suite: SuiteName): suite is SelectiveSuite {
  return SUITES[suite].family === 'selective';
}

/** What a proof calls itself, whether we know it or not. */
export function nameOf({ type, cryptosuite }: JsonObject): string {
  return stringOrNull(type === 'DataIntegrityProof' ? cryptosuite : type) ?? 'unnamed';
}

export interface Signing {
  readonly algorithm: SignatureAlgorithm;
  readonly hash: HashName;
}

const BY_CURVE: ReadonlyMap<string, Signing> = new Map([
  ['P-256', { algorithm: 'ES256', hash: 'SHA-256' }],
  ['P-384', { algorithm: 'ES384', hash: 'SHA-384' }],
]);

/** Signature and hash algorithm that `key` stands for in `suite` (vc-di-ecdsa §3: the curve decides); null: unfit. */
export function signingOf(suite: SuiteName, key: PublicJwk): Signing | null {
  if (SUITES[suite].family === 'eddsa') return { algorithm: 'Ed25519', hash: 'SHA-256' };
  return key.kty === 'EC' ? (BY_CURVE.get(key.crv ?? '') ?? null) : null;
}
