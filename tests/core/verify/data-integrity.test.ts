// eddsa-rdfc-2022: credentials issued by @digitalbazaar/vc, and what becomes of them when somebody meddles.
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { isJsonObject, many, stringOrNull } from '../../../src/lib/core/model/json.ts';
import type { JsonObject, JsonValue } from '../../../src/lib/core/model/json.ts';
import type { TrustMaterial } from '../../../src/lib/core/model/trust.ts';
import { examined } from '../../builders/examined.ts';
import { badge, issueBadge, makeIssuer } from '../../builders/issue-data-integrity.ts';
import type { Issuer } from '../../builders/issue-data-integrity.ts';
import { issueIn } from '../../builders/issue-suites.ts';
import { listedIssuer, trusting } from '../../builders/trust-list.ts';
import { checkDocument, told } from '../../vectors/data-integrity-vector.ts';

const V1 = 'https://www.w3.org/2018/credentials/v1';
const V2 = 'https://www.w3.org/ns/credentials/v2';
const OB = 'https://purl.imsglobal.org/spec/ob/v3p0/context';
const DATA_INTEGRITY = 'https://w3id.org/security/data-integrity/v2';

let issuer: Issuer;
let signed: JsonObject;

beforeAll(async () => {
  issuer = await makeIssuer();
  signed = await issueBadge(issuer);
});

const object = (value: JsonValue | undefined): JsonObject => (isJsonObject(value) ? value : {});
const proofOf = (document: JsonObject): JsonObject => object(many(document['proof'])[0]);
const withProof = (changes: JsonObject): JsonObject => ({ ...signed, proof: { ...proofOf(signed), ...changes } });
const withSubject = (changes: JsonObject): JsonObject => ({
  ...signed,
  credentialSubject: { ...object(signed['credentialSubject']), ...changes },
});
const withAchievement = (changes: JsonObject): JsonObject =>
  withSubject({ achievement: { ...object(object(signed['credentialSubject'])['achievement']), ...changes } });
const withContexts = (...contexts: readonly JsonValue[]): JsonObject => ({ ...signed, '@context': contexts });

describe('what @digitalbazaar/vc issued', () => {
  test('verifies, with the key and method that signed', async () => {
    const check = await checkDocument(signed);
    expect(told(check)).toBe('signature-ok');
    expect(check).toMatchObject({
      controller: issuer.did,
      verificationMethod: issuer.key.id,
      keyFrom: 'self-described',
      key: { kty: 'OKP', crv: 'Ed25519' },
      created: Date.UTC(2026, 0, 15, 8) / 1000,
      expires: null,
    });
  });

  test('verifies under VCDM 1.1, where the proof words are a context of their own', async () => {
    const { validFrom, ...rest } = badge(issuer.did, { '@context': [V1, `${OB}-3.0.1.json`, DATA_INTEGRITY] });
    const old = await issueBadge(issuer, { ...rest, issuanceDate: validFrom ?? null });
    expect(told(await checkDocument(old))).toBe('signature-ok');
  });

  test('verifies whatever order its members stand in', async () => {
    const reversed = Object.fromEntries(Object.entries(signed).reverse());
    expect(told(await checkDocument(reversed))).toBe('signature-ok');
  });

  test('verifies without any request and without any clock', async () => {
    const request = vi.spyOn(globalThis, 'fetch').mockRejectedValue(new Error('no network'));
    vi.useFakeTimers({ now: Date.UTC(1990, 0, 1), toFake: ['Date'] });
    expect(told(await checkDocument(signed))).toBe('signature-ok');
    vi.useRealTimers();
    expect(request).not.toHaveBeenCalled();
    request.mockRestore();
  });
});

