// The answer, and the situation it was asked in.
import type { Finding } from './finding.ts';
import type { ReasonCode } from './reason.ts';

export const VERDICTS = ['genuine', 'cannot-tell', 'refused', 'specimen'] as const;
export type Verdict = (typeof VERDICTS)[number];
/** What outputs say: a verdict, or that the bytes are not a credential this program reads. */
export type VerdictString = Verdict | 'unrecognised';

/**
 * document: is this document genuine; says nothing of who holds it.
 * presented: somebody shows it; possession matters. `show` is one way (audience `urn:meritfolio:show`);
 * `answer` has a nonce and audience that this verifier chose.
 */
export type VerificationContext =
  | { readonly kind: 'document' }
  | { readonly kind: 'presented'; readonly mode: 'show' }
  | { readonly kind: 'presented'; readonly mode: 'answer'; readonly nonce: string; readonly audience: string };

export const SHOW_AUDIENCE = 'urn:meritfolio:show';

export interface Judgement {
  readonly verdict: Verdict;
  /** The findings that decided, most serious first; never empty. */
  readonly because: readonly ReasonCode[];
  readonly findings: readonly Finding[];
}
