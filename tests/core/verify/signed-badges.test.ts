// Signed Open Badges 2.0 and 1.x: the key from the issuer's documents, from a list, or from nobody.
import { beforeAll, describe, expect, test } from 'vitest';
import { NO_TRUST } from '../../../src/lib/core/model/trust.ts';
import type { EvidenceDocument, TrustMaterial } from '../../../src/lib/core/model/trust.ts';
import { readPemKey } from '../../../src/lib/core/trust/read-pem-key.ts';
import { examined, NOW } from '../../builders/examined.ts';
import type { Examined } from '../../builders/examined.ts';
import {
  assertion,
  badgeClass,
  CLASS_URL,
  document,
  HOST,
  KEY_URL,
  profile,
  PROFILE_URL,
  publicPem,
  signedAssertion,
} from '../../builders/open-badge-2.ts';
import { makeKey } from '../../builders/signing-key.ts';
import type { SigningKey } from '../../builders/signing-key.ts';
import { jwt } from '../../builders/tokens.ts';
import { listedIssuer, trusting } from '../../builders/trust-list.ts';

interface Pair extends SigningKey {
  readonly pem: string;
}

const EVIL = 'https://evil.example';
let own: Pair;
let stranger: Pair;
let badge: string;
let lists: TrustMaterial['lists'];

async function pair(): Promise<Pair> {
  const key = await makeKey('RS256');
  const imported = { ...key.publicJwk, ext: true };
  const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };
  const publicKey = await crypto.subtle.importKey('jwk', imported, algorithm, true, ['verify']);
  return { ...key, pem: await publicPem({ publicKey }) };
}

beforeAll(async () => {
  [own, stranger] = await Promise.all([pair(), pair()]);
  badge = await signedAssertion(own);
  ({ lists } = await trusting([listedIssuer({ ids: [PROFILE_URL] })]));
});

const keyDocument = ({ pem }: Pair, owner = PROFILE_URL): object => ({
  type: 'CryptographicKey',
  id: KEY_URL,
  owner,
  publicKeyPem: pem,
});

const published = (key: Pair = own, publicKey: unknown = KEY_URL): readonly EvidenceDocument[] => [
  document(CLASS_URL, badgeClass()),
  document(PROFILE_URL, profile({ publicKey })),
  document(KEY_URL, keyDocument(key)),
];

const check = (
  received: string,
  documents: readonly EvidenceDocument[],
  more: Partial<TrustMaterial> = {},
): Promise<Examined> => examined(received, { trust: { ...NO_TRUST, lists, documents, ...more } });

const without = (url: string): readonly EvidenceDocument[] => published().filter((one) => one.url !== url);
const given = (documents: readonly EvidenceDocument[]): readonly EvidenceDocument[] =>
  documents.map((one) => ({ ...one, source: 'given' }));

describe('a badge signed by the key its listed issuer publishes', () => {
  test('is genuine', async () => {
    expect((await check(badge, published())).verdict).toBe('genuine');
    expect((await check(badge, published(own, ['https://badges.example/old', KEY_URL]))).verdict).toBe('genuine');
  });

  test('also by the only key of the profile, when the badge names none', async () => {
    const unnamed = await signedAssertion(own, { verification: { type: 'SignedBadge' } });
    expect((await check(unnamed, published())).verdict).toBe('genuine');
  });

  test('also as 1.x: a bare PEM at `verify.url`, at the issuer’s origin', async () => {
    const changes = { verification: undefined, verify: { type: 'signed', url: KEY_URL }, uid: '7' };
    const older = await signedAssertion(own, changes);
    const documents = [...without(KEY_URL), document(KEY_URL, own.pem)];
    expect((await check(older, documents)).verdict).toBe('genuine');
    const elsewhere = await signedAssertion(own, { ...changes, verify: { type: 'signed', url: `${EVIL}/key` } });
    const moved = [...without(KEY_URL), document(`${EVIL}/key`, own.pem)];
    expect((await check(elsewhere, moved)).because).toEqual(['issuer-key-not-the-issuers']);
  });

  test('also when the list itself holds the key and no key document is in hand', async () => {
    const listed = await trusting([listedIssuer({ ids: [PROFILE_URL], keys: [own.publicJwk] })]);
    expect((await check(badge, without(KEY_URL), { lists: listed.lists })).verdict).toBe('genuine');
  });
});

