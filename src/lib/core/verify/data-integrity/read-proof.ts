// One proof object -> what its suite needs of it (VC Data Integrity 1.0 §2.1, vc-di-eddsa §2.2, vc-di-ecdsa §2.2).
import { readSelectiveProofValue } from '../../bytes/selective-proof-value.ts';
import type { SelectiveProofValue } from '../../bytes/selective-proof-value.ts';
import { isJsonObject, stringOrNull } from '../../model/json.ts';
import type { JsonObject, JsonValue } from '../../model/json.ts';
import { epochSeconds } from '../../model/brand.ts';
import type { EpochSeconds } from '../../model/brand.ts';
import { decodeBase58btc } from '../../trust/base58btc.ts';
import { isSelective, nameOf, suiteOf, SUITES } from './suites.ts';
import type { SuiteName } from './suites.ts';

export interface ReadProof {
  readonly suite: SuiteName;
  /** The proof without its value: what is transformed and signed along. */
  readonly config: JsonObject;
  /** Empty for a suite that lets claims be left out, whose `selective` holds several. */
  readonly signature: Uint8Array<ArrayBuffer>;
  readonly selective: SelectiveProofValue | null;
  readonly verificationMethod: string;
  readonly created: EpochSeconds | null;
  readonly expires: EpochSeconds | null;
  /** Ids of proofs of the same document that this one signs too (proof chains, §2.1.2). */
  readonly previous: readonly string[];
}

export type ProofReading =
  | { readonly kind: 'ours'; readonly proof: ReadProof }
  | { readonly kind: 'ours-wrong'; readonly reason: 'proof-malformed' | 'proof-purpose-wrong' }
  | { readonly kind: 'other-suite'; readonly suite: string };

const DATE_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/;
const MALFORMED: ProofReading = { kind: 'ours-wrong', reason: 'proof-malformed' };

/** Reads one member of `proof`. Another suite's proof is named, not judged. */
export function readProof(value: JsonValue): ProofReading {
  if (!isJsonObject(value)) return MALFORMED;
  const suite = suiteOf(value);
  return suite === null ? { kind: 'other-suite', suite: nameOf(value) } : readOurs(suite, value);
}

function readOurs(suite: SuiteName, value: JsonObject): ProofReading {
  const { proofValue, ...config } = value;
  const { verificationMethod, proofPurpose } = value;
  const selective = isSelective(suite) ? readSelectiveProofValue(suite, stringOrNull(proofValue) ?? '') : null;
  // Bound to a holder or a pseudonym: a proof of another kind, named and not judged.
  if (selective === 'other') return { kind: 'other-suite', suite };
  const signature = selective === null ? readSignature(suite, proofValue) : new Uint8Array();
  const created = readTime(value['created']);
  const expires = readTime(value['expires']);
  const previous = readIds(value['previousProof']);
  if (selective === 'malformed' || signature === null || typeof verificationMethod !== 'string') return MALFORMED;
  if (created === undefined || expires === undefined || previous === null) return MALFORMED;
  // Signed for another purpose (authentication, say): what a holder signs to log in is not a credential.
  if (proofPurpose !== 'assertionMethod') return { kind: 'ours-wrong', reason: 'proof-purpose-wrong' };
  const read = { suite, config, signature, selective, verificationMethod, created, expires, previous };
  return { kind: 'ours', proof: read };
}

function readSignature(suite: SuiteName, value: JsonValue | undefined): Uint8Array<ArrayBuffer> | null {
  if (typeof value !== 'string' || !value.startsWith('z')) return null;
  const bytes = decodeBase58btc(value.slice(1));
  return bytes !== null && SUITES[suite].lengths.includes(bytes.length) ? bytes : null;
}

/** null when absent, undefined when not an XMLSchema dateTimeStamp. */
function readTime(value: JsonValue | undefined): EpochSeconds | null | undefined {
  if (value === undefined) return null;
  const time = typeof value === 'string' && DATE_TIME.test(value) ? Date.parse(value) : Number.NaN;
  return Number.isNaN(time) ? undefined : epochSeconds(time / 1000);
}

function readIds(value: JsonValue | undefined): readonly string[] | null {
  if (value === undefined) return [];
  if (typeof value === 'string') return [value];
  return Array.isArray(value) && value.every((id) => typeof id === 'string') ? value : null;
}
