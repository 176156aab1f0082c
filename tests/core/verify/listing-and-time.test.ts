// What a listing covers (THREATS C4), and time: validity, staleness, status, the clock.
import { beforeAll, describe, expect, test } from 'vitest';
import { epochSeconds } from '../../../src/lib/core/model/brand.ts';
import type { TrustMaterial } from '../../../src/lib/core/model/trust.ts';
import { examined, NOW } from '../../builders/examined.ts';
import { issueSdJwtVc, VCT } from '../../builders/sd-jwt-vc.ts';
import { makeKey } from '../../builders/signing-key.ts';
import type { SigningKey } from '../../builders/signing-key.ts';
import { listedIssuer, trusting } from '../../builders/trust-list.ts';
import { issueVcJwt, ISSUED, ISSUER } from '../../builders/vc-jwt.ts';

let key: SigningKey;
let trust: TrustMaterial;

beforeAll(async () => {
  key = await makeKey('ES256', 'k1');
  trust = await trusting([listedIssuer({ keys: [key.publicJwk] })]);
});

const cannotTell = (...reasons: string[]) => ({ verdict: 'cannot-tell', wrong: reasons });

describe('a listing', () => {
  const listedAs = (changes: Record<string, unknown>, list: Record<string, unknown> = {}): Promise<TrustMaterial> =>
    trusting([listedIssuer({ keys: [key.publicJwk], ...changes })], list);

  test('older than thirty days is stale: cannot tell', async () => {
    const jwt = await issueVcJwt({ key });
    const fresh = await listedAs({}, { issued: '2026-10-22T12:00:00Z' });
    const stale = await listedAs({}, { issued: '2026-10-22T11:59:59Z' });
    expect((await examined(jwt, { trust: fresh })).verdict).toBe('genuine');
    expect(await examined(jwt, { trust: stale })).toMatchObject(cannotTell('issuer-list-stale'));
  });

  test('past its own end is stale', async () => {
    const ended = await listedAs({}, { validUntil: '2026-11-21T11:59:59Z' });
    expect(await examined(await issueVcJwt({ key }), { trust: ended })).toMatchObject(cannotTell('issuer-list-stale'));
  });

  test('must have held when the credential was issued', async () => {
    const later = await listedAs({ validFrom: '2026-01-15T08:00:01Z' });
    const earlier = await listedAs({ validUntil: '2026-01-15T07:59:59Z' });
    const then = await listedAs({ validFrom: '2026-01-15T08:00:00Z', validUntil: '2026-01-15T08:00:00Z' });
    const jwt = await issueVcJwt({ key });
    expect(await examined(jwt, { trust: later })).toMatchObject(cannotTell('issuer-listing-not-valid-then'));
    expect(await examined(jwt, { trust: earlier })).toMatchObject(cannotTell('issuer-listing-not-valid-then'));
    expect((await examined(jwt, { trust: then })).verdict).toBe('genuine');
  });

  test('for one type does not cover another (THREATS C4)', async () => {
    const sdJwt = await issueSdJwtVc({ key });
    const badge = await issueVcJwt({ key });
    const [vct, other, both] = await Promise.all([
      listedAs({ mayIssue: [VCT] }),
      listedAs({ mayIssue: ['https://norrsjo.example/vct/degree'] }),
      listedAs({ mayIssue: [VCT, 'AchievementCredential'] }),
    ]);
    expect((await examined(sdJwt, { trust: vct })).verdict).toBe('genuine');
    expect(await examined(sdJwt, { trust: other })).toMatchObject(cannotTell('issuer-not-entitled'));
    expect(await examined(badge, { trust: vct })).toMatchObject(cannotTell('issuer-not-entitled'));
    expect((await examined(badge, { trust: both })).verdict).toBe('genuine');
  });

  test('that is stale entitles to nothing beside a fresh one', async () => {
    const stale = await listedAs({ mayIssue: ['*'] }, { name: 'Old list', issued: '2025-01-01T00:00:00Z' });
    const fresh = await listedAs({ mayIssue: [VCT] });
    const both = { ...fresh, lists: [...stale.lists, ...fresh.lists] };
    expect(await examined(await issueVcJwt({ key }), { trust: both })).toMatchObject(cannotTell('issuer-not-entitled'));
  });

  test('that says nothing of types entitles to none', async () => {
    const silent = await listedAs({ mayIssue: undefined });
    expect(await examined(await issueVcJwt({ key }), { trust: silent })).toMatchObject(
      cannotTell('issuer-not-entitled'),
    );
  });

  test('names its list and the list’s age as evidence', async () => {
    const told = await examined(await issueVcJwt({ key }), { trust });
    const found = told.findings.find(({ reason }) => reason === 'issuer-listed');
    expect(found?.evidence).toEqual({ source: 'Test list', asOf: Date.UTC(2026, 10, 20, 8) / 1000 });
  });

  test('in a fresh list outweighs the same in a stale one', async () => {
    const stale = await listedAs({}, { name: 'Old list', issued: '2025-01-01T00:00:00Z' });
    const both = { ...trust, lists: [...stale.lists, ...trust.lists] };
    expect((await examined(await issueVcJwt({ key }), { trust: both })).verdict).toBe('genuine');
  });
});

