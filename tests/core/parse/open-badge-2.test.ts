// Open Badges 2.0, 1.x and 0.5 as read: what stands in the file, what documents in hand complete, what stays unsaid.
import { describe, expect, test } from 'vitest';
import type { OpenBadge2 } from '../../../src/lib/core/model/credential.ts';
import type { EvidenceDocument } from '../../../src/lib/core/model/trust.ts';
import { readBadgeTime } from '../../../src/lib/core/parse/open-badge-2/badge-time.ts';
import { bakePngText } from '../../builders/baked.ts';
import {
  ASSERTION_URL,
  assertion,
  badgeClass,
  CLASS_URL,
  document,
  hashed,
  HOST,
  profile,
  PROFILE_URL,
  published,
} from '../../builders/open-badge-2.ts';
import { parsedFrom } from '../../builders/parsed.ts';
import { jwt } from '../../builders/tokens.ts';

async function read(
  received: object | string | Uint8Array<ArrayBuffer>,
  documents: readonly EvidenceDocument[] = [],
): Promise<OpenBadge2> {
  const bytes = typeof received === 'string' || received instanceof Uint8Array ? received : JSON.stringify(received);
  const credential = await parsedFrom(bytes, documents);
  if (credential.kind !== 'open-badge-2') throw new Error(`read as ${credential.kind}`);
  return credential;
}

const text = (value: string, language: string | null = null): object[] => [{ language, text: value }];

describe('an assertion that only names its badge class', () => {
  test('shows recipient, dates and address, and invents nothing', async () => {
    const badge = await read(assertion({ expires: '2027-01-15T08:00:00Z' }));
    expect(badge.achievement.title).toEqual([]);
    expect(badge.achievement.issuerName).toEqual([]);
    expect(badge.issuer).toEqual({ id: null, name: [], homepage: null });
    expect(badge.hostedAt).toBe(ASSERTION_URL);
    expect(badge.refersTo).toEqual({ badgeClass: CLASS_URL, issuer: null, key: null, revocationList: null });
    expect(badge.readFrom).toEqual({ badgeClass: 'nowhere', issuer: 'nowhere' });
    expect(badge.validUntil).toBe(Date.UTC(2027, 0, 15, 8) / 1000);
    expect(badge.holder).toEqual({
      key: null,
      ids: [],
      identities: [{ type: 'email', value: hashed('lo@example.org'), hashed: true, salt: 'deadsea' }],
    });
    expect(badge.achievement.elements['issue-date']).toEqual({
      values: [text('2026-01-15T08:00:00Z')],
      path: 'issuedOn',
    });
    expect(badge.problems).toEqual([]);
  });

  test('is completed by the documents in hand, each with the path it stands at', async () => {
    const badge = await read(assertion(), published());
    expect(badge.achievement).toMatchObject({ title: text('Robots'), issuerName: text('Robot School') });
    expect(badge.achievement.elements['learning-outcomes']).toEqual({
      values: [text('Build a robot that walks.')],
      path: 'badge.criteria.narrative',
    });
    expect(badge.issuer).toEqual({ id: PROFILE_URL, name: text('Robot School'), homepage: HOST });
    expect(badge.readFrom).toEqual({ badgeClass: 'own-address', issuer: 'own-address' });
    expect(badge.published).toEqual({
      agrees: true,
      revoked: false,
      vouched: true,
      fetched: published()[0]?.fetched,
    });
  });

  test('is the same credential with documents and without', async () => {
    const [alone, completed] = [await read(assertion()), await read(assertion(), published())];
    expect(completed.contentDigest).toBe(alone.contentDigest);
  });
});

test('a badge class and an issuer inside are read where they stand; a profile keeps the address it was asked at', async () => {
  const inside = assertion({ badge: badgeClass({ issuer: profile() }) });
  expect((await read(inside)).readFrom).toEqual({ badgeClass: 'inside', issuer: 'inside' });
  const lying = [document(PROFILE_URL, profile({ id: 'https://famous.example' }))];
  expect((await read(inside, lying)).issuer.id).toBe(PROFILE_URL);
});

