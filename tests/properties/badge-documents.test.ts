// Laws of the documents around a hosted badge: whatever stands in them, nothing is thrown; whatever somebody brings,
// a genuine badge stays genuine and another never becomes so.
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { NO_TRUST } from '../../src/lib/core/model/trust.ts';
import type { EvidenceDocument, TrustMaterial } from '../../src/lib/core/model/trust.ts';
import { VERDICTS } from '../../src/lib/core/model/verdict.ts';
import { examined } from '../builders/examined.ts';
import {
  ASSERTION_URL,
  assertion,
  badgeClass,
  CLASS_URL,
  document,
  profile,
  PROFILE_URL,
  published,
} from '../builders/open-badge-2.ts';
import { listedIssuer, trusting } from '../builders/trust-list.ts';

let lists: TrustMaterial['lists'];
beforeAll(async () => {
  ({ lists } = await trusting([listedIssuer({ ids: [PROFILE_URL] })]));
});

const worth = async (received: object, documents: readonly EvidenceDocument[]): Promise<string> =>
  (await examined(JSON.stringify(received), { trust: { ...NO_TRUST, lists, documents } })).verdict;

/** Any JSON, and the real things with members of any JSON. */
const anyContent = fc.oneof(
  fc.json(),
  fc
    .tuple(fc.constantFrom(assertion(), badgeClass(), profile()), fc.dictionary(memberName(), fc.jsonValue()))
    .map(([real, changes]) => JSON.stringify({ ...real, ...changes })),
);

function memberName(): fc.Arbitrary<string> {
  return fc.constantFrom(
    ...['id', 'type', 'badge', 'issuer', 'recipient', 'verification', 'verify', 'publicKey', 'revocationList'],
    ...['issuedOn', 'expires', 'revoked', 'criteria', 'endorsement', 'evidence', 'image', 'alignment', '@language'],
  );
}
const anyDocument = (source: EvidenceDocument['source']): fc.Arbitrary<EvidenceDocument> =>
  fc
    .tuple(fc.constantFrom(ASSERTION_URL, CLASS_URL, PROFILE_URL), anyContent)
    .map(([url, content]) => document(url, content, source));

test('documents of any content never throw', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyDocument('this-device'), { maxLength: 4 }), async (documents) => {
      expect(VERDICTS).toContain(await worth(assertion(), documents));
    }),
  );
});

test('a badge of any content never throws', async () => {
  await fc.assert(
    fc.asyncProperty(fc.dictionary(memberName(), fc.jsonValue()), async (changes) => {
      const verdict = await worth(assertion(changes), published());
      expect([...VERDICTS, 'unreadable']).toContain(verdict);
    }),
  );
});

test('what somebody brings changes no verdict', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyDocument('given'), { maxLength: 4 }), async (brought) => {
      expect(await worth(assertion(), [...brought, ...published()])).toBe('genuine');
      expect(await worth(assertion(), brought)).toBe('cannot-tell');
    }),
  );
});

test('a badge of another recipient is never genuine, whatever is in hand beside what its issuer publishes', async () => {
  const stolen = assertion({ recipient: { type: 'email', hashed: false, identity: 'thief@example.org' } });
  await fc.assert(
    fc.asyncProperty(fc.array(anyDocument('given'), { maxLength: 4 }), async (brought) => {
      expect(await worth(stolen, [...brought, ...published()])).toBe('refused');
    }),
  );
});