describe('the period of validity', () => {
  const at = async (payload: Record<string, unknown>): Promise<readonly string[]> => {
    const dates = { nbf: undefined, validFrom: undefined, ...payload };
    const { verdict, wrong } = await examined(await issueVcJwt({ key, payload: dates }), { trust });
    return [verdict, ...wrong];
  };
  const iso = (seconds: number): string => new Date(seconds * 1000).toISOString();

  test.each([
    ['exp', NOW - 59, 'genuine'],
    ['exp', NOW - 60, 'refused expired'],
    ['nbf', NOW + 60, 'genuine'],
    ['nbf', NOW + 61, 'refused not-yet-valid'],
    ['iat', NOW + 60, 'genuine'],
    ['iat', NOW + 61, 'refused not-yet-valid'],
    ['validUntil', iso(NOW - 59), 'genuine'],
    ['validUntil', iso(NOW - 60), 'refused expired'],
    ['validFrom', iso(NOW + 60), 'genuine'],
    ['validFrom', iso(NOW + 61), 'refused not-yet-valid'],
    ['validUntil', 'soon', 'refused validity-malformed'],
    ['exp', '2026-01-01', 'refused validity-malformed'],
  ])('%s %s: %s', async (claim, value, expected) => {
    expect((await at({ [claim]: value })).join(' ')).toBe(expected);
  });

  test('that contradicts itself is refused', async () => {
    expect(await at({ exp: ISSUED, validFrom: iso(ISSUED + 10) })).toContain('validity-contradicts');
  });
});

describe('the rest', () => {
  test('a status that could revoke and is not in hand cannot be told; one that only informs changes nothing', async () => {
    const entry = (statusPurpose: string) => ({
      type: 'BitstringStatusListEntry',
      statusPurpose,
      statusListIndex: '7',
      statusListCredential: `${ISSUER}/status/1`,
    });
    const withStatus = async (...purposes: string[]) =>
      examined(await issueVcJwt({ key, payload: { credentialStatus: purposes.map(entry) } }), { trust });
    expect(await withStatus('revocation')).toMatchObject(cannotTell('status-not-in-hand'));
    expect(await withStatus('message', 'suspension')).toMatchObject(cannotTell('status-not-in-hand'));
    expect(await withStatus('message', 'refresh')).toMatchObject({ verdict: 'genuine', wrong: [] });
  });

  test('a status that cannot be read, such as an address alone, is not taken for none', async () => {
    const badge = await issueVcJwt({ key, payload: { credentialStatus: `${ISSUER}/status/1#7` } });
    const sdJwt = await issueSdJwtVc({ key, payload: { status: `${ISSUER}/status/1#7` } });
    expect(await examined(badge, { trust })).toMatchObject(cannotTell('status-type-not-supported'));
    expect(await examined(sdJwt, { trust })).toMatchObject(cannotTell('status-type-not-supported'));
  });

  test('a clock before the release, or before a list in hand, is doubtful', async () => {
    const jwt = await issueVcJwt({ key, payload: { nbf: undefined, validFrom: undefined } });
    const floor = epochSeconds(NOW + 61);
    expect(await examined(jwt, { trust, clockFloor: floor })).toMatchObject(cannotTell('clock-doubtful'));
    expect((await examined(jwt, { trust, clockFloor: epochSeconds(NOW + 60) })).verdict).toBe('genuine');
    const early = epochSeconds(Date.UTC(2026, 10, 20, 7) / 1000);
    expect(await examined(jwt, { trust, now: early })).toMatchObject(cannotTell('clock-doubtful'));
  });

  test('fifty decoys are no fault and leave no trace (THREATS C11)', async () => {
    const sdJwt = await issueSdJwtVc({ key, decoys: 50 });
    expect(await examined(sdJwt, { trust })).toMatchObject({ verdict: 'genuine', wrong: [] });
  });
});
