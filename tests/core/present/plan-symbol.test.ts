import { describe, expect, test } from 'vitest';
import { planSymbol } from '../../../src/lib/core/present/plan-symbol.ts';
import { showLink } from '../../../src/lib/core/present/show-link.ts';

const link = (length: number): ReturnType<typeof showLink> =>
  showLink('https://meritfolio.example/', new Uint8Array(length).fill(171));

describe('one symbol', () => {
  test('a small link fits a small one', () => {
    const plan = planSymbol(link(40));
    expect(plan).toMatchObject({ fits: true, version: 4, size: 33 });
    expect(plan.fits && plan.modules.length).toBe(33 * 33);
    expect(plan.fits && new Set(plan.modules)).toEqual(new Set([0, 1]));
  });
  test('version 25 is the largest unless a larger one is asked for', () => {
    expect(planSymbol(link(1300))).toEqual({ fits: false, needs: 26 });
    expect(planSymbol(link(1300), 40)).toMatchObject({ fits: true, version: 26 });
  });
  test('what no symbol holds is said, not thrown', () => {
    expect(planSymbol(link(3000), 40)).toEqual({ fits: false, needs: null });
    expect(planSymbol([])).toEqual({ fits: false, needs: null });
  });
  test('finder patterns stand in three corners', () => {
    const plan = planSymbol(link(40));
    if (!plan.fits) throw new Error('does not fit');
    const corner = (row: number, column: number): number[] =>
      Array.from(plan.modules.slice(row * plan.size + column, row * plan.size + column + 7));
    const edge = [1, 1, 1, 1, 1, 1, 1];
    expect([corner(0, 0), corner(0, plan.size - 7), corner(plan.size - 7, 0)]).toEqual([edge, edge, edge]);
  });
  test('numeric mode is taken: 2,000 digits are smaller than 2,000 letters', () => {
    const digits = planSymbol([{ mode: 'numeric', data: '7'.repeat(2000) }], 40);
    const letters = planSymbol([{ mode: 'byte', data: 'x'.repeat(2000) }], 40);
    expect([digits.fits && digits.version, letters.fits && letters.version]).toEqual([20, 33]);
  });
});
