// BitstringStatusListCredential and StatusList2021Credential, as VC-JWT and with a proof.
import { beforeAll, describe, expect, test } from 'vitest';
import type { EvidenceDocument, TrustMaterial } from '../../../../src/lib/core/model/trust.ts';
import { inflateCounting } from '../../../../src/lib/core/bytes/inflate-bounded.ts';
import { parseJson } from '../../../../src/lib/core/bytes/parse-json.ts';
import { epochSeconds } from '../../../../src/lib/core/model/brand.ts';
import { jsonOf, objectOf } from '../../../builders/json.ts';
import { isJsonObject } from '../../../../src/lib/core/model/json.ts';
import { NO_TRUST } from '../../../../src/lib/core/model/trust.ts';
import { MAX_LIST_BYTES, unpackBitstring } from '../../../../src/lib/core/verify/status/unpack-list.ts';
import { gzipSync } from 'node:zlib';
import { examined, NOW } from '../../../builders/examined.ts';
import type { Examined } from '../../../builders/examined.ts';
import { badge, issueBadge, makeIssuer } from '../../../builders/issue-data-integrity.ts';
import { makeKey } from '../../../builders/signing-key.ts';
import type { SigningKey } from '../../../builders/signing-key.ts';
import { bitList, inHand, LIST_URL, packHighest, sign } from '../../../builders/status-list.ts';
import { listedIssuer, trusting } from '../../../builders/trust-list.ts';
import { issueVcJwt, ISSUER } from '../../../builders/vc-jwt.ts';

const INDEX = 94_567;
let key: SigningKey;
let stranger: SigningKey;
let trust: TrustMaterial;

beforeAll(async () => {
  [key, stranger] = await Promise.all([makeKey('ES256', 'k1'), makeKey('ES256', 'k1')]);
  trust = await trusting([listedIssuer({ keys: [key.publicJwk] })]);
});

type Members = Readonly<Record<string, unknown>>;
const entry = (changes: Members = {}): Members => ({
  id: `${LIST_URL}#${String(INDEX)}`,
  type: 'BitstringStatusListEntry',
  statusPurpose: 'revocation',
  statusListIndex: String(INDEX),
  statusListCredential: LIST_URL,
  ...changes,
});
const set = (value = 1, bits = 1): string => `u${packHighest({ [INDEX]: value }, bits)}`;
const clean = (): string => `u${packHighest({ [INDEX - 1]: 1, [INDEX + 1]: 1 })}`;

async function withStatus(status: unknown, documents: readonly EvidenceDocument[]): Promise<Examined> {
  const credential = await issueVcJwt({ key, payload: { credentialStatus: status } });
  return examined(credential, { trust: { ...trust, documents } });
}
const asJwt = (list: Members, by = key, header: Members = {}): Promise<string> =>
  sign(by, list, { typ: 'vc+jwt', ...header });
async function withList(list: Members, changes: Partial<EvidenceDocument> = {}, by = key): Promise<Examined> {
  return withStatus(entry(), [inHand(await asJwt(list, by), changes)]);
}
const cannotTell = (...wrong: string[]) => ({ verdict: 'cannot-tell', wrong });
const refused = (...wrong: string[]) => ({ verdict: 'refused', wrong });

