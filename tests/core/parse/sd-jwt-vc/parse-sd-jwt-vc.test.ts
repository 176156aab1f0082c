import { describe, expect, test } from 'vitest';
import { disclosure, jwt, sdJwt, SD_JWT_HEADER } from '../../../builders/tokens.ts';
import { parsedSdJwt } from '../../../builders/parsed.ts';

const title = disclosure('title', 'Kurs');
const level = disclosure('level', 'EQF-6');
const token = sdJwt({ _sd: [title.digest, level.digest] }, [title, level]);
const keyBinding = jwt({ nonce: 'n', aud: 'a' }, { alg: 'ES256', typ: 'kb+jwt' });

test('what sd_hash covers ends with the last tilde; the key binding comes after it (RFC 9901 §4.3.1)', async () => {
  expect(await parsedSdJwt(token)).toMatchObject({ presented: token, keyBinding: null, source: token });
  expect(await parsedSdJwt(token + keyBinding)).toMatchObject({ presented: token, keyBinding });
});

test('fewer disclosures or another key binding are the same credential, another signature is not', async () => {
  const digestOf = async (text: string): Promise<string> => (await parsedSdJwt(text)).contentDigest;
  const [jws = ''] = token.split('~');
  const whole = await digestOf(token);
  expect(await digestOf(`${jws}~${level.encoded}~`)).toBe(whole);
  expect(await digestOf(token + keyBinding)).toBe(whole);
  expect(await digestOf(token.replace('.AAEC~', '.AAED~'))).not.toBe(whole);
});

test('issuer, type, times, holder key and status are read from the processed claims', async () => {
  const jwk = { kty: 'EC', crv: 'P-256', x: 'x', y: 'y', d: 'never' };
  const claims = { iat: 1_700_000_000, nbf: 1_700_000_001, exp: 1_800_000_000.9, sub: 'user_42', cnf: { jwk } };
  const credential = await parsedSdJwt(
    sdJwt(
      { ...claims, status: { status_list: { idx: 7, uri: 'https://a.example/list' } }, awardingBody: 'Norrsken' },
      [],
    ),
  );
  expect(credential).toMatchObject({
    profile: 'sd-jwt-vc',
    issuer: { id: 'https://a.example', name: [{ language: null, text: 'Norrsken' }], homepage: null },
    types: ['urn:x'],
    issuedAt: 1_700_000_000,
    validFrom: 1_700_000_001,
    validUntil: 1_800_000_000,
    holder: { key: { kty: 'EC', crv: 'P-256', x: 'x', y: 'y' }, ids: ['user_42'] },
    status: [{ type: 'TokenStatusList', purpose: null, url: 'https://a.example/list', index: 7 }],
    problems: [],
  });
  expect(JSON.stringify(credential.holder)).not.toContain('never');
});

describe('type', () => {
  test.each(['dc+sd-jwt', 'vc+sd-jwt', 'application/dc+sd-jwt', 'DC+SD-JWT', 'example+sd-jwt', undefined])(
    'typ %s is one of an SD-JWT',
    async (typ) => {
      const credential = await parsedSdJwt(sdJwt({}, [], { alg: 'ES256', typ }));
      expect(credential.problems).toEqual([]);
    },
  );

  test.each(['kb+jwt', 'at+jwt', 'dc+sd-jwt+kb', 1, null])('typ %j is one of something else', async (typ) => {
    expect((await parsedSdJwt(sdJwt({}, [], { alg: 'ES256', typ }))).problems).toEqual(['token-type-unexpected']);
  });

  test('an SD-JWT VC without vct is refused; an SD-JWT that promises none has no type', async () => {
    const bare = { iss: 'https://a.example', vct: undefined };
    expect((await parsedSdJwt(sdJwt(bare, []))).problems).toEqual(['type-missing']);
    expect(await parsedSdJwt(sdJwt(bare, [], { alg: 'ES256', typ: 'example+sd-jwt' }))).toMatchObject({
      problems: [],
      types: [],
    });
  });

  test('a vct that is not text is no type', async () => {
    expect((await parsedSdJwt(sdJwt({ vct: ['urn:x'] }, []))).problems).toEqual(['type-missing']);
  });

  test('a VC secured by SD-JWT is read as a VC (VC-JOSE-COSE)', async () => {
    const vc = {
      vct: undefined,
      '@context': ['https://www.w3.org/ns/credentials/v2'],
      type: ['VerifiableCredential', 'ExampleCredential'],
      issuer: 'https://a.example',
      validUntil: '2030-01-01T00:00:00Z',
      credentialSubject: { id: 'did:example:1' },
    };
    expect(await parsedSdJwt(sdJwt(vc, [], { ...SD_JWT_HEADER, typ: 'vc+sd-jwt' }))).toMatchObject({
      profile: 'vc',
      types: ['VerifiableCredential', 'ExampleCredential'],
      validUntil: 1_893_456_000,
      holder: { ids: ['did:example:1'] },
      problems: [],
    });
  });
});

test('without iss the issuer is missing, unless a certificate names it', async () => {
  const nobody = { iss: undefined };
  expect((await parsedSdJwt(sdJwt(nobody, []))).problems).toEqual(['issuer-missing']);
  const header = { ...SD_JWT_HEADER, x5c: ['AA'] };
  expect((await parsedSdJwt(sdJwt(nobody, [], header))).problems).toEqual([]);
  const listed = { iss: ['https://norrsjo.example'] };
  expect((await parsedSdJwt(sdJwt(listed, [], header))).problems).toEqual(['issuer-missing']);
});

test.each([
  ['exp as text', { exp: '2030' }, 'validity-malformed'],
  ['nbf in milliseconds', { nbf: 1_700_000_000_000 }, 'validity-malformed'],
  ['nbf after exp', { nbf: 2, exp: 1 }, 'validity-contradicts'],
])('%s is a problem', async (_, claims, reason) => {
  expect((await parsedSdJwt(sdJwt(claims, []))).problems).toEqual([reason]);
});

test('an undisclosed title leaves the type to stand for it, and states nothing', async () => {
  const { achievement } = await parsedSdJwt(sdJwt({ _sd: [title.digest] }, []));
  expect(achievement.title).toEqual([{ language: null, text: 'urn:x' }]);
  expect(achievement.elements.title).toBeNull();
});

test('a badge with a vct ends when it says so, and names no other issuer than iss', async () => {
  const badge = { '@context': ['https://www.w3.org/ns/credentials/v2'], validUntil: '2020-01-01T00:00:00Z' };
  expect(await parsedSdJwt(sdJwt(badge, []))).toMatchObject({ validUntil: 1_577_836_800 });
  const other = { ...badge, issuer: { id: 'https://other.example', name: 'Another' } };
  expect((await parsedSdJwt(sdJwt(other, []))).problems).toContain('issuer-key-not-the-issuers');
});
