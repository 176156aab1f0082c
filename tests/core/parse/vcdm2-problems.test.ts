import { describe, expect, test } from 'vitest';
import { parsedDocument } from '../../builders/parsed.ts';
import { BADGE } from '../../builders/tokens.ts';

const problems = async (changes: object): Promise<readonly string[]> =>
  (await parsedDocument({ ...BADGE, ...changes })).problems;
const V1 = 'https://www.w3.org/2018/credentials/v1';
const V2 = 'https://www.w3.org/ns/credentials/v2';

test('a sound document has no fault', async () => {
  expect(await problems({})).toEqual([]);
});

describe('in VCDM 2.0', () => {
  test.each([
    ['an id that is no URL', { id: 'one' }],
    ['two ids', { id: ['urn:1', 'urn:2'] }],
    ['an issuer that is no URL', { issuer: 'Norrsken' }],
    ['no subject', { credentialSubject: undefined }],
    ['an empty subject', { credentialSubject: [{ id: 'urn:1' }, {}] }],
    ['a subject that is text', { credentialSubject: 'somebody' }],
    ['a context that is a number', { '@context': [V2, 5] }],
    ['evidence without a type', { evidence: [{ id: 'https://a.example' }] }],
    ['a status without a type', { credentialStatus: { id: 'https://a.example' } }],
    ['a schema without an id', { credentialSchema: { type: 'JsonSchema' } }],
    ['terms that are only an address', { termsOfUse: 'https://a.example' }],
    ['a name with more than a text in it', { name: { '@value': 'x', url: 'https://a.example' } }],
  ])('%s is malformed', async (_, changes) => {
    expect(await problems(changes)).toContain('malformed');
  });

  test('another context before the base context changes what everything means', async () => {
    expect(await problems({ '@context': ['https://evil.example/v1', V2] })).toContain('context-missing');
    expect(await problems({ '@context': ['https://evil.example/v1'] })).toContain('context-missing');
  });
});

test('VCDM 1.1 asked for less', async () => {
  const changes = { '@context': [V1], evidence: [{ id: 'https://a.example' }], validFrom: undefined };
  expect(await problems(changes)).toEqual([]);
});