describe('a bitstring status list as VC-JWT', () => {
  test('with neighbours revoked makes the credential genuine, and says as of when', async () => {
    const answer = await withList(bitList(clean()));
    expect(answer).toMatchObject({ verdict: 'genuine', wrong: [] });
    const { evidence } = answer.findings.find(({ check }) => check === 'status') ?? {};
    expect(evidence).toEqual({ source: LIST_URL, asOf: NOW - 3_600 });
  });

  test('with its bit set refuses: revoked, or suspended, by the purpose of both', async () => {
    expect(await withList(bitList(set()))).toMatchObject(refused('revoked'));
    const suspension = inHand(await asJwt(bitList(set(), {}, { statusPurpose: 'suspension' })));
    expect(await withStatus(entry({ statusPurpose: 'suspension' }), [suspension])).toMatchObject(refused('suspended'));
  });

  test('of another purpose says nothing', async () => {
    const suspension = bitList(set(), {}, { statusPurpose: 'suspension' });
    expect(await withList(suspension)).toMatchObject(cannotTell('status-list-unreadable'));
    const both = bitList(set(), {}, { statusPurpose: ['suspension', 'revocation'] });
    expect(await withList(both)).toMatchObject(refused('revoked'));
    const unstated = [inHand(await asJwt(bitList(clean())))];
    const without = entry({ statusPurpose: undefined });
    expect(await withStatus(without, unstated)).toMatchObject(cannotTell('status-list-unreadable'));
  });

  test('with several bits an entry: 1 revokes, more is the issuer’s own meaning', async () => {
    const wide = async (value: number, bits: number): Promise<Examined> =>
      withStatus(entry({ statusSize: bits }), [inHand(await asJwt(bitList(set(value, bits))))]);
    expect((await wide(0, 2)).verdict).toBe('genuine');
    expect(await wide(1, 2)).toMatchObject(refused('revoked'));
    expect(await wide(2, 2)).toMatchObject(cannotTell('status-value-unknown'));
    expect(await wide(5, 3)).toMatchObject(cannotTell('status-value-unknown'));
    expect(await wide(0, 64)).toMatchObject(cannotTell('status-index-outside'));
  });

  test('a purpose nobody registered: unset says nothing against it, set cannot be told', async () => {
    const own = async (bits: string): Promise<Examined> =>
      withStatus(entry({ statusPurpose: 'paid' }), [inHand(await asJwt(bitList(bits, {}, { statusPurpose: 'paid' })))]);
    expect((await own(clean())).verdict).toBe('genuine');
    expect(await own(set())).toMatchObject(cannotTell('status-value-unknown'));
  });

  test('message and refresh change nothing and are not even looked up', async () => {
    for (const statusPurpose of ['message', 'refresh']) {
      const answer = await withStatus(entry({ statusPurpose }), []);
      expect(answer.reasons).toContain('status-informs-only');
      expect(answer.verdict).toBe('genuine');
    }
  });

  test('of several entries the worst wins', async () => {
    const other = `${ISSUER}/status/2`;
    const suspension = { statusPurpose: 'suspension' };
    const documents = [
      inHand(await asJwt(bitList(clean()))),
      inHand(await asJwt(bitList(set(), { id: other }, suspension)), { url: other }),
    ];
    const second = entry({ ...suspension, statusListCredential: other });
    expect(await withStatus([entry(), second], documents)).toMatchObject(refused('suspended'));
    expect(await withStatus([entry(), second], documents.slice(0, 1))).toMatchObject(cannotTell('status-not-in-hand'));
    expect(await withStatus([entry(), second], documents.slice(1))).toMatchObject(refused('suspended'));
  });

  test('in the `vc` claim, with `iss` and `jti` for issuer and id', async () => {
    const vc = bitList(set(), { issuer: undefined, id: undefined });
    const text = await asJwt({ iss: ISSUER, jti: LIST_URL, nbf: NOW - 3_600, vc });
    expect(await withStatus(entry(), [inHand(text)])).toMatchObject(refused('revoked'));
    const two = await asJwt({ ...bitList(set()), iss: 'https://annan.example' });
    expect(await withStatus(entry(), [inHand(two)])).toMatchObject(cannotTell('status-list-unreadable'));
  });

  test('from 2021, with or without padding, in either alphabet', async () => {
    const list = (encodedList: string): Members =>
      bitList(
        encodedList,
        {
          type: ['VerifiableCredential', 'StatusList2021Credential'],
          validFrom: undefined,
          issuanceDate: '2026-11-21T11:00:00Z',
        },
        { type: 'StatusList2021' },
      );
    const own = entry({ type: 'StatusList2021Entry' });
    const packed = packHighest({ [INDEX]: 1 });
    const padded = Buffer.from(packed, 'base64url').toString('base64');
    for (const encoded of [packed, padded, `u${packed}`]) {
      expect(await withStatus(own, [inHand(await asJwt(list(encoded)))])).toMatchObject(refused('revoked'));
    }
    // An entry of one format is not answered by a list of the other.
    const other = [inHand(await asJwt(list(packed)))];
    expect(await withStatus(entry(), other)).toMatchObject(cannotTell('status-list-unreadable'));
  });
});

