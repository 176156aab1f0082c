import { describe, expect, test } from 'vitest';
import { encodeUtf8 } from '../../../src/lib/core/bytes/utf8.ts';
import { recognise } from '../../../src/lib/core/recognise/recognise.ts';
import type { Recognition } from '../../../src/lib/core/recognise/recognised.ts';
import { BADGE, disclosure, jwt, sdJwt } from '../../builders/tokens.ts';

const read = (text: string): Promise<Recognition> => recognise(encodeUtf8(text));
const unreadable = (why: string, mine: boolean): object => ({ outcome: 'unreadable', why, mine });
const kind = (name: string): object => ({ outcome: 'recognised', recognised: { kind: name, carrier: 'plain' } });

describe('credentials', () => {
  const one = disclosure('title', 'Kurs');
  const token = sdJwt({ _sd: [one.digest] }, [one]);

  test.each([
    ['an SD-JWT', token, 'sd-jwt-vc'],
    ['an SD-JWT with nothing to disclose', sdJwt({}, []), 'sd-jwt-vc'],
    ['an SD-JWT without its last tilde', sdJwt({}, []).slice(0, -1), 'sd-jwt-vc'],
    ['SD-JWT claims without a tilde', jwt({ _sd_alg: 'sha-256' }), 'sd-jwt-vc'],
    ['an SD-JWT with key binding', `${token}${jwt({ nonce: 'n' }, { alg: 'ES256', typ: 'kb+jwt' })}`, 'sd-jwt-vc'],
    ['a JWT with the credential in `vc`', jwt({ iss: 'https://issuer.example', vc: BADGE }), 'vc-jwt'],
    ['a JWT with the credential at the top', jwt(BADGE), 'vc-jwt'],
    ['a JSON-LD credential without a proof', JSON.stringify(BADGE), 'vc-di'],
    ['pretty-printed JSON', JSON.stringify(BADGE, null, 2), 'vc-di'],
  ])('%s is recognised', async (_, text, expected) => {
    expect(await read(text)).toMatchObject(kind(expected));
  });

  test.each([
    ['spaces and line breaks around it', `\r\n  ${token}\n`],
    ['a byte order mark before it', `\uFEFF${token}`],
    ['lines of 76 characters, as mail programs make', token.replace(/.{76}/g, '$&\n')],
    ['the quotes of the JSON it stood in', JSON.stringify(token)],
  ])('a token is the same token with %s', async (_, text) => {
    expect(await read(text)).toMatchObject({ recognised: { kind: 'sd-jwt-vc', text: token } });
  });

  test('a credential enveloped in a data URL is the token in it (VC-JOSE-COSE)', async () => {
    const type = 'EnvelopedVerifiableCredential';
    const document = {
      '@context': 'https://www.w3.org/ns/credentials/v2',
      type,
      id: `data:application/vc+jwt,${jwt(BADGE)}`,
    };
    expect(await read(JSON.stringify(document))).toMatchObject({ recognised: { kind: 'vc-jwt', text: jwt(BADGE) } });
    expect(await read(JSON.stringify({ ...document, id: 'https://a.example' }))).toEqual(
      unreadable('malformed-jwt', true),
    );
  });
});

describe('bad input: each has its own sentence', () => {
  test('nothing', async () => {
    expect(await recognise(new Uint8Array())).toEqual(unreadable('empty', false));
    expect(await read(' \n\t')).toEqual(unreadable('empty', false));
  });

  test('50 MB is refused unread', async () => {
    expect(await recognise(new Uint8Array(50_000_000).fill(0x7b))).toEqual(unreadable('too-large', false));
  });

  test('10 MB of brackets are refused after 64 of them', async () => {
    expect(await read('['.repeat(9_999_999))).toEqual(unreadable('json-too-deep', false));
  });

  test('bytes that are not UTF-8', async () => {
    expect(await recognise(Uint8Array.of(0xff, 0xfe, 0x7b, 0x00))).toEqual(unreadable('not-text', false));
  });

  test.each([
    ['an HTML page', '<!DOCTYPE html><html><body>404</body></html>'],
    ['an HTML page in old clothes', '\n<html lang="sv"><head></head></html>'],
    ['XHTML', '<?xml version="1.0"?><!DOCTYPE html PUBLIC "x" "y"><html xmlns="http://www.w3.org/1999/xhtml"/>'],
  ])('%s, whatever its name', async (_, text) => {
    expect(await read(text)).toEqual(unreadable('html-page', false));
  });

  test.each([
    ['only the header of a JWT', jwt(BADGE).split('.')[0] ?? ''],
    ['header and payload without a signature', jwt(BADGE).split('.').slice(0, 2).join('.')],
  ])('%s', async (_, text) => {
    expect(await read(text)).toEqual(unreadable('truncated-jwt', true));
  });

  test.each([
    ['padding', `${jwt(BADGE)}=`, 'malformed-jwt'],
    ['a payload cut in the middle', jwt(BADGE).replace(/\.[^.]{80}/, '.'), 'malformed-jwt'],
    ['four parts', `${jwt(BADGE)}.AA`, 'malformed-jwt'],
    ['the issuer twice in the payload', jwt('{"vc":{},"iss":"a","iss":"b"}'), 'json-duplicate-key'],
    ['an SD-JWT whose JWT has two parts', 'eyJhbGciOiJFUzI1NiJ9.e30~', 'malformed-sd-jwt'],
  ])('a token with %s is ours, broken', async (_, text, why) => {
    expect(await read(text)).toEqual(unreadable(why, true));
  });

  const text = JSON.stringify(BADGE);
  test.each([
    ['an issuer twice', text.replace('"id"', '"issuer":"https://evil.example","id"'), 'json-duplicate-key', true],
    ['__proto__', text.replace('"id"', '"__proto__":{"x":1},"id"'), 'json-forbidden-key', true],
    ['100,000 levels', `{"credentialSubject":${'['.repeat(100_000)}`, 'json-too-deep', true],
    ['its end missing', text.slice(0, -5), 'malformed-json', true],
    ['a duplicate key in any other JSON', '{"a":1,"a":2}', 'json-duplicate-key', false],
    ['other JSON cut off', '{"a":', 'malformed-json', false],
  ])('JSON with %s', async (_, json, why, mine) => {
    expect(await read(json)).toEqual(unreadable(why, mine));
  });
});

