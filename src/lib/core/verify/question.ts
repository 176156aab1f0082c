// What a verifier brings to a credential: whom to trust, what time it is, and in which situation it asks.
import type { EpochSeconds } from '../model/brand.ts';
import type { TrustMaterial } from '../model/trust.ts';
import type { VerificationContext } from '../model/verdict.ts';

export interface Question {
  readonly trust: TrustMaterial;
  readonly now: EpochSeconds;
  readonly context: VerificationContext;
  /** Newest signed time seen, or the release date: a clock before it is doubtful. */
  readonly clockFloor: EpochSeconds;
}

/** Seconds by which two honest clocks may differ (RFC 7519 §4.1.4: "a few minutes" at most; we take one). */
export const CLOCK_SKEW_SECONDS = 60;