describe('a list that says nothing: the credential cannot be told, whatever its bit', () => {
  test.each([
    ['no list credential by type', { type: ['VerifiableCredential'] }, {}, 'status-list-unreadable'],
    ['no list by its subject’s type', {}, { type: 'AchievementSubject' }, 'status-list-unreadable'],
    ['without the multibase prefix', {}, { encodedList: packHighest({}) }, 'status-list-unreadable'],
    ['not gzip', {}, { encodedList: 'uAAAA' }, 'status-list-unreadable'],
    ['no encodedList', {}, { encodedList: undefined }, 'status-list-unreadable'],
    ['from the future', { validFrom: '2026-11-21T13:00:00Z' }, {}, 'status-list-unreadable'],
    ['a time that is none', { validFrom: 'today' }, {}, 'status-list-unreadable'],
    ['past its end', { validUntil: '2026-11-21T11:30:00Z' }, {}, 'status-stale'],
    ['an issuer of its own', { issuer: 'https://annan.example' }, {}, 'status-list-not-the-issuers'],
  ])('%s', async (_, changes, subject, reason) => {
    expect(await withList(bitList(set(), changes, subject))).toMatchObject(cannotTell(reason));
  });

  test('signed by somebody else, tampered with, or unsigned', async () => {
    expect(await withList(bitList(set()), {}, stranger)).toMatchObject(cannotTell('status-list-not-the-issuers'));
    const [header = '', , signature = ''] = (await asJwt(bitList(set()))).split('.');
    const [, payload = ''] = (await asJwt(bitList(clean()))).split('.');
    const swapped = inHand([header, payload, signature].join('.'));
    expect(await withStatus(entry(), [swapped])).toMatchObject(cannotTell('status-list-not-the-issuers'));
    const unsigned = inHand(JSON.stringify(bitList(clean())));
    expect(await withStatus(entry(), [unsigned])).toMatchObject(cannotTell('status-list-unreadable'));
  });

  test('another list of the issuer’s, brought along under this one’s address, cannot lift a revocation', async () => {
    const other = bitList(clean(), { id: `${ISSUER}/status/2` });
    expect(await withList(other, { source: 'given' })).toMatchObject(cannotTell('status-list-given'));
    expect((await withList(other, { source: 'this-device' })).verdict).toBe('genuine');
    expect((await withList(bitList(clean()), { source: 'given' })).verdict).toBe('genuine');
  });

  test('that does not say how old it is: brought along it clears nothing, and may still revoke', async () => {
    const undated = (bits: string) => bitList(bits, { validFrom: undefined });
    expect((await withList(undated(clean()))).verdict).toBe('genuine');
    expect(await withList(undated(clean()), { source: 'given' })).toMatchObject(cannotTell('status-stale'));
    expect(await withList(undated(set()), { source: 'given' })).toMatchObject(refused('revoked'));
  });

  test('a token for another purpose, or with a critical header', async () => {
    for (const header of [{ typ: 'kb+jwt' }, { typ: 'statuslist+jwt' }, { typ: 7 }]) {
      const text = await asJwt(bitList(clean()), key, header);
      expect(await withStatus(entry(), [inHand(text)])).toMatchObject(cannotTell('status-list-unreadable'));
    }
  });

  test('an index beyond its end', async () => {
    const documents = [inHand(await asJwt(bitList(clean())))];
    for (const statusListIndex of ['131072', '-1', 'one', null]) {
      const answer = await withStatus(entry({ statusListIndex }), documents);
      expect(answer).toMatchObject(cannotTell('status-index-outside'));
    }
  });
});

