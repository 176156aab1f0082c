// Token Status List (THREATS C12, C13, C14): what a list in hand says, and the lists that say nothing.
import { beforeAll, describe, expect, test } from 'vitest';
import { epochSeconds } from '../../../../src/lib/core/model/brand.ts';
import type { EvidenceDocument, TrustMaterial } from '../../../../src/lib/core/model/trust.ts';
import type { Question } from '../../../../src/lib/core/verify/question.ts';
import { examined, NOW } from '../../../builders/examined.ts';
import type { Examined } from '../../../builders/examined.ts';
import { issueSdJwtVc } from '../../../builders/sd-jwt-vc.ts';
import { didJwk, makeKey } from '../../../builders/signing-key.ts';
import type { SigningKey } from '../../../builders/signing-key.ts';
import { inHand, LIST_URL, packLowest, tokenList } from '../../../builders/status-list.ts';
import { listedIssuer, trusting } from '../../../builders/trust-list.ts';
import { ISSUER } from '../../../builders/vc-jwt.ts';

const INDEX = 412;
const DAY = 86_400;
let key: SigningKey;
let stranger: SigningKey;
let trust: TrustMaterial;
let credential: string;

beforeAll(async () => {
  [key, stranger] = await Promise.all([makeKey('ES256', 'k1'), makeKey('ES256', 'k1')]);
  trust = await trusting([listedIssuer({ keys: [key.publicJwk] })]);
  credential = await issueSdJwtVc({ key, payload: { status: { status_list: { idx: INDEX, uri: LIST_URL } } } });
});

const withLists = (documents: readonly EvidenceDocument[], question: Partial<Question> = {}): Promise<Examined> =>
  examined(credential, { trust: { ...trust, documents }, ...question });
const withList = async (text: string | Promise<string>, changes: Partial<EvidenceDocument> = {}): Promise<Examined> =>
  withLists([inHand(await text, changes)]);
const cannotTell = (...wrong: string[]) => ({ verdict: 'cannot-tell', wrong });
const refused = (...wrong: string[]) => ({ verdict: 'refused', wrong });

describe('a status list token', () => {
  test.each([1, 2, 4, 8])('of %i bits that says nothing against it makes the credential genuine', async (bits) => {
    const others = { [INDEX - 1]: 1, [INDEX + 1]: 1 };
    const answer = await withList(tokenList({ key, bits, values: others }));
    expect(answer).toMatchObject({ verdict: 'genuine', wrong: [] });
    const status = answer.findings.find(({ check }) => check === 'status');
    expect(status).toMatchObject({ reason: 'status-ok', evidence: { source: LIST_URL, asOf: NOW - 3_600 } });
  });

  test.each([
    [1, 1, 'revoked'],
    [2, 1, 'revoked'],
    [8, 1, 'revoked'],
    [2, 2, 'suspended'],
    [4, 2, 'suspended'],
  ])('of %i bits with %i at its place refuses: %s', async (bits, value, reason) => {
    expect(await withList(tokenList({ key, bits, values: { [INDEX]: value } }))).toMatchObject(refused(reason));
  });

  test.each([3, 11, 255])('with %i, the issuer’s own meaning, cannot be told', async (value) => {
    const bits = value > 15 ? 8 : 4;
    const list = tokenList({ key, bits, values: { [INDEX]: value } });
    expect(await withList(list)).toMatchObject(cannotTell('status-value-unknown'));
  });

  test('may be brought by anybody, since the issuer signed it', async () => {
    const good = await withList(tokenList({ key }), { source: 'given' });
    const bad = await withList(tokenList({ key, values: { [INDEX]: 1 } }), { source: 'given' });
    expect([good.verdict, bad.verdict]).toEqual(['genuine', 'refused']);
  });

  test('that revokes is not crowded out by old copies or rubbish that somebody brings', async () => {
    const given = (text: string, index: number): EvidenceDocument =>
      inHand(text, { source: 'given', fetched: epochSeconds(NOW + 1_000 + index) });
    const revoking = inHand(await tokenList({ key, values: { [INDEX]: 1 } }));
    const old = await Promise.all(
      Array.from({ length: 9 }, (_, age) => tokenList({ key, payload: { iat: NOW - (age + 2) * DAY } })),
    );
    const rubbish = Array.from({ length: 9 }, (_, index) => given(`{"${String(index)}":1}`, index));
    expect(await withLists([...old.map(given), revoking])).toMatchObject(refused('revoked'));
    expect(await withLists([...rubbish, revoking])).toMatchObject(refused('revoked'));
    expect((await withLists([...rubbish, inHand(await tokenList({ key }))])).verdict).toBe('genuine');
  });

  test('without `iss` is its signer’s: the credential’s issuer, by the key', async () => {
    const own = { iss: undefined };
    expect((await withList(tokenList({ key, payload: own }))).verdict).toBe('genuine');
    const list = tokenList({ key: stranger, payload: own });
    expect(await withList(list)).toMatchObject(cannotTell('status-list-not-the-issuers'));
  });

  test('does not revive an expired credential (C14)', async () => {
    const expired = await issueSdJwtVc({
      key,
      payload: { status: { status_list: { idx: INDEX, uri: LIST_URL } }, exp: NOW - DAY },
    });
    const documents = [inHand(await tokenList({ key }))];
    expect(await examined(expired, { trust: { ...trust, documents } })).toMatchObject(refused('expired'));
  });
});

