// `x5c` chains against listed certificates (THREATS C2, RFC 5280 §6.1 as far as named anchors need it).
import { beforeAll, describe, expect, test } from 'vitest';
import { certify, ENCRYPTION_USAGE, makeRoot } from '../../builders/certificates.ts';
import type { Certified } from '../../builders/certificates.ts';
import { examined } from '../../builders/examined.ts';
import type { Examined } from '../../builders/examined.ts';
import { listedIssuer, trusting } from '../../builders/trust-list.ts';
import { issueVcJwt, ISSUER } from '../../builders/vc-jwt.ts';
import { issueSdJwtVc } from '../../builders/sd-jwt-vc.ts';

const SUBJECT = 'CN=Norrsjö universitet, O=Norrsjö universitet, C=SE';
let root: Certified;
let leaf: Certified;

beforeAll(async () => {
  root = await makeRoot();
  leaf = await certify({ subject: SUBJECT, by: root });
});

/** A badge signed by the first of `chain`, examined with one listed issuer. */
async function judged(
  chain: readonly Certified[],
  listed: Record<string, unknown>,
  issuer = ISSUER,
): Promise<Examined> {
  const [first] = chain;
  if (first === undefined) throw new Error('the test gave no chain');
  const jwt = await issueVcJwt({ key: first.key, issuer, header: { x5c: chain.map(({ der }) => der) } });
  return examined(jwt, { trust: await trusting([listedIssuer(listed)]) });
}
const byRoot = (changes: Record<string, unknown> = {}) => ({
  certificates: [root.der],
  subjects: [SUBJECT],
  ...changes,
});
const refusedFor = (reason: string) => ({ verdict: 'refused', because: [reason] });

describe('a chain is genuine', () => {
  test('when it ends in a listed authority and its subject is listed', async () => {
    expect(await judged([leaf], byRoot())).toMatchObject({ verdict: 'genuine', wrong: [] });
  });

  test('when it carries the anchor along: tolerated (THREATS C2)', async () => {
    expect(await judged([leaf, root], byRoot())).toMatchObject({ verdict: 'genuine' });
  });

  test('when the leaf itself is listed, without subjects', async () => {
    expect(await judged([leaf], { certificates: [leaf.der] })).toMatchObject({ verdict: 'genuine' });
    expect(await judged([leaf, root], { certificates: [leaf.der] })).toMatchObject({ verdict: 'genuine' });
  });

  test('through an intermediate', async () => {
    const between = await certify({ subject: 'CN=Norra CA 2, C=SE', by: root, authority: { pathLength: 0 } });
    const below = await certify({ subject: SUBJECT, by: between });
    expect(await judged([below, between], byRoot())).toMatchObject({ verdict: 'genuine' });
  });

  test('by a listed alternative name, and by a subject written in another order', async () => {
    const named = await certify({ subject: 'CN=Seal 7', by: root, names: [{ type: 'dns', value: 'norrsjo.example' }] });
    expect(await judged([named], byRoot({ subjects: ['norrsjo.example'] }))).toMatchObject({ verdict: 'genuine' });
    const turned = 'C=SE,O=Norrsjö universitet,CN=Norrsjö universitet';
    expect(await judged([leaf], byRoot({ subjects: [turned] }))).toMatchObject({ verdict: 'genuine' });
  });

  test('for an SD-JWT VC that leaves the issuer to the certificate', async () => {
    const sdJwt = await issueSdJwtVc({ key: leaf.key, header: { x5c: [leaf.der] }, payload: { iss: undefined } });
    const trust = await trusting([listedIssuer(byRoot())]);
    expect(await examined(sdJwt, { trust })).toMatchObject({ verdict: 'genuine', because: ['issuer-listed'] });
  });

  test('when it was valid at issuance, although it has expired since', async () => {
    const ended = await certify({ subject: SUBJECT, by: root, until: new Date('2026-02-01T00:00:00Z') });
    expect(await judged([ended], byRoot())).toMatchObject({ verdict: 'genuine' });
  });
});

describe('a chain cannot be told', () => {
  test('when nobody lists its end, and names an issuer nobody lists', async () => {
    const told = await judged([leaf], { ids: ['https://other.example'] });
    expect(told.wrong).toEqual(['certificate-chain-not-anchored', 'issuer-not-listed']);
  });

  test('when it is a certificate by itself for itself', async () => {
    const alone = await certify({ subject: SUBJECT, by: null });
    const told = await judged([alone], { ids: ['https://other.example'] });
    expect(told.wrong).toEqual(['certificate-self-signed', 'issuer-not-listed']);
  });

  test('when a critical extension is not understood', async () => {
    const strange = await certify({ subject: SUBJECT, by: root, critical: '1.2.3.4.5' });
    const told = await judged([strange], byRoot());
    expect(told).toMatchObject({ verdict: 'cannot-tell' });
    expect(told.wrong).toContain('certificate-extension-not-understood');
  });
});

