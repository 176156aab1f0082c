// One badge in every suite, issued by @digitalbazaar/vc and its suites: it holds, and its meddled twins do not.
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { isJsonObject, many } from '../../../src/lib/core/model/json.ts';
import type { JsonObject, JsonValue } from '../../../src/lib/core/model/json.ts';
import { badge, issueBadge, makeIssuer } from '../../builders/issue-data-integrity.ts';
import { issueIn, LIBRARY_SUITES, unseenIn } from '../../builders/issue-suites.ts';
import { examined } from '../../builders/examined.ts';
import { listedIssuer, trusting } from '../../builders/trust-list.ts';
import { checkDocument, issuerId, told, withProof } from '../../vectors/data-integrity-vector.ts';

const object = (value: JsonValue | undefined): JsonObject => (isJsonObject(value) ? value : {});
const proofOf = (document: JsonObject): JsonObject => object(many(document['proof'])[0]);

describe.each(LIBRARY_SUITES)('%s', (suite) => {
  let signed: JsonObject;
  let other: JsonObject;
  beforeAll(async () => {
    [signed, other] = await Promise.all([issueIn(suite), issueIn(suite, { changes: { name: 'Another' } })]);
  });

  test('holds, asks no network, and is genuine when its issuer is listed and nothing may be missing', async () => {
    const request = vi.spyOn(globalThis, 'fetch').mockRejectedValue(new Error('no network'));
    expect(told(await checkDocument(signed))).toBe('signature-ok');
    const trust = await trusting([listedIssuer({ ids: [issuerId(signed) ?? ''] })]);
    const listed = await examined(JSON.stringify(signed), { trust });
    const unseen = unseenIn(suite);
    expect(listed).toMatchObject({ verdict: unseen.length === 0 ? 'genuine' : 'cannot-tell', wrong: unseen });
    expect((await examined(JSON.stringify(signed))).wrong).toEqual(['issuer-not-listed', ...unseen]);
    expect(request).not.toHaveBeenCalled();
    request.mockRestore();
  });

  const subject = (changes: JsonObject): JsonObject => ({
    ...signed,
    credentialSubject: { ...object(signed['credentialSubject']), ...changes },
  });
  const achievement = (changes: JsonObject): JsonObject =>
    subject({ achievement: { ...object(object(signed['credentialSubject'])['achievement']), ...changes } });
  const twins: Readonly<Record<string, () => JsonObject>> = {
    'a changed claim': () => ({ ...signed, name: 'Professor' }),
    'a changed mandatory claim': () => achievement({ name: 'Brain surgery' }),
    'a changed number': () => achievement({ creditsAvailable: 75 }),
    'a removed claim': () => subject({ result: null }),
    'an added claim': () => achievement({ fieldOfStudy: 'Medicine' }),
    'another learner': () => subject({ id: 'did:example:somebody-else' }),
    'a later start': () => ({ ...signed, validFrom: '2027-01-15T08:00:00Z' }),
    'another time of signing': () => withProof(signed, { created: '2026-01-16T08:00:00Z' }),
    'the proof of another credential': () => ({ ...signed, proof: proofOf(other) }),
    'the proof value of another credential': () =>
      withProof(signed, { proofValue: proofOf(other)['proofValue'] ?? null }),
  };
  test.each(Object.entries(twins))('%s is refused', async (_, make) => {
    expect((await checkDocument(make())).reasons).toEqual(['signature-invalid']);
  });

  test('a key of another kind, another purpose, no proof value', async () => {
    const foreign =
      suite === 'bbs-2023'
        ? 'did:key:z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2'
        : 'did:key:zUC7DerdEmfZ8f4pFajXgGwJoMkV1ofMTmEG5UoNvnWiPiLuGKNeqgRpLH2TV4Xe5mJ2cXV76gRN7LFQwapF1VFu6x2yrr5ci1mXqC1WNUrnHnLgvfZfMH7h6xP6qsf9EKRQrPQ';
    const reasons = await Promise.all(
      [{ verificationMethod: foreign }, { proofPurpose: 'authentication' }, { proofValue: null }].map(async (changes) =>
        (await checkDocument(withProof(signed, changes))).reasons.join(' '),
      ),
    );
    expect(reasons).toEqual(['algorithm-key-mismatch', 'proof-purpose-wrong', 'proof-malformed']);
  });

  test('beside a proof of another suite both must hold', async () => {
    const witness = await makeIssuer(3);
    const { proof, ...unsecured } = signed;
    const theirs = proofOf(await issueBadge(witness, unsecured));
    expect(proof).toBeDefined();
    const both = { ...signed, proof: [theirs, proofOf(signed)] };
    expect(told(await checkDocument(both))).toBe('signature-ok');
    const broken = { ...both, proof: [{ ...theirs, created: '2026-02-01T00:00:00Z' }, proofOf(signed)] };
    expect((await checkDocument(broken)).reasons).toEqual(['signature-invalid']);
  });
});

test('somebody else’s signature in the issuer’s name is not the issuer’s, in any suite', async () => {
  const victim = await makeIssuer(7);
  for (const suite of LIBRARY_SUITES.slice(1)) {
    const forged = await issueIn(suite, { changes: { issuer: badge(victim.did)['issuer'] ?? null } });
    const trust = await trusting([listedIssuer({ ids: [victim.did] })]);
    expect([suite, (await examined(JSON.stringify(forged), { trust })).verdict]).toEqual([suite, 'refused']);
  }
});
