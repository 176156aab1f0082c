import { expect, test } from 'vitest';
import { BADGE } from '../../builders/tokens.ts';
import { parsedDocument, parsedFrom } from '../../builders/parsed.ts';

const proof = { type: 'DataIntegrityProof', cryptosuite: 'eddsa-rdfc-2022', proofValue: 'z' };

test('one proof, several, or none', async () => {
  expect(await parsedDocument(BADGE)).toMatchObject({ proofs: [], problems: [] });
  expect((await parsedDocument({ ...BADGE, proof })).proofs).toHaveLength(1);
  expect((await parsedDocument({ ...BADGE, proof: [proof, proof] })).proofs).toHaveLength(2);
});

test('a proof that is no object is malformed', async () => {
  expect((await parsedDocument({ ...BADGE, proof: [proof, 'z'] })).problems).toEqual(['proof-malformed']);
});

test('spacing and order make no other credential, a changed value or proof does', async () => {
  const digestOf = async (text: string): Promise<string> => (await parsedFrom(text)).contentDigest;
  const signed = { ...BADGE, proof };
  const one = await digestOf(JSON.stringify(signed));
  const reordered = Object.fromEntries(Object.entries(signed).reverse());
  expect(await digestOf(JSON.stringify(reordered, null, 2))).toBe(one);
  expect(await digestOf(JSON.stringify({ ...signed, validFrom: '2024-01-02T00:00:00Z' }))).not.toBe(one);
  expect(await digestOf(JSON.stringify({ ...signed, proof: { ...proof, proofValue: 'y' } }))).not.toBe(one);
});

test('the source is the text as received', async () => {
  const text = JSON.stringify(BADGE, null, 4);
  expect((await parsedFrom(text)).source).toBe(text);
});

test.each([
  [
    'BitstringStatusListEntry',
    {
      type: 'BitstringStatusListEntry',
      statusPurpose: 'revocation',
      statusListIndex: '94567',
      statusListCredential: 'https://a.example/3',
    },
    { purpose: 'revocation', index: 94567, url: 'https://a.example/3' },
  ],
  [
    '1EdTechRevocationList',
    { type: '1EdTechRevocationList', id: 'https://a.example/r' },
    { purpose: null, index: null, url: 'https://a.example/r' },
  ],
  ['an index that is no index', { type: 'StatusList2021Entry', statusListIndex: '-1' }, { index: null, url: null }],
])('status: %s', async (_, credentialStatus, expected) => {
  expect((await parsedDocument({ ...BADGE, credentialStatus })).status).toMatchObject([expected]);
});

test('unhashed identifiers of the subject are its ids, hashes are not', async () => {
  const identifier = [
    { identityHash: 'a@b.se', hashed: false },
    { identityHash: 'sha256$00', hashed: true },
    { identityHash: 'unsaid' },
  ];
  const credential = await parsedDocument({ ...BADGE, credentialSubject: { ...BADGE.credentialSubject, identifier } });
  expect(credential.holder.ids).toEqual(['did:example:learner', 'a@b.se']);
});
