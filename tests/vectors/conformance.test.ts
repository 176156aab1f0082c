// docs/conformance.md and the totals in README.md say what running every suite says.
import { readFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import { describeVectors } from './folder.ts';
import { allSuites } from './suites/all-suites.ts';
import type { AllSuites } from './suites/all-suites.ts';
import { describeSuites, totalsLine } from './suites/describe-suites.ts';
import { isWrong } from './suites/suite.ts';

/** Files that `npm run vectors` cannot fetch as they are: without them the totals are others. */
const NEEDS = [
  'sdjwt/rfc9901-vectors.json',
  'negative-crypto/C2SP__wycheproof/json_web_signature_test.json',
  'ob3/1EdTech__openbadges-specification/ob_v3p0/examples/basicOpenBadgeCredential.json',
];

describeVectors(
  'conformance',
  () => {
    let suites: AllSuites;
    beforeAll(async () => {
      suites = await allSuites();
    });

    test('nothing is answered otherwise than expected without a reason', () => {
      const wrong = [...suites.published, ...suites.collected].flatMap(({ cases }) => cases.filter(isWrong));
      expect(wrong).toEqual([]);
    });

    test('docs/conformance.md is what a run says (npm run conformance)', () => {
      expect(readFileSync('docs/conformance.md', 'utf8')).toContain(describeSuites(suites));
    });

    test('README.md has the totals', () => {
      expect(readFileSync('README.md', 'utf8')).toContain(
        `<!-- conformance -->${totalsLine(suites)}<!-- /conformance -->`,
      );
    });
  },
  NEEDS,
);