test('only an address was baked in: nothing is known until the assertion is in hand', async () => {
  const unknown = await read(bakePngText('openbadges', ASSERTION_URL, 'tEXt'));
  expect(unknown).toMatchObject({ carrier: 'png', assertion: null, hostedAt: ASSERTION_URL, problems: [] });
  expect(unknown.achievement.title).toEqual([]);
  const known = await read(bakePngText('openbadges', ASSERTION_URL), published());
  expect(known.achievement.title).toEqual(text('Robots'));
  const redirect = `${HOST}/a/1?v=2_0`;
  const moved = await read(bakePngText('openbadges', redirect), [document(redirect, assertion()), ...published()]);
  expect(moved.hostedAt).toBe(ASSERTION_URL);
});

test('an SVG: the assertion as text, a JWS or an address in `verify`', async () => {
  const svg = (inside: string): string =>
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:o="http://openbadges.org">${inside}</svg>`;
  const asText = svg(`<o:assertion verify="${ASSERTION_URL}"><![CDATA[${JSON.stringify(assertion())}]]></o:assertion>`);
  expect(await read(asText)).toMatchObject({ carrier: 'svg', hostedAt: ASSERTION_URL, version: '2' });
  const signed = jwt(assertion({ verification: { type: 'signed' } }), { alg: 'RS256' });
  expect((await read(svg(`<o:assertion verify="${signed}"/>`))).jws?.compact).toBe(signed);
  expect(await read(svg(`<o:assertion verify="${ASSERTION_URL}"/>`))).toMatchObject({ assertion: null });
});

describe('older versions', () => {
  test('1.x: `verify`, `uid`, seconds since 1970, alignments by name and url', async () => {
    const badge = await read({
      uid: 'abc',
      recipient: { identity: 'lo@example.org', type: 'email', hashed: false },
      badge: badgeClass({ alignment: [{ name: 'CCSS.2', url: 'https://standard.example/2' }], criteria: `${HOST}/c` }),
      verify: { type: 'hosted', url: ASSERTION_URL },
      issuedOn: 1_361_561_067,
      evidence: 'https://lo.example/robot',
    });
    expect(badge).toMatchObject({ version: '1', hostedAt: ASSERTION_URL, issuedAt: 1_361_561_067, problems: [] });
    expect(badge.holder.ids).toEqual(['lo@example.org']);
    expect(badge.achievement.elements['issue-date']).toEqual({ values: [text('2013-02-22')], path: 'issuedOn' });
    expect(badge.achievement.elements['learning-outcomes']).toBeNull();
    expect(badge.achievement.alignments).toMatchObject([{ name: text('CCSS.2'), url: 'https://standard.example/2' }]);
    expect(badge.achievement.evidence).toMatchObject([{ url: 'https://lo.example/robot', path: 'evidence' }]);
  });

  test('0.5: the recipient as text beside its salt, everything inside', async () => {
    const badge = await read({
      recipient: hashed('lo@example.org', 'salty'),
      salt: 'salty',
      issued_on: '2012-05-01',
      badge: { version: '0.5.0', name: 'Robots', issuer: { origin: HOST, name: 'Robot School' } },
    });
    expect(badge).toMatchObject({ version: '0.5', hostedAt: null, issuedAt: Date.UTC(2012, 4, 1) / 1000 });
    expect(badge.issuer).toMatchObject({ id: HOST, homepage: HOST });
    expect(badge.holder.identities).toMatchObject([{ hashed: true, salt: 'salty' }]);
  });
});

test('languages, several kinds of evidence, a picture inside before one elsewhere', async () => {
  const data = 'data:image/png;base64,iVBORw0KGgo=';
  const badge = await read(
    assertion({
      badge: badgeClass({ '@language': 'es', name: 'Robótica', image: data }),
      image: `${HOST}/1.png`,
      narrative: 'Walked.',
      evidence: [`${HOST}/w`, { id: '_:b1', narrative: 'Rocked' }, { id: 'javascript:x', name: 'X' }],
    }),
  );
  expect(badge.achievement.title).toEqual(text('Robótica', 'es'));
  expect(badge.achievement.languages).toContain('es');
  expect(badge.achievement.image?.data).toBe(data);
  expect(badge.achievement.evidence.map(({ url, path }) => [url, path])).toEqual([
    [`${HOST}/w`, 'evidence[0]'],
    [null, 'evidence[1]'],
    [null, 'evidence[2]'],
    [null, 'narrative'],
  ]);
});

test('what somebody brought is shown where nothing else is known, and never ends a badge', async () => {
  const lies = published({ expires: '2026-02-01T00:00:00Z', revoked: true }).map((one): EvidenceDocument => ({
    ...one,
    source: 'given',
  }));
  const badge = await read(bakePngText('openbadges', ASSERTION_URL), lies);
  expect(badge.achievement.title).toEqual(text('Robots'));
  expect(badge).toMatchObject({ validUntil: null, issuedAt: null, problems: [] });
  const mine = await read(assertion({ badge: badgeClass() }), [
    document(CLASS_URL, badgeClass({ name: 'Doctor' }), 'given'),
  ]);
  expect(mine.achievement.title).toEqual(text('Robots'));
});

describe('what an assertion must say', () => {
  test.each([
    ['a recipient', { recipient: undefined }, ['malformed']],
    ['who the recipient is', { recipient: { type: 'email' } }, ['malformed']],
    ['which badge', { badge: 7 }, ['malformed']],
    ['that it is one', { type: 'OtherAssertion' }, ['type-missing']],
    ['dates that are dates', { expires: 'soon' }, ['validity-malformed']],
    ['an end after the start', { expires: '2020-01-01' }, ['validity-contradicts']],
    ['an issuer of the badge inside', { badge: { name: 'Robots' } }, ['issuer-missing']],
  ])('%s', async (_, changes, problems) => {
    expect((await read(assertion(changes))).problems).toEqual(problems);
  });
});

test.each([
  [1_361_561_067, 1_361_561_067],
  ['1361561067', 1_361_561_067],
  ['2013-02-21', Date.UTC(2013, 1, 21) / 1000],
  ['2013-02-21T15:18Z', Date.UTC(2013, 1, 21, 15, 18) / 1000],
  ['2013-02-21T15:18-0500', Date.UTC(2013, 1, 21, 20, 18) / 1000],
  ['2013-02-21T15:18:00.000-0500', Date.UTC(2013, 1, 21, 20, 18) / 1000],
  ['2013-02-21T15:18:00', Date.UTC(2013, 1, 21, 15, 18) / 1000],
  ['2017-10-01T00:00Z', Date.UTC(2017, 9, 1) / 1000],
  [undefined, null],
  ['', null],
  ['oiajsd09gjas;oj09', 'malformed'],
  ['foreever ago', 'malformed'],
  ['2001-10-190-19', 'malformed'],
  ['2013-02-31', 'malformed'],
  [1_361_561_085_305, 'malformed'],
])('the time %j', (written, expected) => {
  expect(readBadgeTime(written, false)).toBe(expected);
});

test('a day as an end is its last second', () => {
  expect(readBadgeTime('2013-02-21', true)).toBe(Date.UTC(2013, 1, 22) / 1000 - 1);
});

test('a badge class in another language is read from the related class of the same host, never from elsewhere', async () => {
  const spanish = `${CLASS_URL}/es`;
  const elsewhere = 'https://evil.example/sv';
  const related = [
    { id: spanish, '@language': 'es' },
    { id: elsewhere, '@language': 'sv' },
  ];
  const documents = [
    document(CLASS_URL, badgeClass({ '@language': 'en', related })),
    document(spanish, badgeClass({ name: 'Robótica', description: 'Un robot.' })),
    document(elsewhere, badgeClass({ name: 'Doktor' })),
  ];
  const { achievement } = await read(assertion(), documents);
  expect(achievement.title).toEqual([...text('Robots', 'en'), ...text('Robótica', 'es')]);
  expect(achievement.description).toContainEqual({ language: 'es', text: 'Un robot.' });
  const brought = documents.map((one): EvidenceDocument => ({
    ...one,
    source: one.url === spanish ? 'given' : one.source,
  }));
  expect((await read(assertion(), brought)).achievement.title).toEqual(text('Robots', 'en'));
});