describe('meddled with, it is refused', () => {
  const invalid = 'signature-invalid';
  const twins: Readonly<Record<string, readonly [() => JsonObject | Promise<JsonObject>, string]>> = {
    'a changed name': [() => ({ ...signed, name: 'Professor' }), invalid],
    'a changed result': [() => withSubject({ result: [{ type: ['Result'], value: 'VG' }] }), invalid],
    'a changed amount of credits': [() => withAchievement({ creditsAvailable: 75 }), invalid],
    'a number made text': [() => withAchievement({ creditsAvailable: '7.5' }), invalid],
    'a removed claim': [() => withAchievement({ creditsAvailable: null }), invalid],
    'an added claim in known words': [() => withAchievement({ fieldOfStudy: 'Medicine' }), invalid],
    'another learner': [() => withSubject({ id: 'did:example:somebody-else' }), invalid],
    'a later start': [() => ({ ...signed, validFrom: '2027-01-15T08:00:00Z' }), invalid],
    'an added end': [() => ({ ...signed, validUntil: '2036-01-15T08:00:00Z' }), invalid],
    'a list in another order': [
      () =>
        withAchievement({
          resultDescription: many(object(object(signed['credentialSubject'])['achievement'])['resultDescription']).map(
            (one) => ({ ...object(one), allowedValue: ['G', 'U'] }),
          ),
        }),
      invalid,
    ],
    'another version of the same context': [
      () => withContexts(V2, `${OB}.json`),
      'context-redefines-term signature-not-checked',
    ],
    'a proof option changed': [() => withProof({ created: '2026-01-16T08:00:00Z' }), invalid],
    'a proof option added': [() => withProof({ domain: 'example.org' }), invalid],
    'the proof of another credential': [
      async () => ({ ...signed, proof: proofOf(await issueBadge(issuer, badge(issuer.did, { name: 'Another' }))) }),
      invalid,
    ],
    'signed by somebody else in the issuer’s name': [
      async () => issueBadge(await makeIssuer(2), badge(issuer.did)),
      'signature-ok issuer-key-not-the-issuers',
    ],
    'another method in the proof': [
      async () => withProof({ verificationMethod: (await makeIssuer(2)).key.id }),
      'signature-invalid issuer-key-not-the-issuers',
    ],
    'signed for another purpose': [() => withProof({ proofPurpose: 'authentication' }), 'proof-purpose-wrong'],
    'a proof value in another alphabet': [() => withProof({ proofValue: 'uAAAA' }), 'proof-malformed'],
    'a proof value with a letter more': [
      () => withProof({ proofValue: `${stringOrNull(proofOf(signed)['proofValue']) ?? ''}1` }),
      'proof-malformed',
    ],
    'a proof without method': [() => withProof({ verificationMethod: null }), 'proof-malformed'],
    'a proof time that is no time': [() => withProof({ created: 'yesterday' }), 'proof-malformed'],
    'a proof that is a text': [() => ({ ...signed, proof: 'trust me' }), 'proof-malformed'],
  };

  test.each(Object.entries(twins))('%s', async (_, [make, expected]) => {
    expect(told(await checkDocument(await make())).replace(' issuer-key-self-asserted', '')).toBe(expected);
  });
});

