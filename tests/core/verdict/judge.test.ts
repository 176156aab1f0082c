// docs/verdicts.md is the table; this holds the code to it.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { finding } from '../../../src/lib/core/model/finding.ts';
import { CHECKS, REASONS } from '../../../src/lib/core/model/reason.ts';
import type { Check, ReasonCode } from '../../../src/lib/core/model/reason.ts';
import type { VerificationContext } from '../../../src/lib/core/model/verdict.ts';
import { judge } from '../../../src/lib/core/verdict/judge.ts';
import { SITUATIONS } from '../../../src/lib/core/verdict/effect.ts';
import type { Situation } from '../../../src/lib/core/verdict/effect.ts';

const CONTEXTS: Readonly<Record<Situation, VerificationContext>> = {
  document: { kind: 'document' },
  show: { kind: 'presented', mode: 'show' },
  answer: { kind: 'presented', mode: 'answer', nonce: 'n', audience: 'a' },
};

/** Findings that make a genuine credential in each situation. */
const GENUINE: Readonly<Record<Situation, Readonly<Record<Check, ReasonCode>>>> = {
  document: genuine('possession-not-asked', 'replay-not-asked'),
  show: genuine('possession-shown', 'replay-window-ok'),
  answer: genuine('possession-proven', 'replay-nonce-ok'),
};

function genuine(possession: ReasonCode, replay: ReasonCode): Readonly<Record<Check, ReasonCode>> {
  return {
    structure: 'structure-ok',
    signature: 'signature-ok',
    disclosures: 'disclosures-ok',
    'issuer-key': 'issuer-key-ok',
    'issuer-trust': 'issuer-listed',
    'issuer-entitlement': 'issuer-entitled',
    validity: 'validity-ok',
    status: 'status-not-used',
    possession,
    replay,
    clock: 'clock-ok',
  };
}

const judged = (reasons: readonly ReasonCode[], situation: Situation) =>
  judge(
    reasons.map((reason) => finding(reason)),
    CONTEXTS[situation],
  );

const isReason = (text: string): text is ReasonCode => Object.hasOwn(REASONS, text);
const ROWS = readFileSync('docs/verdicts.md', 'utf8')
  .split('\n')
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .flatMap(([, reason = '', check = '', outcome = '', ...effects]) =>
    isReason(reason) ? [{ reason, check, outcome, effects: effects.slice(0, SITUATIONS.length) }] : [],
  );

describe('the table in docs/verdicts.md', () => {
  test('has every reason exactly once, and no other', () => {
    expect(ROWS.map(({ reason }) => reason).sort()).toEqual(Object.keys(REASONS).sort());
  });

  test.each(ROWS)('$reason belongs to $check and is $outcome', ({ reason, check, outcome }) => {
    expect(REASONS[reason]).toEqual({ check, outcome });
  });

  test.each(ROWS)('$reason does what the table says in every situation', ({ reason, effects }) => {
    const told = SITUATIONS.map((situation) => {
      const findings = { ...GENUINE[situation], [REASONS[reason].check]: reason };
      const { verdict, because } = judged(Object.values(findings), situation);
      // A check that a verdict rests on cannot be left without a pass: then it is "cannot tell" without a reason.
      if (verdict === 'genuine' || !because.includes(reason)) return 'allows';
      return verdict;
    });
    expect(told).toEqual(effects);
  });
});

describe('a verdict', () => {
  test.each(SITUATIONS)('is genuine in %s when everything it asks for passed', (situation) => {
    expect(judged(Object.values(GENUINE[situation]), situation).verdict).toBe('genuine');
  });

  test.each(SITUATIONS.flatMap((situation) => CHECKS.map((check) => ({ situation, check }))))(
    'is never genuine in $situation when nothing is said of $check',
    ({ situation, check }) => {
      const others = CHECKS.filter((one) => one !== check).map((one) => GENUINE[situation][one]);
      expect(judged(others, situation).verdict).toBe('cannot-tell');
    },
  );

  test('of no findings at all is cannot tell, with a reason', () => {
    expect(judge([], CONTEXTS.document)).toEqual({
      verdict: 'cannot-tell',
      because: ['signature-not-checked'],
      findings: [],
    });
  });

  test('is refused when one thing is wrong, however much else is unknown', () => {
    const findings = { ...GENUINE.document, signature: 'key-not-in-hand', validity: 'expired' } as const;
    expect(judged(Object.values(findings), 'document')).toMatchObject({ verdict: 'refused', because: ['expired'] });
  });

  test('of a specimen is specimen although its status is not in hand, and refused when it is broken', () => {
    const specimen = { ...GENUINE.document, 'issuer-trust': 'issuer-specimen', status: 'status-not-in-hand' } as const;
    expect(judged(Object.values(specimen), 'document')).toMatchObject({
      verdict: 'specimen',
      because: ['issuer-specimen', 'status-not-in-hand'],
    });
    const broken = { ...specimen, signature: 'signature-invalid' } as const;
    expect(judged(Object.values(broken), 'document').verdict).toBe('refused');
  });

  test('of a document shown at a door as if it were a presentation is not genuine', () => {
    expect(judged(Object.values(GENUINE.document), 'show').verdict).toBe('cannot-tell');
    expect(judged(Object.values(GENUINE.show), 'answer').verdict).toBe('cannot-tell');
  });

  test('names what decided in the order of the checks', () => {
    const findings: readonly ReasonCode[] = ['clock-doubtful', 'status-not-in-hand', 'issuer-not-listed'];
    expect(judged(findings, 'document').because).toEqual(['issuer-not-listed', 'status-not-in-hand', 'clock-doubtful']);
  });
});
