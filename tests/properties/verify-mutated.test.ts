// Laws of verifying: a changed credential is never genuine, a verdict is never undecided, base58 is one to one.
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { finding } from '../../src/lib/core/model/finding.ts';
import { CHECKS, REASONS } from '../../src/lib/core/model/reason.ts';
import type { ReasonCode } from '../../src/lib/core/model/reason.ts';
import type { TrustMaterial } from '../../src/lib/core/model/trust.ts';
import type { VerificationContext } from '../../src/lib/core/model/verdict.ts';
import { VERDICTS } from '../../src/lib/core/model/verdict.ts';
import { decodeBase58btc, encodeBase58btc } from '../../src/lib/core/trust/base58btc.ts';
import { judge } from '../../src/lib/core/verdict/judge.ts';
import { examined, NOW } from '../builders/examined.ts';
import { issueBadge, makeIssuer } from '../builders/issue-data-integrity.ts';
import { bind, disclose, issueSdJwtVc } from '../builders/sd-jwt-vc.ts';
import { makeKey } from '../builders/signing-key.ts';
import { listedIssuer, trusting } from '../builders/trust-list.ts';
import { issueVcJwt } from '../builders/vc-jwt.ts';

const ANSWER: VerificationContext = {
  kind: 'presented',
  mode: 'answer',
  nonce: 'n-1',
  audience: 'https://door.example',
};
const DOCUMENT: VerificationContext = { kind: 'document' };
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

interface Genuine {
  readonly text: string;
  readonly context: VerificationContext;
}
let trust: TrustMaterial;
let genuine: readonly Genuine[];

beforeAll(async () => {
  const [key, holder, bazaar] = await Promise.all([makeKey('ES256'), makeKey('ES256'), makeIssuer()]);
  trust = await trusting([listedIssuer({ keys: [key.publicJwk] }), listedIssuer({ ids: [bazaar.did] })]);
  const sdJwt = await issueSdJwtVc({ key, holder });
  const presented = await disclose(sdJwt, key, ['title', 'level']);
  const payload = { nonce: 'n-1', aud: 'https://door.example', iat: NOW };
  genuine = [
    { text: sdJwt, context: DOCUMENT },
    { text: await bind({ presented, holder, payload }), context: ANSWER },
    { text: await issueVcJwt({ key }), context: DOCUMENT },
    { text: JSON.stringify(await issueBadge(bazaar)), context: DOCUMENT },
  ];
});

describe('a credential', () => {
  test('is genuine before anything is changed', async () => {
    for (const { text, context } of genuine) {
      expect((await examined(text, { trust, context })).verdict).toBe('genuine');
    }
  });

  test('with one letter changed is never genuine', async () => {
    const change = fc.record({ which: fc.nat(3), at: fc.nat(), to: fc.nat(LETTERS.length - 1) });
    await fc.assert(
      fc.asyncProperty(change, async ({ which, at, to }) => {
        const { text, context } = genuine[which] ?? { text: '', context: DOCUMENT };
        const spots = [...text.matchAll(/[A-Za-z0-9]/g)].map(({ index }) => index);
        const spot = spots[at % spots.length] ?? 0;
        const letter = LETTERS.charAt(to);
        fc.pre(text[spot] !== letter);
        const changed = text.slice(0, spot) + letter + text.slice(spot + 1);
        expect((await examined(changed, { trust, context })).verdict).not.toBe('genuine');
      }),
    );
  });

  test('cut off anywhere but behind a disclosure is never genuine', async () => {
    const cut = fc.record({ which: fc.nat(3), at: fc.nat() });
    await fc.assert(
      fc.asyncProperty(cut, async ({ which, at }) => {
        const { text, context } = genuine[which] ?? { text: '', context: DOCUMENT };
        const shorter = text.slice(0, at % text.length);
        // Behind a whole disclosure, or with none at all, it says less and is as genuine.
        fc.pre(!shorter.endsWith('~') && shorter !== text.split('~')[0]);
        expect((await examined(shorter, { trust, context })).verdict).not.toBe('genuine');
      }),
    );
  });

  test('says of every check what it found, each reason once', async () => {
    for (const { text, context } of genuine) {
      const { reasons } = await examined(text, { context });
      expect(new Set(reasons).size).toBe(reasons.length);
      expect([...new Set(reasons.map((reason) => REASONS[reason].check))]).toEqual([...CHECKS]);
    }
  });
});

const reason = fc.constantFrom(
  ...Object.keys(REASONS).filter((name): name is ReasonCode => Object.hasOwn(REASONS, name)),
);

test('whatever is found, there is one verdict and a reason for it, and one failure refuses', () => {
  const context = fc.constantFrom<VerificationContext>(DOCUMENT, ANSWER, { kind: 'presented', mode: 'show' });
  fc.assert(
    fc.property(fc.array(reason, { maxLength: 20 }), context, (reasons, asked) => {
      const { verdict, because } = judge(
        reasons.map((one) => finding(one)),
        asked,
      );
      expect(VERDICTS).toContain(verdict);
      expect(because.length).toBeGreaterThan(0);
      const fails = reasons.some((one) => REASONS[one].outcome === 'fail');
      expect(verdict === 'refused').toBe(fails);
    }),
  );
});

test('base58 is read back as it was written', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 80 }), (bytes) => {
      expect(decodeBase58btc(encodeBase58btc(bytes))).toEqual(bytes);
    }),
  );
});