describe('contexts (THREATS B13): rejected, and nothing fetched', () => {
  test('an unknown context cannot be told, never fetched', async () => {
    const request = vi.spyOn(globalThis, 'fetch');
    const check = await checkDocument(withContexts(V2, `${OB}-3.0.3.json`, 'https://evil.example/context.json'));
    expect(check.reasons).toEqual(['context-not-in-hand', 'signature-not-checked']);
    expect(request).not.toHaveBeenCalled();
    request.mockRestore();
  });

  test('an unknown context deep inside counts as well', async () => {
    const check = await checkDocument(withAchievement({ '@context': 'https://evil.example/context.json' }));
    expect(check.reasons).toEqual(['context-not-in-hand', 'signature-not-checked']);
  });

  test.each([
    ['for the whole document', () => withContexts(V2, `${OB}-3.0.3.json`, { id: 'https://evil.example/id' })],
    ['inside the achievement', () => withAchievement({ '@context': { name: 'https://evil.example/name' } })],
  ])('a protected term defined anew %s is refused', async (_, make) => {
    expect((await checkDocument(make())).reasons).toEqual(['context-redefines-term', 'signature-not-checked']);
  });

  test('contexts taken back in the middle are refused', async () => {
    const check = await checkDocument(withAchievement({ '@context': null }));
    expect(check.reasons).toEqual(['context-redefines-term', 'signature-not-checked']);
  });

  test('a claim in no context is not covered by the signature', async () => {
    const check = await checkDocument({ ...signed, honours: 'summa cum laude' });
    expect(check.reasons).toEqual(['claim-not-covered-by-signature', 'signature-not-checked']);
  });

  test('a type in no context is not covered by the signature', async () => {
    const check = await checkDocument(withSubject({ type: ['AchievementSubject', 'Doctor'] }));
    expect(check.reasons).toEqual(['claim-not-covered-by-signature', 'signature-not-checked']);
  });

  test('a relative address is not covered by the signature', async () => {
    const check = await checkDocument(withSubject({ id: 'learner-7' }));
    expect(check.reasons).toEqual(['claim-not-covered-by-signature', 'signature-not-checked']);
  });

  test('words defined in the document itself are not vouched for, though the signature holds', async () => {
    const own = badge(issuer.did, {
      '@context': [V2, `${OB}-3.0.3.json`, { honours: 'https://norrsjo.example/honours' }],
    });
    const check = await checkDocument(await issueBadge(issuer, { ...own, honours: 'yes' }));
    expect(check.reasons).toEqual(['context-not-in-hand', 'signature-ok']);
  });

  test.each([
    ['none at all', []],
    ['another one first', [`${OB}-3.0.3.json`, V2]],
    ['one of its own first', [{ name: 'https://schema.org/name' }, V2]],
  ])('no VCDM context first: %s', async (_, contexts) => {
    const check = await checkDocument(withContexts(...contexts));
    expect(check.reasons).toEqual(['context-missing', 'signature-not-checked']);
  });
});

describe('a signed claim put where nobody reads it: the signature holds, and it cannot be told', () => {
  const CREDENTIALS = 'https://www.w3.org/2018/credentials#';
  const XSD_TIME = 'http://www.w3.org/2001/XMLSchema#dateTime';
  let ended: JsonObject;
  let listed: TrustMaterial;

  beforeAll(async () => {
    const credentialStatus = {
      type: 'BitstringStatusListEntry',
      statusPurpose: 'revocation',
      statusListIndex: '7',
      statusListCredential: 'https://norrsjo.example/status/1',
    };
    const changes = { validUntil: '2026-02-01T00:00:00Z', credentialStatus };
    ended = await issueBadge(issuer, badge(issuer.did, changes));
    listed = await trusting([listedIssuer({ ids: [issuer.did] })]);
  });

  const without = (document: JsonObject, ...names: readonly string[]): JsonObject =>
    Object.fromEntries(Object.entries(document).filter(([name]) => !names.includes(name)));
  const claim = (document: JsonObject, name: string): JsonValue => document[name] ?? null;
  const judged = (document: JsonObject) => examined(JSON.stringify(document), { trust: listed });

  test('untouched, the ended badge is expired and its status is not in hand', async () => {
    expect((await judged(ended)).wrong).toEqual(['expired', 'status-not-in-hand']);
    expect((await judged(signed)).verdict).toBe('genuine');
  });

  const hidings: Record<string, () => JsonObject> = {
    'end and status under their whole addresses': () => ({
      ...without(ended, 'validUntil', 'credentialStatus'),
      [`${CREDENTIALS}validUntil`]: { '@value': claim(ended, 'validUntil'), '@type': XSD_TIME },
      [`${CREDENTIALS}credentialStatus`]: claim(ended, 'credentialStatus'),
    }),
    'end and status in @included, under the same id': () => ({
      ...without(ended, 'validUntil', 'credentialStatus'),
      '@included': [
        {
          id: claim(ended, 'id'),
          type: 'VerifiableCredential',
          validUntil: claim(ended, 'validUntil'),
          credentialStatus: claim(ended, 'credentialStatus'),
        },
      ],
    }),
    'a type as @type beside type': () => ({
      ...without(signed, 'type'),
      type: 'VerifiableCredential',
      '@type': 'OpenBadgeCredential',
    }),
    'the result in a second half of the subject': () => {
      const subject = object(signed['credentialSubject']);
      const half = { id: claim(subject, 'id'), type: ['AchievementSubject'], result: claim(subject, 'result') };
      return { ...signed, credentialSubject: [without(subject, 'result'), half] };
    },
    'the criteria under the name of their type': () => {
      const achievement = object(object(signed['credentialSubject'])['achievement']);
      return withSubject({
        achievement: { ...without(achievement, 'criteria'), Criteria: claim(achievement, 'criteria') },
      });
    },
    'the achievement in a list in a list': () =>
      withSubject({ achievement: [[claim(object(signed['credentialSubject']), 'achievement')]] }),
    'the achievement in a @set': () =>
      withSubject({ achievement: { '@set': [claim(object(signed['credentialSubject']), 'achievement')] } }),
  };

  test.each(Object.entries(hidings))('%s', async (_, hide) => {
    expect((await checkDocument(hide())).reasons).toEqual(['context-not-in-hand', 'signature-ok']);
    expect((await judged(hide())).verdict).not.toBe('genuine');
  });

  test('the end of the proof under its whole address', async () => {
    const proof = { ...proofOf(signed), 'https://w3id.org/security#expiration': '2026-02-01T00:00:00Z' };
    expect((await judged({ ...signed, proof })).verdict).toBe('refused');
  });
});