describe('a list that says nothing (C12): the credential cannot be told, whatever its bit', () => {
  const set = { [INDEX]: 1 };
  test.each([0, 1])('another `sub` than the address it was fetched from (bit %i)', async (bit) => {
    const values = bit === 1 ? set : {};
    const payload = { sub: `${LIST_URL}0` };
    expect(await withList(tokenList({ key, values, payload }))).toMatchObject(cannotTell('status-list-unreadable'));
  });

  test.each([0, 1])('its `exp` is past (bit %i)', async (bit) => {
    const list = tokenList({ key, values: bit === 1 ? set : {}, payload: { exp: NOW - 60 } });
    expect(await withList(list)).toMatchObject(cannotTell('status-stale'));
  });

  test.each([0, 1])('a signature by somebody else under the same key name (bit %i)', async (bit) => {
    const list = tokenList({ key: stranger, values: bit === 1 ? set : {}, header: { kid: 'k1' } });
    expect(await withList(list)).toMatchObject(cannotTell('status-list-not-the-issuers'));
  });

  test('a changed list under the old signature', async () => {
    const [header = '', , signature = ''] = (await tokenList({ key, values: set })).split('.');
    const [, clean = ''] = (await tokenList({ key })).split('.');
    expect(await withList([header, clean, signature].join('.'))).toMatchObject(
      cannotTell('status-list-not-the-issuers'),
    );
  });

  test('an index beyond its end, or none, or a negative one', async () => {
    const documents = [inHand(await tokenList({ key }))];
    for (const idx of [1000, 2 ** 40, -1, '7x', undefined]) {
      const away = await issueSdJwtVc({ key, payload: { status: { status_list: { idx, uri: LIST_URL } } } });
      const answer = await examined(away, { trust: { ...trust, documents } });
      expect(answer).toMatchObject(cannotTell('status-index-outside'));
    }
  });

  test('bits are counted from the lowest: the mirrored place is somebody else’s', async () => {
    const mirrored = Math.floor(INDEX / 8) * 8 + (7 - (INDEX % 8));
    expect((await withList(tokenList({ key, values: { [mirrored]: 1 } }))).verdict).toBe('genuine');
  });

  test.each([
    ['typ of a credential', { typ: 'vc+jwt' }],
    ['typ in other words', { typ: 'application/statuslist+jwt' }],
    ['no typ', { typ: undefined }],
    ['a critical header', { crit: ['x'], x: 1 }],
  ])('%s', async (_, header) => {
    const signed = tokenList({ key, header: { ...header, ...('crit' in header ? { crit: undefined } : {}) } });
    const [, payload = '', signature = ''] = (await signed).split('.');
    const text =
      'crit' in header
        ? [encode({ alg: 'ES256', typ: 'statuslist+jwt', ...header }), payload, signature].join('.')
        : await signed;
    expect(await withList(text)).toMatchObject(cannotTell('status-list-unreadable'));
  });

  test.each([
    ['no list', { status_list: undefined }],
    ['three bits', { status_list: { bits: 3, lst: packLowest({}) } }],
    ['bits as text', { status_list: { bits: '1', lst: packLowest({}) } }],
    ['not zlib', { status_list: { bits: 1, lst: 'AAAA' } }],
    ['no iat', { iat: undefined }],
    ['an iat that is no time', { iat: 'today' }],
    ['an iat in the future', { iat: NOW + 3_600 }],
    ['an exp that is no time', { exp: 'never' }],
  ])('%s', async (_, payload) => {
    expect(await withList(tokenList({ key, payload }))).toMatchObject(cannotTell('status-list-unreadable'));
  });

  test('alg none, and not a token at all', async () => {
    const [, payload = ''] = (await tokenList({ key })).split('.');
    const none = `${encode({ alg: 'none', typ: 'statuslist+jwt' })}.${payload}.`;
    expect(await withList(none)).toMatchObject(cannotTell('status-list-not-the-issuers'));
    for (const text of ['', '{}', '[]', 'null', '<html>', '{"error":"not found"}']) {
      expect(await withList(text)).toMatchObject(cannotTell('status-list-unreadable'));
    }
  });

  test('a list in CWT is named as not supported', async () => {
    const mediaType = 'application/statuslist+cwt';
    expect(await withList('', { mediaType })).toMatchObject(cannotTell('status-type-not-supported'));
  });

  test('a list at another address is not in hand', async () => {
    const list = tokenList({ key });
    expect(await withList(list, { url: `${LIST_URL}/` })).toMatchObject(cannotTell('status-not-in-hand'));
  });
});

