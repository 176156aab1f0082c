// Claims left out of badges that other people's libraries issued: what leaves is what was ticked, and it holds.
import { beforeAll, describe, expect, test } from 'vitest';
import { canonicaliseJson } from '../../../src/lib/core/bytes/canonicalise-json.ts';
import type { VcDataIntegrity } from '../../../src/lib/core/model/credential.ts';
import { isJsonObject, many } from '../../../src/lib/core/model/json.ts';
import { epochSeconds } from '../../../src/lib/core/model/brand.ts';
import type { JsonObject, JsonValue } from '../../../src/lib/core/model/json.ts';
import type { SelectableClaim } from '../../../src/lib/core/model/presentation.ts';
import {
  canLeaveOut,
  leavingStatements,
  selectableStatements,
  shownDocument,
} from '../../../src/lib/core/present/choose-statements.ts';
import { deriveCredential } from '../../../src/lib/core/present/derive-credential.ts';
import { examined, NOW } from '../../builders/examined.ts';
import type { Examined } from '../../builders/examined.ts';
import { issueIn } from '../../builders/issue-suites.ts';
import { parsedDocument } from '../../builders/parsed.ts';
import { didJwk, makeKey } from '../../builders/signing-key.ts';
import { bitList, inHand, LIST_URL, packHighest, sign } from '../../builders/status-list.ts';
import { listedIssuer, trusting } from '../../builders/trust-list.ts';
import { checkDocument, issuerId, readDocument, told, withProof } from '../../vectors/data-integrity-vector.ts';

const object = (value: JsonValue | undefined): JsonObject => (isJsonObject(value) ? value : {});
const flat = (claims: readonly SelectableClaim[]): readonly SelectableClaim[] =>
  claims.flatMap((claim) => [claim, ...flat(claim.children)]);
/** Every value in it, as text: what somebody who reads it learns. */
const scalarsIn = (value: JsonValue): readonly string[] => {
  if (typeof value !== 'object' || value === null) return [JSON.stringify(value)];
  return Object.values(value).flatMap(scalarsIn);
};
const pointers = (credential: VcDataIntegrity): readonly string[] =>
  flat(selectableStatements(credential)).flatMap(({ digest }) => (digest === null ? [] : [digest]));

