// What every collected credential is worth, without any list and with one that names the issuers of the fixtures.
// The answers stand in verdicts.tsv; the whole table runs with the machine's clock at 1990, today and 2100.
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { epochSeconds } from '../../src/lib/core/model/brand.ts';
import type { TrustMaterial } from '../../src/lib/core/model/trust.ts';
import { examined, NOW } from '../builders/examined.ts';
import { describeVectors, vectorBytes } from './folder.ts';
import { expectedWorths, fixtureTrust, worthOf } from './golden.ts';

const expected = expectedWorths();

let trust: TrustMaterial;
beforeAll(async () => {
  trust = await fixtureTrust();
});
afterEach(() => vi.useRealTimers());

/** Fakes Date alone: nothing else of the machine may matter either, but promises and crypto must still run. */
const CLOCKS = { '1990': Date.UTC(1990, 0, 1), today: null, '2100': Date.UTC(2100, 0, 1) };

describeVectors('what every collected credential is worth', () => {
  describe.each(Object.entries(CLOCKS))('with the machine’s clock at %s', (_, clock) => {
    test.each(expected)('$file', async ({ file, alone, listed }) => {
      if (clock !== null) vi.useFakeTimers({ now: clock, toFake: ['Date'] });
      const request = vi.spyOn(globalThis, 'fetch').mockRejectedValue(new Error('no network'));
      const bytes = vectorBytes(file);
      expect(worthOf(await examined(bytes))).toBe(alone);
      expect(worthOf(await examined(bytes, { trust }))).toBe(listed);
      expect(request).not.toHaveBeenCalled();
    });
  });

  test('the question’s own time decides: what is valid today has expired in 2126, whatever the machine says', async () => {
    const file = 'clr2/1EdTech__digital-credentials-public-validator/simple.jwt';
    const today = await examined(vectorBytes(file), { trust, now: NOW });
    const before = await examined(vectorBytes(file), { trust, now: epochSeconds(0) });
    expect([today.verdict, before.verdict]).toEqual(['genuine', 'refused']);
  });
});
