// The badges of the 1EdTech displayer certification (THREATS C15): valid, expired and revoked, as Open Badge 2.0 and as
// Open Badge 3.0, with everything their issuer publishes in hand.
import { beforeAll, describe, expect, test } from 'vitest';
import type { EvidenceDocument, TrustMaterial } from '../../../src/lib/core/model/trust.ts';
import { examined } from '../../builders/examined.ts';
import type { Examined } from '../../builders/examined.ts';
import {
  badgeClass,
  CLASS_URL,
  document,
  HOST,
  profile,
  PROFILE_URL,
  signedAssertion,
} from '../../builders/open-badge-2.ts';
import { makeKey } from '../../builders/signing-key.ts';
import type { SigningKey } from '../../builders/signing-key.ts';
import { listedIssuer, trusting } from '../../builders/trust-list.ts';
import { issueVcJwt } from '../../builders/vc-jwt.ts';

const LIST = `${HOST}/revoked`;
const ENDED = '2026-11-20T08:00:00Z';
let key: SigningKey;
let lists: TrustMaterial['lists'];
beforeAll(async () => {
  key = await makeKey('RS256', 'k1');
  ({ lists } = await trusting([listedIssuer({ ids: [PROFILE_URL], keys: [key.publicJwk] })]));
});

const publishing = (revoked: readonly string[]): readonly EvidenceDocument[] => [
  document(CLASS_URL, badgeClass()),
  document(PROFILE_URL, profile({ revocationList: LIST })),
  document(LIST, { type: 'RevocationList', id: LIST, issuer: PROFILE_URL, revokedAssertions: revoked }),
];
const ask = (text: string, documents: readonly EvidenceDocument[]): Promise<Examined> =>
  examined(text, { trust: { lists, pins: [], documents } });

describe('as Open Badge 2.0', () => {
  test('valid is genuine', async () => {
    const badge = await ask(await signedAssertion(key), publishing(['urn:uuid:2']));
    expect(badge).toMatchObject({ verdict: 'genuine', wrong: [] });
    expect(badge.reasons).toContain('status-ok');
  });

  test('expired and revoked are refused, each for its own reason', async () => {
    const expired = await ask(await signedAssertion(key, { expires: ENDED }), publishing([]));
    expect(expired).toMatchObject({ verdict: 'refused', because: ['expired'] });
    const revoked = await ask(await signedAssertion(key), publishing(['urn:uuid:1']));
    expect(revoked).toMatchObject({ verdict: 'refused', because: ['revoked'] });
  });

  test('without its issuer’s profile nobody knows whether it was revoked', async () => {
    const classOnly = publishing([]).slice(0, 1);
    expect(await ask(await signedAssertion(key), classOnly)).toMatchObject({
      verdict: 'cannot-tell',
      wrong: ['status-not-in-hand'],
    });
  });
});

describe('as Open Badge 3.0', () => {
  const ID = `${HOST}/credentials/1`;
  const credentialStatus = { id: LIST, type: '1EdTechRevocationList' };
  const issue = (payload: object = {}): Promise<string> =>
    issueVcJwt({ key, issuer: PROFILE_URL, payload: { id: ID, credentialStatus, ...payload } });
  const listing = (ids: readonly string[]): readonly EvidenceDocument[] => [
    document(LIST, { id: LIST, issuer: PROFILE_URL, revokedCredentials: ids.map((id) => ({ id, revoked: true })) }),
  ];

  test('valid is genuine', async () => {
    expect(await ask(await issue(), listing([`${ID}0`]))).toMatchObject({ verdict: 'genuine', wrong: [] });
  });

  test('expired and revoked are refused, each for its own reason', async () => {
    const expired = await ask(await issue({ validUntil: ENDED }), listing([]));
    expect(expired).toMatchObject({ verdict: 'refused', because: ['expired'] });
    const revoked = await ask(await issue(), listing([ID]));
    expect(revoked).toMatchObject({ verdict: 'refused', because: ['revoked'] });
  });
});
