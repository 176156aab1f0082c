// What each reason does to the verdict, per context. docs/verdicts.md shows the same table; a test compares them.
import { REASONS } from '../model/reason.ts';
import type { ReasonCode } from '../model/reason.ts';
import type { VerificationContext } from '../model/verdict.ts';

/** allows: does not stand in the way. Each of the others is a verdict that the reason brings about. */
export type Effect = 'allows' | 'refused' | 'cannot-tell' | 'specimen';
export const SITUATIONS = ['document', 'show', 'answer'] as const;
export type Situation = (typeof SITUATIONS)[number];

/** The column of the table that `context` stands for. */
export function situationOf(context: VerificationContext): Situation {
  return context.kind === 'document' ? 'document' : context.mode;
}

/**
 * Where the outcome alone does not decide. A pin holds on the device that made it, for documents, never for a
 * person at the door. Nothing about possession may be left unasked when somebody presents; a one-way showing
 * never satisfies a question of our own.
 */
const EXCEPTIONS: Readonly<Partial<Record<ReasonCode, Readonly<Record<Situation, Effect>>>>> = {
  'issuer-specimen': { document: 'specimen', show: 'specimen', answer: 'specimen' },
  'issuer-pinned': { document: 'allows', show: 'cannot-tell', answer: 'cannot-tell' },
  'possession-not-asked': { document: 'allows', show: 'cannot-tell', answer: 'cannot-tell' },
  'possession-shown': { document: 'allows', show: 'allows', answer: 'cannot-tell' },
  'replay-not-asked': { document: 'allows', show: 'cannot-tell', answer: 'cannot-tell' },
  'replay-window-ok': { document: 'allows', show: 'allows', answer: 'cannot-tell' },
};

/** What `reason` does to a verdict in `situation`. */
export function effectOf(reason: ReasonCode, situation: Situation): Effect {
  const exception = EXCEPTIONS[reason];
  if (exception) return exception[situation];
  const { outcome } = REASONS[reason];
  if (outcome === 'fail') return 'refused';
  return outcome === 'unknown' ? 'cannot-tell' : 'allows';
}
