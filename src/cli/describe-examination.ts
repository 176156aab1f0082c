// What the corridor said of one file -> one line of JSON for other programs.
import type { Examination } from '../lib/core/model/examination.ts';
import type { LearningAchievement } from '../lib/core/model/achievement.ts';
import type { Finding } from '../lib/core/model/finding.ts';
import type { VerdictString, VerificationContext } from '../lib/core/model/verdict.ts';

export interface Line {
  readonly file: string;
  readonly kind: string | null;
  readonly context: VerificationContext['kind'];
  readonly verdict: VerdictString;
  readonly findings: readonly Pick<Finding, 'check' | 'outcome' | 'reason'>[];
  readonly achievement: LearningAchievement | null;
  /** Why nothing could be read; absent when something was. */
  readonly unreadable?: string;
}

/**
 * `kind` is null for whatever could not be read. What looks like one of ours but is broken is refused, with the reason
 * `malformed`; anything else is unrecognised.
 */
export function describeExamination(file: string, context: VerificationContext, examination: Examination): Line {
  if (examination.outcome === 'unreadable') {
    const { why, mine } = examination;
    const findings: Line['findings'] = mine ? [{ check: 'structure', outcome: 'fail', reason: 'malformed' }] : [];
    const verdict = mine ? 'refused' : 'unrecognised';
    return { file, kind: null, context: context.kind, verdict, findings, achievement: null, unreadable: why };
  }
  const { credential, judgement } = examination;
  return {
    file,
    kind: credential.kind,
    context: context.kind,
    verdict: judgement.verdict,
    findings: judgement.findings.map(({ check, outcome, reason }) => ({ check, outcome, reason })),
    achievement: credential.achievement,
  };
}
