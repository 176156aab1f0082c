// Wycheproof json_web_signature, 401 cases: every one as Wycheproof says, or in the list of exceptions with its reason.
import { expect, test } from 'vitest';
import { describeVectors } from './folder.ts';
import { answerTo, cases, EXCEPTIONS, FILE } from './suites/wycheproof.ts';

describeVectors(
  'Wycheproof json_web_signature',
  () => {
    test('has 401 cases', () => {
      expect(cases).toHaveLength(401);
    });

    test.each(cases)('$id $group $name', async (one) => {
      const answer = await answerTo(one);
      const exception = EXCEPTIONS.find(({ holds }) => holds(one));
      if (!one.valid) expect(answer).not.toBe('signature-ok');
      else expect(answer).toBe(exception?.answer ?? 'signature-ok');
    });

    test('the exceptions are 2 foreign characters, 8 HMACs, 18 longer hashes and 2 misnamed keys', () => {
      const counts = EXCEPTIONS.map(({ holds }) => cases.filter((one) => one.valid && holds(one)).length);
      expect(counts).toEqual([2, 8, 18, 2]);
    });
  },
  [FILE],
);