describe('a key that others may have put on the issuer’s host is not the issuer’s', () => {
  const home = `${HOST}/~mallory/key.pem`;
  const forged = (): Promise<string> =>
    signedAssertion(stranger, { verification: { type: 'SignedBadge', creator: home } });
  const older = (): Promise<string> =>
    signedAssertion(stranger, {
      '@context': 'https://w3id.org/openbadges/v1',
      verification: undefined,
      verify: { type: 'signed', url: home },
    });

  test('where the profile names its own key, a bare one beside it is refused', async () => {
    const documents = [...published(), document(home, stranger.pem)];
    expect(await check(await forged(), documents)).toMatchObject({
      verdict: 'refused',
      because: ['issuer-key-not-the-issuers'],
    });
    expect((await check(await older(), documents)).verdict).toBe('refused');
  });

  test.each([
    ['2.0', forged],
    ['1.x', older],
  ])('where the profile names none, it cannot be told whose it is (%s)', async (_, sign) => {
    const documents = [
      document(CLASS_URL, badgeClass()),
      document(PROFILE_URL, profile()),
      document(home, stranger.pem),
    ];
    expect(await check(await sign(), documents)).toMatchObject({
      verdict: 'cannot-tell',
      because: ['issuer-key-not-in-hand', 'issuer-trust-not-checked'],
    });
  });

  test('in 1.x one in the profile’s own folder is', async () => {
    const badge1 = await signedAssertion(own, {
      '@context': 'https://w3id.org/openbadges/v1',
      verification: undefined,
      verify: { type: 'signed', url: KEY_URL },
    });
    const documents = [document(CLASS_URL, badgeClass()), document(PROFILE_URL, profile()), document(KEY_URL, own.pem)];
    expect((await check(badge1, documents)).verdict).toBe('genuine');
  });

  test('a page that shows a key is no key', async () => {
    const page = `<html><pre>${own.pem}</pre></html>`;
    const told = await check(badge, [...without(KEY_URL), document(KEY_URL, page)]);
    expect(told.verdict).toBe('cannot-tell');
    expect(told.wrong).toContain('key-not-in-hand');
  });
});

test('a key that somebody brought, or an old one, refutes nothing', async () => {
  const named = await signedAssertion(own, { verification: { type: 'SignedBadge', creator: `${PROFILE_URL}/k` } });
  const documents = [document(CLASS_URL, badgeClass()), document(PROFILE_URL, profile())];
  const before = await check(named, documents);
  const jwk = { ...stranger.publicJwk };
  const brought = await check(named, [...documents, document(`${PROFILE_URL}/k`, jwk, 'given')]);
  const old = await check(named, [...documents, document(`${PROFILE_URL}/k`, jwk, 'this-device', NOW - 400 * 86_400)]);
  expect(before.verdict).toBe('cannot-tell');
  expect([brought.verdict, old.verdict]).toEqual(['cannot-tell', 'cannot-tell']);
});

describe('what is not in hand is unknown', () => {
  test.each([
    ['the key', KEY_URL, 'key-not-in-hand'],
    ['the issuer’s profile', PROFILE_URL, 'issuer-key-not-in-hand'],
    ['the badge class, which names the issuer', CLASS_URL, 'issuer-not-listed'],
  ])('without %s', async (_, url, reason) => {
    const told = await check(badge, without(url));
    expect(told.verdict).toBe('cannot-tell');
    expect(told.wrong).toContain(reason);
  });
});

test('keys and profiles of last year say nothing of today', async () => {
  for (const url of [KEY_URL, PROFILE_URL]) {
    const old = published().map((one) =>
      one.url === url ? document(one.url, one.text, 'this-device', NOW - 31 * 86_400) : one,
    );
    expect([url, (await check(badge, old)).verdict]).toEqual([url, 'cannot-tell']);
  }
});