describe('keys that somebody brings do not talk a list down', () => {
  test.each([
    [1, 'refused'],
    [0, 'genuine'],
  ])('seventy of them beside the issuer’s own (bit %i)', async (bit, verdict) => {
    const metadata = (keys: readonly object[]): string => JSON.stringify({ issuer: ISSUER, jwks: { keys } });
    const listKey = await makeKey('ES256');
    const many = Array.from({ length: 70 }, (_, index) => ({ ...stranger.publicJwk, kid: `k${String(index)}` }));
    const url = `${ISSUER}/.well-known/jwt-vc-issuer`;
    const own = inHand(metadata([key.publicJwk, listKey.publicJwk]), { url });
    const brought = inHand(metadata(many), { url, source: 'given' });
    const list = inHand(await tokenList({ key: listKey, values: { [INDEX]: bit } }));
    const lists = await trusting([listedIssuer({})]);
    expect((await examined(credential, { trust: { ...lists, documents: [own, list] } })).verdict).toBe(verdict);
    expect((await examined(credential, { trust: { ...lists, documents: [brought, own, list] } })).verdict).toBe(
      verdict,
    );
  });
});

describe('somebody else’s list neither lifts nor refuses', () => {
  test.each([0, 1])('signed by another listed issuer (bit %i)', async (bit) => {
    const other = 'https://annan.example';
    const both = await trusting([
      listedIssuer({ keys: [key.publicJwk] }),
      listedIssuer({ ids: [other], keys: [stranger.publicJwk] }),
    ]);
    const values = bit === 1 ? { [INDEX]: 1 } : {};
    const list = await tokenList({ key: stranger, values, payload: { iss: other } });
    const brought = inHand(list, { source: 'given' });
    const answer = await examined(credential, { trust: { ...both, documents: [brought] } });
    expect(answer).toMatchObject(cannotTell('status-list-not-the-issuers'));
  });

  test.each([
    [0, 'genuine'],
    [1, 'refused'],
  ])(
    'but fetched from the address the issuer signed it is the list the issuer chose (bit %i)',
    async (bit, verdict) => {
      const other = 'https://annan.example';
      const both = await trusting([
        listedIssuer({ keys: [key.publicJwk] }),
        listedIssuer({ ids: [other], keys: [stranger.publicJwk] }),
      ]);
      const list = await tokenList({ key: stranger, values: { [INDEX]: bit }, payload: { iss: other } });
      expect((await examined(credential, { trust: { ...both, documents: [inHand(list)] } })).verdict).toBe(verdict);
      const forged = await tokenList({ key, values: { [INDEX]: bit }, payload: { iss: other } });
      const answer = await examined(credential, { trust: { ...both, documents: [inHand(forged)] } });
      expect(answer).toMatchObject(cannotTell('status-list-not-the-issuers'));
    },
  );

  test('unless a trust list names the list for this issuer', async () => {
    const keeper = 'https://keeper.example';
    const both = await trusting([
      listedIssuer({ keys: [key.publicJwk], statusLists: [LIST_URL] }),
      listedIssuer({ ids: [keeper], keys: [stranger.publicJwk] }),
    ]);
    const list = await tokenList({ key: stranger, payload: { iss: keeper } });
    const documents = [inHand(list, { source: 'given' })];
    expect((await examined(credential, { trust: { ...both, documents } })).verdict).toBe('genuine');
  });

  test('named or not, a keeper nobody knows counts only as fetched from there', async () => {
    const keeper = didJwk(stranger);
    const named = await trusting([listedIssuer({ keys: [key.publicJwk], statusLists: [LIST_URL] })]);
    const list = await tokenList({ key: stranger, values: { [INDEX]: 1 }, payload: { iss: keeper } });
    const asked = (source: 'given' | 'this-device') =>
      examined(credential, { trust: { ...named, documents: [inHand(list, { source })] } });
    expect(await asked('given')).toMatchObject(cannotTell('status-list-given'));
    expect(await asked('this-device')).toMatchObject(refused('revoked'));
  });

  test('a key in the list’s own header proves nothing for an issuer that is not listed', async () => {
    const jwk = { ...stranger.publicJwk };
    const list = await tokenList({ key: stranger, values: { [INDEX]: 1 }, header: { jwk } });
    const answer = await examined(credential, { trust: { lists: [], pins: [], documents: [inHand(list)] } });
    expect(answer.wrong).toContain('status-list-not-the-issuers');
    expect(answer.verdict).toBe('cannot-tell');
  });
});

