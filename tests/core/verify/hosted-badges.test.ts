// Hosted Open Badges: worth what their issuer publishes, fetched by this device from the issuer's own address.
import { beforeAll, describe, expect, test } from 'vitest';
import { bakePngText } from '../../builders/baked.ts';
import { NO_TRUST } from '../../../src/lib/core/model/trust.ts';
import type { EvidenceDocument, TrustMaterial } from '../../../src/lib/core/model/trust.ts';
import { examined, NOW } from '../../builders/examined.ts';
import type { Examined } from '../../builders/examined.ts';
import {
  ASSERTION_URL,
  assertion,
  badgeClass,
  CLASS_URL,
  document,
  HOST,
  profile,
  PROFILE_URL,
  published,
} from '../../builders/open-badge-2.ts';
import { listedIssuer, trusting } from '../../builders/trust-list.ts';

const EVIL = 'https://evil.example';
let lists: TrustMaterial['lists'];
beforeAll(async () => {
  ({ lists } = await trusting([listedIssuer({ ids: [PROFILE_URL] })]));
});

const check = (received: object | Uint8Array<ArrayBuffer>, documents: readonly EvidenceDocument[]): Promise<Examined> =>
  examined(received instanceof Uint8Array ? received : JSON.stringify(received), {
    trust: { ...NO_TRUST, lists, documents },
  });

const without = (url: string): readonly EvidenceDocument[] => published().filter((one) => one.url !== url);
const given = (documents: readonly EvidenceDocument[]): readonly EvidenceDocument[] =>
  documents.map((one) => ({ ...one, source: 'given' }));

describe('a hosted badge that its listed issuer publishes', () => {
  test('is genuine, by the copy this device fetched and when', async () => {
    const told = await check(assertion(), published());
    expect(told.verdict).toBe('genuine');
    const signature = told.findings.find(({ reason }) => reason === 'hosted-assertion-same');
    expect(signature?.evidence).toEqual({ source: ASSERTION_URL, asOf: NOW - 3600 });
    expect(told.reasons).toContain('status-ok');
    expect(told.reasons).not.toContain('status-not-used');
  });

  test('also when only its address was baked in, and when the operator answers for the copy', async () => {
    expect((await check(bakePngText('openbadges', ASSERTION_URL), published())).verdict).toBe('genuine');
    const operator = published().map((one): EvidenceDocument => ({ ...one, source: 'operator' }));
    expect((await check(assertion(), operator)).verdict).toBe('genuine');
  });

  test('also when badge class and issuer stand inside', async () => {
    const whole = assertion({ badge: badgeClass({ issuer: profile() }) });
    const documents = [document(ASSERTION_URL, whole), document(PROFILE_URL, profile())];
    expect((await check(whole, documents)).verdict).toBe('genuine');
  });

  test('also when it was received as JSON with other spacing, picture and extensions', async () => {
    const copy = { ...assertion(), image: 'https://badges.example/1.png', 'extensions:x': { type: 'Extension' } };
    expect((await check(copy, published())).verdict).toBe('genuine');
  });

  test('cannot be told of an issuer in no list', async () => {
    const told = await examined(JSON.stringify(assertion()), { trust: { ...NO_TRUST, documents: published() } });
    expect(told).toMatchObject({ verdict: 'cannot-tell', wrong: ['issuer-not-listed'] });
  });
});