describe.each(['ecdsa-sd-2023', 'bbs-2023'] as const)('%s', (suite) => {
  let issued: JsonObject;
  let credential: VcDataIntegrity;
  beforeAll(async () => {
    issued = await issueIn(suite);
    credential = await parsedDocument(issued);
  });

  test('offers everything but what must be shown', () => {
    expect(canLeaveOut(credential)).toBe(true);
    expect(pointers(credential)).toEqual([
      '/name',
      '/credentialSubject/identifier',
      '/credentialSubject/achievement/achievementType',
      '/credentialSubject/achievement/description',
      '/credentialSubject/achievement/criteria',
      '/credentialSubject/achievement/creditsAvailable',
      '/credentialSubject/achievement/resultDescription',
      '/credentialSubject/achievement/alignment',
      '/credentialSubject/result',
    ]);
  });

  test.each([
    ['nothing', []],
    ['one claim', ['/credentialSubject/achievement/creditsAvailable']],
    ['two of them, one an object', ['/name', '/credentialSubject/achievement/criteria']],
  ])('%s ticked: what leaves is what the screen lists, and holds', async (_, ticked) => {
    const derived = readDocument((await deriveCredential(credential, ticked)) ?? '');
    const { proof, ...rest } = derived;
    expect(canonicaliseJson(rest)).toBe(canonicaliseJson(shownDocument(credential, ticked)));
    expect(many(proof)).toHaveLength(1);
    expect(told(await checkDocument(derived))).toBe('signature-ok');
    const text = JSON.stringify(derived);
    const listed = leavingStatements(credential, ticked).flatMap(({ value }) => scalarsIn(value));
    const { '@context': contexts, ...said } = rest;
    expect(contexts).toBeDefined();
    expect([...listed].sort()).toEqual([...scalarsIn(said)].sort());
    expect(text).not.toContain('student@example.org');
    expect(text).not.toContain('LetterGrade');
  });

  test('everything ticked is the whole badge', async () => {
    const derived = readDocument((await deriveCredential(credential, pointers(credential))) ?? '');
    const { proof, ...rest } = issued;
    expect(proof).toBeDefined();
    expect({ ...derived, proof: null }).toEqual({ ...rest, proof: null });
    expect(told(await checkDocument(derived))).toBe('signature-ok');
  });

  test('shown in part: the disclosures are in order, but nobody can tell that no end and no status was left out', async () => {
    const text = (await deriveCredential(credential, ['/name'])) ?? '';
    const trust = await trusting([listedIssuer({ ids: [issuerId(issued) ?? ''] })]);
    const unseen = ['end-may-be-withheld', 'status-may-be-withheld'];
    const document = await examined(text, { trust });
    expect(document.findings.map(({ reason }) => reason)).toContain('disclosures-ok');
    expect([document.verdict, document.wrong]).toEqual(['cannot-tell', unseen]);
    const shown = await examined(text, { trust, context: { kind: 'presented', mode: 'show' } });
    expect([shown.verdict, shown.wrong]).toEqual(['cannot-tell', [...unseen, 'holder-not-proven']]);
  });

  describe('with its end and its status shown', () => {
    const entry = (statusPurpose: string, statusListCredential: string): JsonObject => ({
      type: 'BitstringStatusListEntry',
      statusPurpose,
      statusListIndex: '5',
      statusListCredential,
    });
    async function shownWith(credentialStatus: JsonValue, revoked: boolean, now = NOW): Promise<Examined> {
      const limited = await issueIn(suite, { changes: { validUntil: '2030-01-15T08:00:00Z', credentialStatus } });
      const keeper = await makeKey('ES256');
      const issuer = didJwk(keeper);
      const list = bitList(`u${packHighest(revoked ? { 5: 1 } : {})}`, { issuer });
      const token = await sign(keeper, list, { kid: `${issuer}#0`, typ: 'vc+jwt' });
      const lists = await trusting([listedIssuer({ ids: [issuerId(limited) ?? ''] })]);
      const text = (await deriveCredential(await parsedDocument(limited), ['/name'])) ?? '';
      return examined(text, { trust: { ...lists, documents: [inHand(token)] }, now });
    }

    test('it is genuine, refused when revoked, and refused after its end', async () => {
      const status = entry('revocation', LIST_URL);
      expect(await shownWith(status, false)).toMatchObject({ verdict: 'genuine', wrong: [] });
      expect(await shownWith(status, true)).toMatchObject({ verdict: 'refused', because: ['revoked'] });
      const later = await shownWith(status, false, epochSeconds(Date.UTC(2031, 0, 1) / 1000));
      expect(later).toMatchObject({ verdict: 'refused', because: ['expired'] });
    });

    test('one that only informs, or suspends, may stand for one that revokes', async () => {
      for (const purpose of ['refresh', 'suspension']) {
        const told = await shownWith(entry(purpose, LIST_URL), false);
        expect(told.verdict).toBe('cannot-tell');
        expect(told.wrong).toContain('status-may-be-withheld');
      }
    });
  });

  describe('a derived badge meddled with is refused', () => {
    let derived: JsonObject;
    let other: JsonObject;
    beforeAll(async () => {
      derived = readDocument((await deriveCredential(credential, ['/name', '/credentialSubject/result'])) ?? '');
      const another = await issueIn(suite, { changes: { name: 'Another' } });
      const theirs = await parsedDocument(another);
      other = readDocument((await deriveCredential(theirs, ['/name', '/credentialSubject/result'])) ?? '');
    });
    const proofValue = (document: JsonObject): JsonValue => object(many(document['proof'])[0])['proofValue'] ?? null;
    const twins: Readonly<Record<string, () => JsonObject>> = {
      'a changed ticked claim': () => ({ ...derived, name: 'Professor' }),
      'a changed mandatory claim': () => ({ ...derived, validFrom: '2020-01-15T08:00:00Z' }),
      'a claim that was left out, put back': () => {
        const subject = object(derived['credentialSubject']);
        const identifier = object(issued['credentialSubject'])['identifier'] ?? null;
        return { ...derived, credentialSubject: { ...subject, identifier } };
      },
      'a ticked claim taken away afterwards': () => {
        const { name, ...rest } = derived;
        return name === undefined ? {} : rest;
      },
      'the proof of another badge of the same make': () => withProof(derived, { proofValue: proofValue(other) }),
      'the issuer’s own proof over what is left': () => withProof(derived, { proofValue: proofValue(issued) }),
    };
    test.each(Object.entries(twins))('%s', async (_, make) => {
      expect((await checkDocument(make())).reasons).toEqual(['signature-invalid']);
    });
  });

  test('a badge that is derived already is not derived again', async () => {
    const text = (await deriveCredential(credential, ['/name'])) ?? '';
    const again = await parsedDocument(readDocument(text));
    expect(canLeaveOut(again)).toBe(false);
    expect(await deriveCredential(again, [])).toBeNull();
  });

  test('a pointer to nothing makes nothing', async () => {
    expect(await deriveCredential(credential, ['/credentialSubject/nowhere'])).toBeNull();
  });
});

test('without mandatory pointers of the issuer’s, issuer, dates and the kind of subject go along all the same', async () => {
  const issued = await issueIn('ecdsa-sd-2023', {
    mandatory: ['/issuer'],
    changes: { validUntil: '2036-01-01T00:00:00Z' },
  });
  const credential = await parsedDocument(issued);
  const derived = readDocument((await deriveCredential(credential, [])) ?? '');
  expect(Object.keys(derived).sort()).toEqual(
    ['@context', 'credentialSubject', 'id', 'issuer', 'proof', 'type', 'validFrom', 'validUntil'].sort(),
  );
  expect(leavingStatements(credential, []).map(({ path }) => path.join('.'))).toContain('validUntil');
});
