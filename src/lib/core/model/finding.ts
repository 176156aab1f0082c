// What one check found. "Could not check" is unknown: never a pass, never a fail.
import type { EpochSeconds } from './brand.ts';
import type { PublicJwk } from './jwk.ts';
import { REASONS } from './reason.ts';
import type { Check, Outcome, ReasonCode } from './reason.ts';

/** Which evidence decided, and how old it is. */
export interface FindingEvidence {
  /** Name of a trust list, a certificate subject, `pin`, … */
  readonly source: string;
  readonly asOf: EpochSeconds | null;
  /** On `signature-ok`: the public key that the signature holds under. Whose it is, other findings say. */
  readonly key?: PublicJwk;
}

export interface Finding {
  readonly check: Check;
  readonly outcome: Outcome;
  readonly reason: ReasonCode;
  readonly evidence?: FindingEvidence;
}

/** A finding for `reason`; its check and outcome follow from the table. */
export function finding(reason: ReasonCode, evidence?: FindingEvidence): Finding {
  const { check, outcome } = REASONS[reason];
  return evidence === undefined ? { check, outcome, reason } : { check, outcome, reason, evidence };
}
