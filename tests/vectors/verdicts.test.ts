// What every collected credential is worth, without any list and with one that names the issuers of the fixtures.
// The answers stand in verdicts.tsv; the whole table runs with the machine's clock at 1990, today and 2100.
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { epochSeconds } from '../../src/lib/core/model/brand.ts';
import { NO_TRUST } from '../../src/lib/core/model/trust.ts';
import type { TrustMaterial } from '../../src/lib/core/model/trust.ts';
import { parseTrustList } from '../../src/lib/core/trust/parse-trust-list.ts';
import { examined, NOW } from '../builders/examined.ts';
import type { Examined } from '../builders/examined.ts';
import { VECTORS, describeVectors, vectorBytes, vectorsPresent } from './folder.ts';

interface Expected {
  readonly file: string;
  /** Verdict and what stands against it, without any list. */
  readonly alone: string;
  /** The same when issuers.json is imported. */
  readonly listed: string;
}

const TABLE = readFileSync(resolve(import.meta.dirname, 'verdicts.tsv'), 'utf8');
const expected: readonly Expected[] = TABLE.trimEnd()
  .split('\n')
  .map((line) => line.split('\t'))
  .map(([file = '', alone = '', listed = '']) => ({ file, alone, listed }))
  // `npm run vectors` leaves out what was edited when it was collected.
  .filter(({ file }) => vectorsPresent && existsSync(resolve(VECTORS, file)));

const told = ({ verdict, wrong }: Examined): string => [verdict, ...wrong].join(' ');

let trust: TrustMaterial;
beforeAll(async () => {
  const parsed = await parseTrustList(
    new Uint8Array(readFileSync(resolve(import.meta.dirname, 'issuers.json'))),
    'imported',
  );
  if (!parsed.ok) throw new Error(`issuers.json: ${parsed.why}`);
  trust = { ...NO_TRUST, lists: [parsed.list] };
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
      expect(told(await examined(bytes))).toBe(alone);
      expect(told(await examined(bytes, { trust }))).toBe(listed);
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