describe('a chain is refused', () => {
  test('under a listed authority without subjects: everybody is under it', async () => {
    expect(await judged([leaf], byRoot({ subjects: [] }))).toMatchObject(refusedFor('issuer-key-not-the-issuers'));
  });

  test('for another subject under the same authority', async () => {
    const neighbour = await certify({ subject: 'CN=Söderby högskola, C=SE', by: root });
    expect(await judged([neighbour], byRoot())).toMatchObject(refusedFor('issuer-key-not-the-issuers'));
  });

  test('for a listed issuer by a stranger’s self-signed certificate with the same name', async () => {
    const alone = await certify({ subject: SUBJECT, by: null });
    expect(await judged([alone], byRoot())).toMatchObject(refusedFor('issuer-key-not-the-issuers'));
  });

  test('when a stranger’s root bears the authority’s name', async () => {
    const impostor = await makeRoot();
    const forged = await certify({ subject: SUBJECT, by: impostor });
    expect(await judged([forged, impostor], byRoot())).toMatchObject(refusedFor('issuer-key-not-the-issuers'));
    expect((await judged([forged, root], byRoot())).because).toEqual(['certificate-chain-broken']);
  });

  test('when one listed issuer’s certificate is used under another’s name (THREATS C3)', async () => {
    const jwt = await issueVcJwt({ key: leaf.key, issuer: 'https://other.example', header: { x5c: [leaf.der] } });
    const trust = await trusting([listedIssuer(byRoot())]);
    expect(await examined(jwt, { trust })).toMatchObject(refusedFor('issuer-key-not-the-issuers'));
  });

  test('when its host name covers an issuer that a list knows by another key', async () => {
    const named = await certify({ subject: SUBJECT, by: root, names: [{ type: 'dns', value: 'norrsjo.example' }] });
    const tenant = `${ISSUER}/tenant`;
    const jwt = await issueVcJwt({ key: named.key, issuer: tenant, header: { x5c: [named.der] } });
    const host = listedIssuer(byRoot());
    const trust = await trusting([host, listedIssuer({ ids: [tenant], keys: [root.key.publicJwk] })]);
    expect(await examined(jwt, { trust })).toMatchObject(refusedFor('issuer-key-not-the-issuers'));
    expect(await examined(jwt, { trust: await trusting([host]) })).toMatchObject({ verdict: 'genuine' });
  });

  test('when an empty alternative name would stand for every DID', async () => {
    const blank = await certify({ subject: SUBJECT, by: root, names: [{ type: 'dns', value: '' }] });
    expect(await judged([blank], byRoot(), 'did:web:other.example')).toMatchObject(
      refusedFor('issuer-key-not-the-issuers'),
    );
  });

  test('when another listed issuer’s authority is merely put beside it', async () => {
    const other = await makeRoot();
    const impostor = await certify({ subject: SUBJECT, by: other });
    const both = await trusting([
      listedIssuer(byRoot()),
      listedIssuer({ ids: ['https://other.example'], certificates: [impostor.der] }),
    ]);
    const x5c = [impostor, root].map(({ der }) => der);
    const jwt = await issueVcJwt({ key: impostor.key, header: { x5c } });
    expect(await examined(jwt, { trust: both })).toMatchObject(refusedFor('issuer-key-not-the-issuers'));
    const nameless = await issueSdJwtVc({ key: impostor.key, header: { x5c }, payload: { iss: undefined } });
    const limited = await trusting([
      listedIssuer(byRoot()),
      listedIssuer({ ids: ['https://other.example'], certificates: [impostor.der], mayIssue: ['other'] }),
    ]);
    expect((await examined(nameless, { trust: limited })).wrong).toEqual(['issuer-not-entitled']);
  });

  test('when the certificate was not valid at issuance', async () => {
    const late = await certify({ subject: SUBJECT, by: root, from: new Date('2026-02-01T00:00:00Z') });
    expect(await judged([late], byRoot())).toMatchObject(refusedFor('certificate-not-valid-then'));
  });

  test('when somebody who is no authority certified', async () => {
    const below = await certify({ subject: SUBJECT, by: leaf });
    expect(await judged([below, leaf], byRoot())).toMatchObject(refusedFor('certificate-chain-broken'));
  });

  test('when the path is longer than the authority allows', async () => {
    const short = await makeRoot(0);
    const between = await certify({ subject: 'CN=Norra CA 2, C=SE', by: short, authority: {} });
    const below = await certify({ subject: SUBJECT, by: between });
    const told = await judged([below, between], { certificates: [short.der], subjects: [SUBJECT] });
    expect(told).toMatchObject(refusedFor('certificate-chain-broken'));
  });

  test('when the certificate is for encryption only', async () => {
    const sealed = await certify({ subject: SUBJECT, by: root, usages: ENCRYPTION_USAGE });
    expect(await judged([sealed], byRoot())).toMatchObject(refusedFor('issuer-key-not-the-issuers'));
  });

  test('when the leaf is not the key that signed', async () => {
    const jwt = await issueVcJwt({ key: root.key, header: { x5c: [leaf.der] } });
    const told = await examined(jwt, { trust: await trusting([listedIssuer(byRoot())]) });
    expect(told).toMatchObject(refusedFor('signature-invalid'));
  });
});

test('x5c that is no certificate is not followed', async () => {
  for (const x5c of [['bm90IGEgY2VydA=='], [], 'text', [1], Array.from({ length: 50 }, () => leaf.der)]) {
    const jwt = await issueVcJwt({ key: leaf.key, header: { x5c } });
    const told = await examined(jwt, { trust: await trusting([listedIssuer(byRoot())]) });
    expect(told.verdict).toBe('cannot-tell');
  }
});