describe('work that anybody can cause with a key of his own', () => {
  test('proofs that let claims be left out, more than one, are not looked at', async () => {
    const derived = await issueIn('ecdsa-sd-2023');
    expect((await checkDocument(derived)).reasons).toEqual(['signature-ok']);
    const twice = { ...derived, proof: [proofOf(derived), proofOf(derived)] };
    expect((await checkDocument(twice)).reasons).toEqual(['signature-not-checked']);
  });

  test('a chain of more than three further proofs is not looked at', async () => {
    const link = (index: number): JsonObject => ({
      ...proofOf(signed),
      id: `urn:p${String(index)}`,
      previousProof: 'urn:p0',
    });
    const chained = (length: number) =>
      checkDocument({ ...signed, proof: Array.from({ length }, (_, at) => link(at)) });
    expect((await chained(3)).reasons).toEqual(['signature-invalid']);
    expect((await chained(4)).reasons).toEqual(['signature-not-checked']);
  });
});

describe('several proofs', () => {
  const legacy = { type: 'Ed25519Signature2018', proofPurpose: 'assertionMethod', jws: 'e30..AA' };

  test('a suite we do not know beside ours is named, not judged', async () => {
    const check = await checkDocument({ ...signed, proof: [legacy, proofOf(signed)] });
    expect(told(check)).toBe('signature-ok');
    expect(check.notChecked).toEqual(['Ed25519Signature2018']);
  });

  test('only suites we do not know: cannot be told', async () => {
    const later = { ...proofOf(signed), cryptosuite: 'mldsa44-rdfc-2024' };
    const jws = { ...legacy, type: 'JsonWebSignature2020' };
    const check = await checkDocument({ ...signed, proof: [legacy, jws, later] });
    expect(check.reasons).toEqual(['suite-not-supported']);
    expect(check.notChecked).toEqual(['Ed25519Signature2018', 'JsonWebSignature2020', 'mldsa44-rdfc-2024']);
  });

  test('only a witness’s proof is of ours: it says nothing of the issuer, for or against', async () => {
    const witness = await makeIssuer(3);
    const other = proofOf(await issueBadge(witness, badge(issuer.did)));
    const check = await checkDocument({ ...signed, proof: [legacy, other] });
    expect(told(check)).toBe('suite-not-supported');
    expect(check.key).toBeNull();
    // Broken, it is refused all the same.
    const broken = { ...other, created: '2026-02-01T00:00:00Z' };
    expect((await checkDocument({ ...signed, proof: [legacy, broken] })).reasons).toEqual(['signature-invalid']);
  });

  test('no proof: unsigned', async () => {
    const { proof, ...bare } = signed;
    expect(proof).toBeDefined();
    expect((await checkDocument(bare)).reasons).toEqual(['unsigned']);
  });

  test('all of ours must hold, and the issuer’s own speaks', async () => {
    const witness = await makeIssuer(3);
    const other = proofOf(await issueBadge(witness, badge(issuer.did)));
    const both = await checkDocument({ ...signed, proof: [other, proofOf(signed)] });
    expect(told(both)).toBe('signature-ok');
    expect(both.controller).toBe(issuer.did);
    const broken = { ...other, created: '2026-02-01T00:00:00Z' };
    expect((await checkDocument({ ...signed, proof: [proofOf(signed), broken] })).reasons).toEqual([
      'signature-invalid',
    ]);
  });

  test('more proofs than anybody needs are not worked through', async () => {
    const many11 = Array.from({ length: 11 }, () => proofOf(signed));
    expect((await checkDocument({ ...signed, proof: many11 })).reasons).toEqual(['signature-not-checked']);
  });
});

