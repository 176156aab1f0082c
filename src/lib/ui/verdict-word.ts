// A verdict in words. One that fell on time alone says so: "Not accepted – expired".
import type { ReasonCode } from '$lib/core/model/reason.ts';
import type { Verdict } from '$lib/core/model/verdict.ts';
import { m } from '$lib/i18n/paraglide/messages.js';

const WORDS: Readonly<Record<Verdict, () => string>> = {
  genuine: m.verdict_genuine,
  'cannot-tell': m.verdict_cannot_tell,
  refused: m.verdict_refused,
  specimen: m.verdict_specimen,
};

/** The word of `verdict`, exactly as fixed for every screen. */
export const verdictWord = (verdict: Verdict): string => WORDS[verdict]();

/** What to add after the word, or null. `because` is the judgement's, most serious first. */
export function verdictAddition(verdict: Verdict, because: readonly ReasonCode[]): string | null {
  if (verdict !== 'refused') return null;
  if (because[0] === 'expired') return m.verdict_addition_expired();
  if (because[0] === 'not-yet-valid') return m.verdict_addition_not_yet_valid();
  return null;
}
