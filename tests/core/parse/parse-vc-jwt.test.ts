import { expect, test } from 'vitest';
import { insertPngText } from '../../../src/lib/core/bytes/png-chunks.ts';
import { png } from '../../builders/png.ts';
import { BADGE, jwt } from '../../builders/tokens.ts';
import { parsedFrom, parsedJwt, plain } from '../../builders/parsed.ts';

const ISS = BADGE.issuer.id;

test('the credential stands in `vc` or at the top level', async () => {
  const inside = await parsedJwt(jwt({ iss: ISS, nbf: 1_704_067_200, vc: BADGE }));
  const top = await parsedJwt(jwt({ ...BADGE, iss: ISS, nbf: 1_704_067_200 }));
  for (const credential of [inside, top])
    expect(credential).toMatchObject({
      kind: 'vc-jwt',
      profile: 'open-badge-3',
      issuer: { id: ISS, name: [{ language: null, text: 'Issuer' }] },
      types: ['VerifiableCredential', 'OpenBadgeCredential'],
      validFrom: 1_704_067_200,
      holder: { key: null, ids: ['did:example:learner'] },
      problems: [],
    });
  expect(plain(inside.claims)).toEqual(BADGE);
});

test('a stray `vc` beside a whole credential is ignored (VC-JOSE-COSE)', async () => {
  expect(await parsedJwt(jwt({ ...BADGE, vc: { issuer: 'https://evil.example' } }))).toMatchObject({
    issuer: { id: ISS },
  });
});

test('baked in a picture it is the same credential', async () => {
  const token = jwt(BADGE);
  const baked = insertPngText(png(), 'openbadgecredential', token) ?? new Uint8Array();
  const [plainOne, bakedOne] = [await parsedFrom(token), await parsedFrom(baked)];
  expect(bakedOne.carrier).toBe('png');
  expect(bakedOne.contentDigest).toBe(plainOne.contentDigest);
});

test.each([
  ['iss is not issuer.id', { ...BADGE, iss: 'https://evil.example' }, 'issuer-key-not-the-issuers'],
  ['iss is not the issuer in `vc`', { iss: 'https://evil.example', vc: BADGE }, 'issuer-key-not-the-issuers'],
  ['iss is no text', { ...BADGE, iss: 1 }, 'issuer-key-not-the-issuers'],
  ['nobody issued it', { ...BADGE, issuer: undefined }, 'issuer-missing'],
  ['it has no @context', { ...BADGE, '@context': undefined }, 'context-missing'],
  ['its type is not VerifiableCredential', { ...BADGE, type: 'OpenBadgeCredential' }, 'type-missing'],
  ['nbf is not validFrom', { ...BADGE, nbf: 1_704_067_300 }, 'validity-contradicts'],
  [
    'exp is not validUntil',
    { ...BADGE, validUntil: '2030-01-01T00:00:00Z', exp: 1_893_456_100 },
    'validity-contradicts',
  ],
  ['it ends before it begins', { ...BADGE, validUntil: '2023-01-01T00:00:00Z' }, 'validity-contradicts'],
  ['validUntil is no time', { ...BADGE, validUntil: 'forever' }, 'validity-malformed'],
  ['exp is no number', { ...BADGE, exp: '1893456000' }, 'validity-malformed'],
])('%s: a problem', async (_, payload, reason) => {
  expect((await parsedJwt(jwt(payload))).problems).toContain(reason);
});

test('fractions of a second do not contradict', async () => {
  const issuanceDate = '2025-10-15T00:44:21.142Z';
  expect((await parsedJwt(jwt({ iss: ISS, nbf: 1_760_489_061, vc: { ...BADGE, issuanceDate } }))).problems).toEqual([]);
});

test('the narrowest window counts', async () => {
  const vc = { ...BADGE, validFrom: '2022-12-31T00:00:00Z', issuanceDate: '2025-10-15T00:44:21Z' };
  expect(await parsedJwt(jwt({ iss: ISS, nbf: 1_760_489_061, vc }))).toMatchObject({
    validFrom: 1_760_489_061,
    problems: [],
  });
});

test('a date in iat, as the W3C suite writes it, is no reason to refuse', async () => {
  expect(await parsedJwt(jwt({ ...BADGE, iat: '2010-01-01T19:23:24Z' }))).toMatchObject({
    issuedAt: 1_704_067_200,
    problems: [],
  });
});

test.each(['JWT', 'vc+jwt', 'vc+ld+jwt', 'application/vc+jwt', undefined])('typ %s is one of a VC', async (typ) => {
  expect((await parsedJwt(jwt(BADGE, { alg: 'ES256', typ }))).problems).toEqual([]);
});

test.each(['kb+jwt', 'at+jwt', 'bad+typ', 1])('typ %s is one of something else', async (typ) => {
  expect((await parsedJwt(jwt(BADGE, { alg: 'ES256', typ }))).problems).toEqual(['token-type-unexpected']);
});

test('a list of issuers does not hide behind iss', async () => {
  const several = jwt({ ...BADGE, issuer: [{ id: 'https://other.example', name: 'Another' }], iss: ISS });
  expect((await parsedJwt(several)).problems).toContain('issuer-missing');
  expect((await parsedJwt(jwt({ ...BADGE, issuer: 7, iss: ISS }))).problems).toContain('issuer-missing');
});

test('a status or an end beside `vc`, or a status claim inside it, is not overlooked', async () => {
  const validUntil = '2020-01-01T00:00:00Z';
  const credentialStatus = { type: 'BitstringStatusListEntry', statusPurpose: 'revocation' };
  const beside = await parsedJwt(jwt({ iss: ISS, vc: BADGE, credentialStatus, validUntil }));
  expect(beside).toMatchObject({ status: [{ purpose: 'revocation' }], validUntil: 1_577_836_800 });
  const status = { status_list: { idx: 7, uri: 'https://norrsjo.example/status/1' } };
  expect(await parsedJwt(jwt({ iss: ISS, vc: { ...BADGE, status } }))).toMatchObject({
    status: [{ type: 'TokenStatusList', index: 7 }],
  });
});
