// Validity period (RFC 7519 §4.1.4–4.1.6, VCDM 2.0 §4.9, VC Data Integrity 1.0 §2.1). Parsing already took the
// narrowest of what the credential says in several places, and reported what contradicts itself.
import type { ParsedCredential } from '../model/credential.ts';
import type { EpochSeconds } from '../model/brand.ts';
import type { ReasonOf } from '../model/reason.ts';
import { mayWithhold } from './may-withhold.ts';
import { CLOCK_SKEW_SECONDS } from './question.ts';

/** When a proof says it was made and ends, apart from the credential it is about. */
export interface ProofTimes {
  readonly created: EpochSeconds | null;
  readonly expires: EpochSeconds | null;
}
export const NO_PROOF_TIMES: ProofTimes = { created: null, expires: null };

/** A minute is allowed for clocks that differ: `exp` is the first second too late, `nbf` the first good one. */
export function checkValidity(
  credential: ParsedCredential,
  proof: ProofTimes,
  now: EpochSeconds,
): ReasonOf<'validity'> {
  const { validFrom, validUntil, issuedAt } = credential;
  const ends = [validUntil, proof.expires].filter((time) => time !== null);
  const starts = [validFrom, issuedAt, proof.created].filter((time) => time !== null);
  if (ends.some((end) => now >= end + CLOCK_SKEW_SECONDS)) return 'expired';
  if (starts.some((start) => now < start - CLOCK_SKEW_SECONDS)) return 'not-yet-valid';
  if (validUntil === null && mayWithhold(credential)) return 'end-may-be-withheld';
  return ends.length === 0 ? 'validity-without-end' : 'validity-ok';
}
