import { describe, expect, test } from 'vitest';
import type { Workload } from '../../../src/lib/core/model/achievement.ts';
import type { SectionMerit } from '../../../src/lib/core/model/portfolio.ts';
import type { Verdict } from '../../../src/lib/core/model/verdict.ts';
import { sectionSummary } from '../../../src/lib/core/portfolio/section-summary.ts';

const merit = (verdict: Verdict | null, ...workload: [number, Workload['unit']][]): SectionMerit => ({
  verdict,
  workload: workload.map(([amount, unit]) => ({ amount, unit, path: 'x' })),
});

describe('what a section amounts to', () => {
  test('an empty section is nothing, without sums', () => {
    expect(sectionSummary([])).toEqual({ count: 0, sums: [], leftOut: 0, unproven: 0, withoutWorkload: 0 });
  });
  test('hp and ECTS are one measure; hours, weeks and bare credits stand apart', () => {
    const summary = sectionSummary([
      merit('genuine', [3, 'ects']),
      merit('genuine', [7.5, 'hp']),
      merit('genuine', [16, 'hours']),
      merit('genuine', [30, 'credits']),
      merit('genuine', [2, 'weeks']),
    ]);
    expect(summary.sums).toEqual([
      { unit: 'hp', amount: 10.5 },
      { unit: 'hours', amount: 16 },
      { unit: 'weeks', amount: 2 },
      { unit: 'credits', amount: 30 },
    ]);
  });
  test('a merit that states hp and ECTS and hours counts once in each sum', () => {
    expect(sectionSummary([merit('genuine', [3, 'hp'], [3, 'ects'], [80, 'hours'])]).sums).toEqual([
      { unit: 'hp', amount: 3 },
      { unit: 'hours', amount: 80 },
    ]);
  });
  test('refused and expired merits are counted as there, not summed, and said', () => {
    const summary = sectionSummary([merit('refused', [7.5, 'hp']), merit('genuine', [3, 'hp'])]);
    expect(summary).toMatchObject({ count: 2, leftOut: 1, sums: [{ unit: 'hp', amount: 3 }] });
  });
  test('specimens and what cannot be told are summed, and said to be unproven', () => {
    const summary = sectionSummary([merit('specimen', [3, 'hp']), merit('cannot-tell', [1, 'hp']), merit(null)]);
    expect(summary).toMatchObject({ sums: [{ unit: 'hp', amount: 4 }], unproven: 2, withoutWorkload: 1 });
  });
  test('binary fractions do not show', () => {
    const tenths = Array.from({ length: 10 }, () => merit('genuine', [0.1, 'hp']));
    expect(sectionSummary(tenths).sums).toEqual([{ unit: 'hp', amount: 1 }]);
  });
  test('amounts that cannot be are left out', () => {
    const odd = [merit('genuine', [-5, 'hp']), merit('genuine', [Number.NaN, 'hp']), merit('genuine', [2, 'hp'])];
    expect(sectionSummary(odd).sums).toEqual([{ unit: 'hp', amount: 2 }]);
  });
});