describe('an evidence file that somebody brought', () => {
  test('never makes a badge genuine, whole or in part', async () => {
    expect((await check(badge, given(published()))).verdict).toBe('cannot-tell');
    for (const url of [KEY_URL, CLASS_URL, PROFILE_URL]) {
      const documents = [...without(url), ...given(published()).filter((one) => one.url === url)];
      expect([url, (await check(badge, documents)).verdict]).toEqual([url, 'cannot-tell']);
    }
  });

  test('never swaps the badge class, not under a pin or a listed key either', async () => {
    const swapped = [document(CLASS_URL, badgeClass({ name: 'Doctor of Medicine' }), 'given'), ...without(CLASS_URL)];
    expect((await check(badge, swapped)).verdict).toBe('cannot-tell');
    const listed = await trusting([listedIssuer({ ids: [PROFILE_URL], keys: [own.publicJwk] })]);
    expect((await check(badge, swapped, { lists: listed.lists })).verdict).toBe('cannot-tell');
    const pins = [{ issuerId: PROFILE_URL, key: own.publicJwk, since: NOW }];
    expect((await check(badge, swapped, { lists: [], pins })).verdict).toBe('cannot-tell');
  });

  test('never refuses one: a class of a stranger’s, a wrong key, a profile without the key', async () => {
    const listed = await trusting([
      listedIssuer({ ids: [PROFILE_URL] }),
      listedIssuer({ ids: [`${EVIL}/issuer`], keys: [stranger.publicJwk] }),
    ]);
    const lies = [
      document(CLASS_URL, badgeClass({ issuer: `${EVIL}/issuer` }), 'given', NOW),
      document(KEY_URL, keyDocument(stranger), 'given', NOW),
      document(PROFILE_URL, profile({ publicKey: 'https://badges.example/other' }), 'given', NOW),
    ];
    expect((await check(badge, lies, { lists: listed.lists })).verdict).toBe('cannot-tell');
    expect((await check(badge, [...lies, ...published()], { lists: listed.lists })).verdict).toBe('genuine');
  });
});

describe('a forged badge is refused', () => {
  test('signed by another key than the published one', async () => {
    expect((await check(await signedAssertion(stranger), published())).because).toContain('signature-invalid');
  });

  test('signed by a key of the forger’s own, about somebody else’s badge', async () => {
    const forged = await signedAssertion(stranger, { verification: { type: 'signed', creator: `${EVIL}/key` } });
    const claim = { ...keyDocument(stranger), id: `${EVIL}/key` };
    const told = await check(forged, [...published(), document(`${EVIL}/key`, claim)]);
    expect(told).toMatchObject({ verdict: 'refused', because: ['issuer-key-not-the-issuers'] });
  });

  test('signed by a key whose owner is somebody else', async () => {
    const documents = [...without(KEY_URL), document(KEY_URL, keyDocument(own, `${EVIL}/issuer`))];
    expect((await check(badge, documents)).because).toEqual(['issuer-key-not-the-issuers']);
  });

  test('with a payload changed after signing', async () => {
    const [header = '', , signature = ''] = badge.split('.');
    const changed = assertion({
      id: 'urn:uuid:1',
      verification: { type: 'signed', creator: KEY_URL },
      badge: CLASS_URL,
    });
    const payload = Buffer.from(JSON.stringify({ ...changed, expires: '2099-01-01T00:00:00Z' })).toString('base64url');
    const told = await check(`${header}.${payload}.${signature}`, published());
    expect(told).toMatchObject({ verdict: 'refused', because: ['signature-invalid'] });
  });

  test.each(['none', 'HS256'])('with alg %s', async (alg) => {
    const told = await check(jwt(assertion({ verification: { type: 'signed' } }), { alg }), published());
    expect(told.verdict).toBe('refused');
  });

  test('JSON that says it is signed and is not', async () => {
    const told = await check(JSON.stringify(assertion({ verification: { type: 'signed' } })), published());
    expect(told).toMatchObject({ verdict: 'cannot-tell' });
    expect(told.wrong).toContain('unsigned');
  });
});

describe('the list of revoked badges', () => {
  const LIST = `${HOST}/revoked`;
  const withList = (source: EvidenceDocument['source'], profileSource: EvidenceDocument['source'] = 'this-device') => [
    ...without(PROFILE_URL),
    document(PROFILE_URL, profile({ publicKey: KEY_URL, revocationList: LIST }), profileSource),
    document(
      LIST,
      { type: 'RevocationList', id: LIST, issuer: PROFILE_URL, revokedAssertions: ['urn:uuid:1'] },
      source,
    ),
  ];

  test('that the issuer’s profile names revokes; one that was given does not', async () => {
    expect((await check(badge, withList('this-device'))).because).toContain('revoked');
    expect((await check(badge, withList('given'))).verdict).toBe('cannot-tell');
    expect((await check(badge, withList('this-device', 'given'))).because).not.toContain('revoked');
  });
});

test('PEM: RSA and P-256 are read, anything else is not', async () => {
  expect(await readPemKey(own.pem)).toMatchObject({ kty: 'RSA', n: own.publicJwk.n, e: 'AQAB' });
  const curve = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign', 'verify']);
  expect(await readPemKey(await publicPem(curve))).toMatchObject({ kty: 'EC', crv: 'P-256' });
  for (const text of ['', 'x', own.pem.replace('PUBLIC', 'PRIVATE'), own.pem.slice(0, 200), 'A'.repeat(9000)])
    expect(await readPemKey(text)).toBeNull();
});