describe('keys', () => {
  const method = 'https://norrsjo.example/issuers/1#key-1';

  async function signedByWebsite(): Promise<JsonObject> {
    const website = await makeIssuer(4);
    website.key.id = method;
    website.key.controller = 'https://norrsjo.example/issuers/1';
    return issueBadge({ ...website, did: website.key.controller });
  }

  test('a web address without a key in it: the key is not in hand', async () => {
    const check = await checkDocument(await signedByWebsite());
    expect(told(check)).toBe('key-not-in-hand');
    expect(check.verificationMethod).toBe(method);
  });

  test('the caller’s lists give the key', async () => {
    const { key } = await checkDocument(await issueBadge(await makeIssuer(4)));
    const asked: string[] = [];
    const check = await checkDocument(await signedByWebsite(), (address) => {
      asked.push(address);
      return Promise.resolve(key === null ? null : { ok: true, key });
    });
    expect(told(check)).toBe('signature-ok');
    expect(check.keyFrom).toBe('in-hand');
    expect(asked).toEqual([method]);
  });

  test('the caller’s list outweighs the key in the address', async () => {
    const { key } = await checkDocument(await issueBadge(await makeIssuer(5)));
    const check = await checkDocument(signed, () => Promise.resolve(key === null ? null : { ok: true, key }));
    expect(check.reasons).toEqual(['signature-invalid']);
  });

  test.each([
    ['did:key:zDnaerDaTF5BXEavCrfRZEk316dpbLsfPDZ3WJ5hRTPFU2169', 'algorithm-key-mismatch'],
    ['did:example:123#key-1', 'did-method-not-supported'],
    ['did:web:norrsjo.example#key-1', 'key-not-in-hand'],
    ['did:key:z0OIl', 'key-not-in-hand'],
  ])('%s: %s', async (verificationMethod, reason) => {
    expect((await checkDocument(withProof({ verificationMethod }))).reasons).toEqual([reason]);
  });
});

describe('bounded work', () => {
  test('look-alike nodes that refer to each other are given up, not worked on without end', async () => {
    const names = Array.from({ length: 14 }, (_, index) => `_:n${index}`);
    const evidence = names.map((id) => ({ id, type: ['Evidence'] }));
    const related = names.map((id) => ({
      id,
      type: ['Related'],
      'https://example.org/knows': names.filter((name) => name !== id).map((name) => ({ id: name })),
    }));
    const check = await checkDocument({ ...withAchievement({ related }), evidence });
    expect(check.reasons).toEqual(['signature-not-checked']);
  });

  test('a document with more contexts than any transcript is not expanded', async () => {
    const crowd = Array.from({ length: 2_500 }, () => ({ '@context': V2, id: 'urn:x', type: 'Profile' }));
    const check = await checkDocument(withAchievement({ related: crowd }));
    expect(check.reasons).toEqual(['signature-not-checked']);
  });
});