describe('how old a list may be (C13)', () => {
  const aged = (seconds: number, values = {}, payload = {}): Promise<string> =>
    tokenList({ key, values, payload: { iat: NOW - seconds, ...payload } });

  test('for a document thirty days, and its age is told whenever it was fetched', async () => {
    const fetched = epochSeconds(NOW);
    const fresh = await withList(aged(30 * DAY), { fetched });
    expect(fresh.findings.find(({ check }) => check === 'status')?.evidence?.asOf).toBe(NOW - 30 * DAY);
    expect(fresh.verdict).toBe('genuine');
    expect(await withList(aged(30 * DAY + 1), { fetched })).toMatchObject(cannotTell('status-stale'));
  });

  test('at a door a day, or less when the issuer advises so, but never less than an hour', async () => {
    const context = { kind: 'presented', mode: 'show' } as const;
    const atDoor = async (text: Promise<string>): Promise<boolean> =>
      (await withLists([inHand(await text)], { context })).reasons.includes('status-ok');
    expect(await Promise.all([aged(DAY), aged(DAY + 1)].map(atDoor))).toEqual([true, false]);
    expect(await Promise.all([aged(7_200, {}, { ttl: 7_200 }), aged(7_201, {}, { ttl: 7_200 })].map(atDoor))).toEqual([
      true,
      false,
    ]);
    expect(await Promise.all([aged(3_600, {}, { ttl: 1 }), aged(3_601, {}, { ttl: 1 })].map(atDoor))).toEqual([
      true,
      false,
    ]);
    expect(await atDoor(aged(DAY + 1, {}, { ttl: 10 * DAY }))).toBe(false);
  });

  test('revoked stays revoked; a suspension in an old list may be over', async () => {
    expect(await withList(aged(300 * DAY, { [INDEX]: 1 }))).toMatchObject(refused('revoked'));
    const suspended = tokenList({ key, bits: 2, values: { [INDEX]: 2 }, payload: { iat: NOW - 300 * DAY } });
    expect(await withList(suspended)).toMatchObject(cannotTell('status-stale'));
  });

  test('of several copies the newest decides, unless one revokes', async () => {
    const [old, revoking, newest] = await Promise.all([
      tokenList({ key, bits: 2, values: { [INDEX]: 2 }, payload: { iat: NOW - 2 * DAY } }),
      aged(3 * DAY, { [INDEX]: 1 }),
      aged(DAY),
    ]);
    expect((await withLists([inHand(old), inHand(newest)])).verdict).toBe('genuine');
    expect((await withLists([inHand(newest), inHand(revoking)])).verdict).toBe('refused');
    const junk = inHand('junk', { source: 'given', fetched: epochSeconds(NOW) });
    expect((await withLists([junk, inHand(newest)])).verdict).toBe('genuine');
  });
});

const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
