// The whole corridor over a text or bytes, told in two words.
import { encodeUtf8 } from '../../src/lib/core/bytes/utf8.ts';
import { examine } from '../../src/lib/core/examine.ts';
import { epochSeconds } from '../../src/lib/core/model/brand.ts';
import type { Finding } from '../../src/lib/core/model/finding.ts';
import type { ReasonCode } from '../../src/lib/core/model/reason.ts';
import { NO_TRUST } from '../../src/lib/core/model/trust.ts';
import type { Question } from '../../src/lib/core/verify/question.ts';

/** Noon UTC on 21 November 2026. */
export const NOW = epochSeconds(Date.UTC(2026, 10, 21, 12) / 1000);
export const DOCUMENT: Question = {
  trust: NO_TRUST,
  now: NOW,
  context: { kind: 'document' },
  clockFloor: epochSeconds(0),
};

export interface Examined {
  /** A verdict, or `unreadable`. */
  readonly verdict: string;
  /** Reasons of findings that fail or are unknown; or why nothing could be read. */
  readonly wrong: readonly string[];
  readonly reasons: readonly ReasonCode[];
  readonly because: readonly ReasonCode[];
  readonly findings: readonly Finding[];
}

export async function examined(
  received: string | Uint8Array<ArrayBuffer>,
  question: Partial<Question> = {},
): Promise<Examined> {
  const bytes = typeof received === 'string' ? encodeUtf8(received) : received;
  const examination = await examine(bytes, { ...DOCUMENT, ...question });
  if (examination.outcome === 'unreadable') {
    return { verdict: 'unreadable', wrong: [examination.why], reasons: [], because: [], findings: [] };
  }
  const { verdict, findings, because } = examination.judgement;
  const wrong = findings.filter(({ outcome }) => outcome === 'fail' || outcome === 'unknown');
  return {
    verdict,
    wrong: wrong.map(({ reason }) => reason),
    reasons: findings.map(({ reason }) => reason),
    because,
    findings,
  };
}