describe('what is not in hand is unknown', () => {
  test.each([
    ['nothing', [], 'hosted-assertion-not-in-hand'],
    ['all but the assertion', without(ASSERTION_URL), 'hosted-assertion-not-in-hand'],
    ['all but the badge class', without(CLASS_URL), 'hosted-assertion-not-in-hand'],
    ['all but the issuer', without(PROFILE_URL), 'issuer-key-not-in-hand'],
  ])('with %s in hand', async (_, documents, reason) => {
    const told = await check(assertion(), documents);
    expect(told.verdict).toBe('cannot-tell');
    expect(told.wrong).toContain(reason);
  });

  test('an error message where the assertion was is not an assertion', async () => {
    const documents = [document(ASSERTION_URL, { error: 'not found' }), ...without(ASSERTION_URL)];
    expect((await check(assertion(), documents)).wrong).toContain('hosted-assertion-not-in-hand');
    const page = [document(ASSERTION_URL, '<html>'), ...without(ASSERTION_URL)];
    expect((await check(assertion(), page)).wrong).toContain('hosted-assertion-not-in-hand');
  });

  test('a copy of last year says nothing of today', async () => {
    const old = published().map((one) => ({ ...one, fetched: document('', '', 'given', NOW - 31 * 86_400).fetched }));
    const told = await check(assertion(), old);
    expect(told.verdict).toBe('cannot-tell');
    expect(told.wrong).toContain('status-stale');
  });

  test('a profile of last year does not say where the issuer’s badges are today', async () => {
    const old = document(PROFILE_URL, profile(), 'this-device', NOW - 31 * 86_400);
    expect((await check(assertion(), [...without(PROFILE_URL), old])).verdict).toBe('cannot-tell');
  });

  test('at a door a copy of yesterday is too old', async () => {
    const fetched = NOW - 2 * 86_400;
    const old = published().map(({ url, text }) => document(url, text, 'this-device', fetched));
    const context = { kind: 'presented', mode: 'show' } as const;
    const told = await examined(JSON.stringify(assertion()), {
      trust: { ...NO_TRUST, lists, documents: old },
      context,
    });
    expect(told.wrong).toEqual(expect.arrayContaining(['status-stale', 'holder-not-proven']));
  });
});

describe('an evidence file that somebody brought', () => {
  test('never makes a badge genuine, whole or in part', async () => {
    expect((await check(assertion(), given(published()))).verdict).toBe('cannot-tell');
    for (const url of [ASSERTION_URL, CLASS_URL, PROFILE_URL]) {
      const documents = [...without(url), ...given(published()).filter((one) => one.url === url)];
      expect([url, (await check(assertion(), documents)).verdict]).toEqual([url, 'cannot-tell']);
    }
  });

  test('never refuses one, and what this device fetched is read instead', async () => {
    const lies = [
      document(ASSERTION_URL, assertion({ revoked: true, expires: '2026-02-01T00:00:00Z' }), 'given', NOW),
      document(CLASS_URL, badgeClass({ issuer: `${EVIL}/issuer`, name: 'Nothing' }), 'given', NOW),
      document(PROFILE_URL, profile({ verification: { allowedOrigins: 'evil.example' } }), 'given', NOW),
    ];
    expect((await check(assertion(), lies)).verdict).toBe('cannot-tell');
    expect((await check(bakePngText('openbadges', ASSERTION_URL), lies)).verdict).toBe('cannot-tell');
    expect((await check(assertion(), [...lies, ...published()])).verdict).toBe('genuine');
  });
});

describe('a badge that differs from what its issuer publishes is refused', () => {
  test.each([
    ['another recipient', { recipient: { type: 'email', hashed: false, identity: 'thief@example.org' } }],
    ['another badge class', { badge: `${HOST}/classes/doctor` }],
    ['another date', { issuedOn: '2020-01-15T08:00:00Z' }],
    ['no end, where there was one', {}, { expires: '2027-01-01T00:00:00Z' }],
    ['a later end', { expires: '2099-01-01T00:00:00Z' }],
    ['another narrative', { narrative: 'With distinction.' }],
    ['other evidence', { evidence: 'https://badges.example/thesis' }],
  ])('%s', async (_, received, atIssuer: Readonly<Record<string, unknown>> = {}) => {
    const told = await check(assertion(received), published(atIssuer));
    expect(told).toMatchObject({ verdict: 'refused' });
    expect(told.because).toContain('hosted-assertion-differs');
  });

  test('a badge class inside that is called something else than the published one', async () => {
    const received = assertion({ badge: badgeClass({ name: 'Doctor of Medicine' }) });
    expect((await check(received, published())).because).toContain('hosted-assertion-differs');
  });

  test('what stands at its address but says that it lives elsewhere settles nothing', async () => {
    const received = assertion({ id: ASSERTION_URL });
    const documents = published({ id: `${HOST}/assertions/2` });
    expect((await check(received, documents)).verdict).toBe('cannot-tell');
  });
});

