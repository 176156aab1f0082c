// Whatever is ticked, what leaves is that, its parents, and what cannot be withheld: nothing more.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { leavingClaims, presentSelected, withParents } from '../../src/lib/core/present/choose-disclosures.ts';
import { parsedSdJwt } from '../builders/parsed.ts';
import { disclosure, sdJwt } from '../builders/tokens.ts';

const deep = disclosure('deep', 'c');
const middle = disclosure('middle', { open: 1, _sd: [deep.digest] });
const outer = disclosure('outer', { _sd: [middle.digest] });
const item = disclosure(null, 'item');
const flat = disclosure('flat', [{ '...': item.digest }, 'open']);
const all = [deep, middle, outer, item, flat];

test('choosing some discloses them and their parents only, whatever the order', async () => {
  const credential = await parsedSdJwt(sdJwt({ _sd: [outer.digest, flat.digest] }, all));
  await fc.assert(
    fc.asyncProperty(fc.subarray(all), async (picked) => {
      const chosen = picked.map(({ digest }) => digest);
      const expected = withParents(credential, chosen);
      const shown = await parsedSdJwt(presentSelected(credential, chosen));
      expect(shown.problems).toEqual([]);
      expect(new Set(shown.disclosures.map(({ digest }) => digest))).toEqual(expected);
      for (const digest of chosen) expect(expected).toContain(digest);
      const leaving = leavingClaims(credential, chosen);
      expect(leaving.filter(({ why }) => why === 'chosen')).toHaveLength(picked.length);
      expect(leaving.filter(({ why }) => why !== 'always')).toHaveLength(expected.size);
    }),
    { numRuns: 64 },
  );
});
