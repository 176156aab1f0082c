// Findings -> one verdict (DESIGN "Findings, trust, verdict"; the table is docs/verdicts.md).
import type { Finding } from '../model/finding.ts';
import { CHECKS } from '../model/reason.ts';
import type { Check, ReasonCode } from '../model/reason.ts';
import type { Judgement, Verdict, VerificationContext } from '../model/verdict.ts';
import { effectOf, situationOf } from './effect.ts';
import type { Effect, Situation } from './effect.ts';

/** Most serious first: one proof of wrong outweighs everything, and a specimen is nothing more than that. */
const SEVERITY: readonly Exclude<Effect, 'allows'>[] = ['refused', 'specimen', 'cannot-tell'];
/** What a genuine credential is genuine because of, in every situation; a presentation needs the last two as well. */
const CARRYING: readonly Check[] = ['structure', 'signature', 'issuer-key', 'issuer-trust'];
const CARRYING_WHEN_PRESENTED: readonly Check[] = [...CARRYING, 'possession', 'replay'];

/**
 * One verdict for `findings` in `context`, with the reasons that decided, most serious first.
 * A check without a finding is a check that did not run: never genuine.
 */
export function judge(findings: readonly Finding[], context: VerificationContext): Judgement {
  const situation = situationOf(context);
  for (const effect of SEVERITY) {
    const deciding = findings.filter((found) => effectOf(found.reason, situation) === effect);
    if (deciding.length === 0) continue;
    const lesser = effect === 'specimen' ? withEffect(findings, 'cannot-tell', situation) : [];
    return judgement(effect, [...inCheckOrder(deciding), ...inCheckOrder(lesser)], findings);
  }
  const carrying = situation === 'document' ? CARRYING : CARRYING_WHEN_PRESENTED;
  const carried = carrying.every((check) =>
    findings.some((found) => found.check === check && found.outcome === 'pass'),
  );
  const complete = CHECKS.every((check) => findings.some((found) => found.check === check));
  if (!carried || !complete) return { verdict: 'cannot-tell', because: ['signature-not-checked'], findings };
  return judgement('genuine', decidingPasses(findings), findings);
}

function withEffect(findings: readonly Finding[], effect: Effect, situation: Situation): readonly Finding[] {
  return findings.filter((found) => effectOf(found.reason, situation) === effect);
}

/** Who vouches for it, then who holds it: what a reader of "genuine" wants to know. */
function decidingPasses(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter(
    ({ check, outcome }) => outcome === 'pass' && (check === 'issuer-trust' || check === 'possession'),
  );
}

function inCheckOrder(findings: readonly Finding[]): readonly Finding[] {
  return CHECKS.flatMap((check) => findings.filter((found) => found.check === check));
}

function judgement(verdict: Verdict, deciding: readonly Finding[], findings: readonly Finding[]): Judgement {
  const because = [...new Set(deciding.map((found): ReasonCode => found.reason))];
  return { verdict, because, findings };
}