describe('with a proof by @digitalbazaar/vc', () => {
  test('a did:key issuer’s own list counts; a changed one does not', async () => {
    const issuer = await makeIssuer();
    const credential = await issueBadge(issuer, {
      ...badge(issuer.did),
      credentialStatus: {
        id: `${LIST_URL}#5`,
        type: 'BitstringStatusListEntry',
        statusPurpose: 'revocation',
        statusListIndex: '5',
        statusListCredential: LIST_URL,
      },
    });
    const list = async (values: Readonly<Record<number, number>>) => {
      const parsed = parseJson(JSON.stringify(bitList(`u${packHighest(values)}`, { issuer: issuer.did })));
      if (!parsed.ok || !isJsonObject(parsed.value)) throw new Error('the builder made no object');
      return issueBadge(issuer, parsed.value);
    };
    const listed = await trusting([listedIssuer({ ids: [issuer.did] })]);
    const ask = (document: object): Promise<Examined> =>
      examined(JSON.stringify(credential), {
        trust: { ...NO_TRUST, lists: listed.lists, documents: [inHand(JSON.stringify(document), { source: 'given' })] },
      });
    const [good, bad] = await Promise.all([list({ 4: 1 }), list({ 5: 1 })]);
    expect((await ask(good)).verdict).toBe('genuine');
    expect(await ask(bad)).toMatchObject(refused('revoked'));
    const forged = { ...bad, credentialSubject: good['credentialSubject'] };
    expect(await ask(forged)).toMatchObject(cannotTell('status-list-not-the-issuers'));
  });
});

describe('StatusList2021 with a proof', () => {
  test('under the first data model: the day it was signed is its age, and a changed date is no proof', async () => {
    const issuer = await makeIssuer();
    const list = (values: Readonly<Record<number, number>>, issuanceDate: string): Members =>
      bitList(
        packHighest(values),
        {
          '@context': ['https://www.w3.org/2018/credentials/v1', 'https://w3id.org/vc/status-list/2021/v1'],
          type: ['VerifiableCredential', 'StatusList2021Credential'],
          issuer: issuer.did,
          validFrom: undefined,
          issuanceDate,
        },
        { type: 'StatusList2021' },
      );
    const signed = async (values: Readonly<Record<number, number>>): Promise<object> =>
      issueBadge(issuer, objectOf(jsonOf(JSON.stringify(list(values, '2025-01-15T08:00:00Z')))));
    const status = { ...entry({ type: 'StatusList2021Entry' }), statusListIndex: '5' };
    const credential = await issueVcJwt({
      key,
      issuer: issuer.did,
      payload: { credentialStatus: status },
    });
    const asked = async (document: object, now: number): Promise<Examined> =>
      examined(credential, {
        now: epochSeconds(now),
        trust: { ...trust, documents: [inHand(JSON.stringify(document), { source: 'given' })] },
      });
    const statusOf = async (document: object, now: number) =>
      (await asked(document, now)).findings
        .filter(({ check }) => check === 'status')
        .map(({ reason, evidence }) => [reason, evidence?.asOf]);
    const made = Date.UTC(2026, 0, 15, 8) / 1000;
    expect(await statusOf(await signed({}), made + 86_400)).toEqual([['status-ok', made]]);
    expect(await statusOf(await signed({ 5: 1 }), made + 86_400)).toEqual([['revoked', made]]);
    expect(await statusOf(await signed({}), made + 40 * 86_400)).toEqual([['status-stale', made]]);
    const forged = { ...(await signed({})), issuanceDate: '2026-02-20T08:00:00Z' };
    expect(await statusOf(forged, made + 40 * 86_400)).toEqual([['status-list-not-the-issuers', undefined]]);
  });
});

describe('a bomb (THREATS B8)', () => {
  test('is given up at the ceiling, with no more read than made that much', () => {
    const bomb = gzipSync(Buffer.alloc(64 * 1024 * 1024));
    expect(unpackBitstring(`u${bomb.toString('base64url')}`)).toBeNull();
    const work = inflateCounting(bomb, { format: 'gzip', maxBytes: MAX_LIST_BYTES });
    expect(work.outcome).toBe('too-long');
    expect(work.read).toBeLessThan(bomb.length / 4);
  });

  test('is not unpacked again for the next credential', async () => {
    const document = inHand(await asJwt(bitList(clean())));
    const first = await withStatus(entry(), [document]);
    // The same document object: what was read is kept, so a text that changes behind it is not read.
    Object.assign(document, { text: 'gone' });
    const second = await withStatus(entry(), [document]);
    expect([first.verdict, second.verdict]).toEqual(['genuine', 'genuine']);
  });
});