describe('other things are named, not believed', () => {
  test.each([
    ['prose', 'Intyg. Härmed intygas att…', 'not-recognised'],
    ['a version number', '1.2.3', 'not-recognised'],
    ['a JSON array', '[]', 'json-not-a-credential'],
    ['a number', '42', 'not-recognised'],
    ['any JSON', '{"name":"x"}', 'json-not-a-credential'],
    ['an access token', jwt({ sub: 'x', scope: 'openid' }, { alg: 'RS256', typ: 'at+jwt' }), 'jwt-not-a-credential'],
    [
      'a key binding JWT alone',
      jwt({ nonce: 'n', sd_hash: 'x' }, { alg: 'ES256', typ: 'kb+jwt' }),
      'jwt-not-a-credential',
    ],
    ['an encrypted JWT', 'eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2R0NNIn0..AAAA.AAAA.AAAA', 'encrypted-jwt'],
    ['a presentation as JWT', jwt({ vp: { type: 'VerifiablePresentation' } }), 'presentation-envelope'],
    [
      'a presentation as JSON',
      '{"type":["VerifiablePresentation"],"verifiableCredential":[]}',
      'presentation-envelope',
    ],
    [
      'a presentation as SD-JWT',
      `${jwt({ type: 'VerifiablePresentation' }, { alg: 'ES256', typ: 'vp+sd-jwt' })}~`,
      'presentation-envelope',
    ],
    ['a status list token', jwt({ status_list: { bits: 1 } }, { alg: 'ES256', typ: 'statuslist+jwt' }), 'status-list'],
    [
      'a status list credential',
      '{"type":["VerifiableCredential","BitstringStatusListCredential"],"credentialSubject":{}}',
      'status-list',
    ],
    ['a signed trust list', jwt({ issuers: [] }, { alg: 'ES256', typ: 'trust-list+jwt' }), 'trust-list'],
    ['a trust list', '{"name":"x","version":1,"issued":"2026-01-01T00:00:00Z","issuers":[]}', 'trust-list'],
    ['a badge class', '{"@context":"https://w3id.org/openbadges/v2","type":"BadgeClass"}', 'badge-class'],
    ['an issuer of badges', '{"@context":"https://w3id.org/openbadges/v2","type":"Issuer"}', 'badge-issuer'],
    ['its key', '{"@context":"https://w3id.org/openbadges/v2","type":"CryptographicKey"}', 'badge-issuer'],
    ['an endorsement', '{"@context":"https://w3id.org/openbadges/v2","type":"Endorsement"}', 'badge-endorsement'],
    ['a list of revoked badges', '{"type":"RevocationList","revokedAssertions":[]}', 'badge-revocation-list'],
    ['a signed badge class', jwt({ type: 'BadgeClass', name: 'Robot' }), 'badge-class'],
    ['an issuer of something else', '{"type":"Issuer","name":"x"}', 'json-not-a-credential'],
    [
      'a European Digital Credential',
      '{"type":["VerifiableCredential","EuropeanDigitalCredential"],"credentialSubject":{}}',
      'europass-credential',
    ],
    [
      'its seal',
      '{"payload":"{\\"type\\":1}","signatures":[{"protected":"e30","signature":"AA"}]}',
      'europass-credential',
    ],
    ['an EMREX transcript', '<elmo xmlns="https://github.com/emrex-eu/elmo-schemas/tree/v1"/>', 'elmo'],
    ['a PDF', '%PDF-1.7\n', 'pdf'],
    ['an offer', 'openid-credential-offer://?credential_offer_uri=https%3A%2F%2Fa.example', 'offer-link'],
    ['a web address', 'https://a.example/badges/1', 'web-address'],
    ['other XML', '<note/>', 'not-recognised'],
  ])('%s', async (_, text, why) => {
    expect(await read(text)).toEqual(unreadable(why, false));
  });

  test('a photograph has no credential in it', async () => {
    expect(await recognise(Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0))).toEqual(
      unreadable('image-without-credential', false),
    );
  });
});
