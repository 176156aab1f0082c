// Lists of revoked credentials by id (1EdTech, Open Badges 2.0): plain JSON, worth what its way here was.
import { beforeAll, describe, expect, test } from 'vitest';
import type { EvidenceDocument, TrustMaterial } from '../../../../src/lib/core/model/trust.ts';
import { examined, NOW } from '../../../builders/examined.ts';
import type { Examined } from '../../../builders/examined.ts';
import { makeKey } from '../../../builders/signing-key.ts';
import type { SigningKey } from '../../../builders/signing-key.ts';
import { inHand, LIST_URL, sign } from '../../../builders/status-list.ts';
import { listedIssuer, trusting } from '../../../builders/trust-list.ts';
import { issueVcJwt, ISSUER } from '../../../builders/vc-jwt.ts';

const ID = 'https://norrsjo.example/badges/7';
const EXPIRED = { exp: NOW - 86_400 };
let key: SigningKey;
let trust: TrustMaterial;

beforeAll(async () => {
  key = await makeKey('ES256', 'k1');
  trust = await trusting([listedIssuer({ keys: [key.publicJwk] })]);
});

type Members = Readonly<Record<string, unknown>>;
const list = (changes: Members = {}): Members => ({ id: LIST_URL, issuer: ISSUER, revokedCredentials: [], ...changes });
const revoking = list({ revokedCredentials: [{ id: ID, revoked: true, revocationReason: 'Issued in error' }] });

async function withList(
  document: unknown,
  changes: Partial<EvidenceDocument> = {},
  payload: Members = {},
): Promise<Examined> {
  const text = typeof document === 'string' ? document : JSON.stringify(document);
  const credentialStatus = { id: LIST_URL, type: '1EdTechRevocationList' };
  const credential = await issueVcJwt({ key, payload: { id: ID, credentialStatus, ...payload } });
  return examined(credential, { trust: { ...trust, documents: [inHand(text, changes)] } });
}
const cannotTell = (...wrong: string[]) => ({ verdict: 'cannot-tell', wrong });
const refused = (...wrong: string[]) => ({ verdict: 'refused', wrong });

describe('the three badges of the 1EdTech displayer test (C15), with a 1EdTech revocation list', () => {
  test('valid, expired and revoked', async () => {
    expect(await withList(list())).toMatchObject({ verdict: 'genuine', wrong: [] });
    expect(await withList(list(), {}, EXPIRED)).toMatchObject(refused('expired'));
    expect(await withList(revoking)).toMatchObject(refused('revoked'));
  });

  test('as old as its fetching: nothing in it says when it was made', async () => {
    const answer = await withList(list());
    const { evidence } = answer.findings.find(({ check }) => check === 'status') ?? {};
    expect(evidence).toEqual({ source: LIST_URL, asOf: NOW - 3_600 });
  });

  test('in the spellings that are about', async () => {
    const entries = [{ id: ID }];
    for (const member of ['revokedCredential', 'revokedCredentials', 'revokedAssertions']) {
      expect(await withList({ issuer: { id: ISSUER }, [member]: entries })).toMatchObject(refused('revoked'));
    }
    expect((await withList(list({ revokedCredentials: [{ id: ID, revoked: false }] }))).verdict).toBe('genuine');
    expect(await withList({ revokedAssertions: [ID] })).toMatchObject(refused('revoked'));
  });
});

describe('such a list', () => {
  test('brought by somebody neither lifts nor refuses', async () => {
    expect(await withList(list(), { source: 'given' })).toMatchObject(cannotTell('status-list-given'));
    expect(await withList(revoking, { source: 'given' })).toMatchObject(cannotTell('status-list-given'));
    expect((await withList(revoking, { source: 'operator' })).verdict).toBe('refused');
  });

  test('of another issuer says nothing', async () => {
    const other = list({ issuer: 'https://annan.example', revokedCredentials: [{ id: ID }] });
    expect(await withList(other)).toMatchObject(cannotTell('status-list-not-the-issuers'));
  });

  test('signed by the issuer may come from anybody', async () => {
    const typed = { ...revoking, type: ['VerifiableCredential', '1EdTechRevocationList'], '@context': [] };
    const signed = await sign(key, { ...typed, credentialSubject: {} }, { typ: 'vc+jwt' });
    expect(await withList(signed, { source: 'given' })).toMatchObject(refused('revoked'));
    const untyped = await sign(key, { ...revoking, credentialSubject: {} }, { typ: 'vc+jwt' });
    expect(await withList(untyped)).toMatchObject(cannotTell('status-list-unreadable'));
  });

  test('cannot answer for a credential that has no id', async () => {
    expect(await withList(list(), {}, { id: undefined })).toMatchObject(cannotTell('status-index-outside'));
  });

  test.each([
    ['an error in words', { error: 'not found' }],
    ['nothing at all', {}],
    ['no array', list({ revokedCredentials: ID })],
    ['an entry that names nothing', list({ revokedCredentials: [{ revoked: true }] })],
    ['numbers', list({ revokedCredentials: [7] })],
    ['a page', '<!doctype html><p>Sign in</p>'],
    ['a badge', { '@context': 'https://w3id.org/openbadges/v2', type: 'Assertion' }],
  ])('%s is no list', async (_, document) => {
    expect(await withList(document)).toMatchObject(cannotTell('status-list-unreadable'));
  });
});