describe('a copy at another host', () => {
  const elsewhere = `${EVIL}/assertions/1`;

  test('is refused, however well it names the issuer', async () => {
    const copy = assertion({ id: elsewhere });
    const documents = [document(elsewhere, copy), ...without(ASSERTION_URL)];
    expect(await check(copy, documents)).toMatchObject({ verdict: 'refused', because: ['hosted-elsewhere'] });
    expect((await check(bakePngText('openbadges', elsewhere), documents)).because).toEqual(['hosted-elsewhere']);
  });

  test.each([
    ['a host that begins like the issuer’s', 'https://badges.example.evil.example/assertions/1'],
    ['a user name that looks like it', 'https://badges.example@evil.example/assertions/1'],
    ['another port', 'https://badges.example:8443/assertions/1'],
  ])('%s is another host', async (_, url) => {
    const copy = assertion({ id: url });
    const told = await check(copy, [document(url, copy), ...without(ASSERTION_URL)]);
    expect(told.because).toEqual(['hosted-elsewhere']);
  });

  test('a profile inside that allows its own host speaks for nobody', async () => {
    const forged = profile({ verification: { allowedOrigins: ['evil.example'] } });
    const copy = assertion({ id: elsewhere, badge: badgeClass({ issuer: forged }) });
    expect((await check(copy, [document(elsewhere, copy)])).verdict).toBe('cannot-tell');
    expect((await check(copy, [document(elsewhere, copy), document(PROFILE_URL, profile())])).verdict).toBe('refused');
  });

  test('is the issuer’s when the issuer’s own profile allows that host', async () => {
    const platform = `${HOST}.platform.example/a/1`;
    const copy = assertion({ id: platform });
    const host = new URL(platform).host;
    const at = (verification: object): readonly EvidenceDocument[] => [
      document(platform, copy),
      document(CLASS_URL, badgeClass()),
      document(PROFILE_URL, profile({ verification })),
    ];
    expect((await check(copy, at({ allowedOrigins: [host] }))).verdict).toBe('genuine');
    expect((await check(copy, at({ allowedOrigins: host, startsWith: `${HOST}.platform.example/a/` }))).verdict).toBe(
      'genuine',
    );
    const wrong = { allowedOrigins: [host], startsWith: [`${HOST}.platform.example/b/`] };
    expect((await check(copy, at(wrong))).because).toEqual(['hosted-elsewhere']);
  });
});

describe('revoked and run out', () => {
  test('revoked where it is published, whole or as nothing but its id', async () => {
    expect((await check(assertion(), published({ revoked: true }))).because).toContain('revoked');
    const stub = [document(ASSERTION_URL, { id: ASSERTION_URL, revoked: true }), ...without(ASSERTION_URL)];
    const told = await check(assertion(), stub);
    expect(told).toMatchObject({ verdict: 'refused', because: ['revoked'] });
    expect((await check(bakePngText('openbadges', ASSERTION_URL), stub)).because).toContain('revoked');
  });

  test('revoked by what was received', async () => {
    expect((await check(assertion({ revoked: true }), [])).because).toContain('revoked');
  });

  test('run out', async () => {
    const ended = { expires: '2026-06-01T00:00:00Z' };
    expect((await check(assertion(ended), published(ended))).because).toEqual(['expired']);
  });
});

test('an Open Badges 0.5 badge is refused at another host, and cannot be told at the origin it names', async () => {
  const badge = {
    recipient: 'lo@example.org',
    issued_on: '2012-05-01',
    badge: { version: '0.5.0', name: 'Robots', criteria: '/robots', issuer: { origin: HOST, name: 'Robot School' } },
  };
  const listed = await trusting([listedIssuer({ ids: [HOST] })]);
  const documents = [document(ASSERTION_URL, badge), document(`${EVIL}/1`, badge)];
  const at = (url: string): Promise<Examined> =>
    examined(bakePngText('openbadges', url), { trust: { ...listed, documents } });
  const told = await at(ASSERTION_URL);
  expect(told.reasons).toContain('hosted-assertion-same');
  expect(told).toMatchObject({ verdict: 'cannot-tell', wrong: ['issuer-key-not-in-hand', 'issuer-trust-not-checked'] });
  expect((await at(`${EVIL}/1`)).because).toEqual(['hosted-elsewhere']);
  expect(await examined(JSON.stringify(badge), { trust: { ...listed, documents } })).toMatchObject({
    verdict: 'cannot-tell',
    wrong: ['unsigned', 'issuer-key-not-checked', 'issuer-trust-not-checked'],
  });
});
