// Lists in other formats than ours: DCC issuer registries, JWK Sets, certificates in PEM.
import { beforeAll, describe, expect, test } from 'vitest';
import { encodeUtf8 } from '../../../src/lib/core/bytes/utf8.ts';
import { epochSeconds } from '../../../src/lib/core/model/brand.ts';
import type { TrustList, TrustMaterial } from '../../../src/lib/core/model/trust.ts';
import { NO_TRUST } from '../../../src/lib/core/model/trust.ts';
import { isStale, mayReplace } from '../../../src/lib/core/trust/list-age.ts';
import { parseTrustList } from '../../../src/lib/core/trust/parse-trust-list.ts';
import type { ImportedAs, TrustListParsing } from '../../../src/lib/core/trust/parse-trust-list.ts';
import { examined, NOW } from '../../builders/examined.ts';
import { badge, issueBadge, makeIssuer } from '../../builders/issue-data-integrity.ts';
import { makeKey } from '../../builders/signing-key.ts';
import type { SigningKey } from '../../builders/signing-key.ts';
import { issueVcJwt, ISSUER } from '../../builders/vc-jwt.ts';
import { describeVectors, vectorBytes } from '../../vectors/folder.ts';

const ABOUT: ImportedAs = { name: 'Norrsjö', issuerId: ISSUER, importedAt: NOW };
const REGISTRY: ImportedAs = { name: 'Registry', issuerId: null, importedAt: NOW };
let key: SigningKey;
beforeAll(async () => {
  key = await makeKey('ES256', 'k1');
});

const parse = (text: string, about: ImportedAs | null): Promise<TrustListParsing> =>
  parseTrustList(encodeUtf8(text), 'imported', about);
async function read(text: string, about: ImportedAs): Promise<TrustList> {
  const parsed = await parse(text, about);
  if (!parsed.ok) throw new Error(parsed.why);
  return parsed.list;
}
const trustOf = (list: TrustList): TrustMaterial => ({ ...NO_TRUST, lists: [list] });
const unfamiliar = { ok: false, why: 'trust-list-unfamiliar' };

describe('a DCC issuer registry', () => {
  const registry = (entries: object, meta: object = { updated: '2026-11-20T08:00:00+00:00' }): string =>
    JSON.stringify({ meta, registry: entries });

  test('makes a listed did:key issuer genuine, and nobody else', async () => {
    const [issuer, other] = await Promise.all([makeIssuer(1), makeIssuer(2)]);
    const list = await read(registry({ [issuer.did]: { name: 'Norrsjö', location: 'SE', url: ISSUER } }), REGISTRY);
    expect(list).toMatchObject({ format: 'dcc-registry', name: 'Registry', signedBy: null });
    const [own, foreign] = await Promise.all([issueBadge(issuer), issueBadge(other)]);
    expect((await examined(JSON.stringify(own), { trust: trustOf(list) })).verdict).toBe('genuine');
    expect((await examined(JSON.stringify(foreign), { trust: trustOf(list) })).verdict).toBe('cannot-tell');
    const impostor = await issueBadge(other, badge(issuer.did));
    expect((await examined(JSON.stringify(impostor), { trust: trustOf(list) })).verdict).toBe('refused');
  });

  test('is as old as it says, else as its creation, else as its import; a date that is none refuses it', async () => {
    const issued = async (meta: object): Promise<number> => (await read(registry({}, meta), REGISTRY)).issued;
    expect(await issued({ created: '2020-12-02T02:32:16+0000', updated: '2025-10-31T07:11:34+00:00' })).toBe(
      Date.UTC(2025, 9, 31, 7, 11, 34) / 1000,
    );
    expect(await issued({ created: '2020-12-02T02:32:16+0000' })).toBe(Date.UTC(2020, 11, 2, 2, 32, 16) / 1000);
    expect(await issued({})).toBe(NOW);
    expect(await parse(registry({}, { updated: 'yesterday' }), REGISTRY)).toEqual(unfamiliar);
  });

  test('goes stale, and may not be rolled back', async () => {
    const [old, newer] = await Promise.all([
      read(registry({}, { updated: '2026-10-01T00:00:00Z' }), REGISTRY),
      read(registry({}), REGISTRY),
    ]);
    expect([isStale(old, NOW), isStale(newer, NOW)]).toEqual([true, false]);
    expect([mayReplace(old, newer), mayReplace(newer, old)]).toEqual([true, false]);
  });

  test('as rows of the federation', async () => {
    const row = (id: string): object => ({
      PutRequest: { Item: { sub_name: { S: id }, organization_name: { S: 'OneUni' }, homepage_uri: { S: ISSUER } } },
    });
    const rows = (...ids: string[]): string => JSON.stringify({ 'dcc-oidf-t-db-issuers': ids.map(row) });
    const list = await read(rows('did:web:oneuni.example', 'did:key:z6Mk'), REGISTRY);
    expect(list.issuers.map(({ ids }) => ids[0])).toEqual(['did:web:oneuni.example', 'did:key:z6Mk']);
    expect(await parse(rows('oneuni'), REGISTRY)).toEqual(unfamiliar);
  });

  test('says nothing of a DID that it gives to two issuers, and may repeat nothing else', async () => {
    const [one, two] = ['did:key:z6MkOne', 'did:key:z6MkTwo'].map((id) => `"${id}":{"name":"A"}`);
    const list = await read(`{"registry":{${String(one)},${String(two)},${String(one)}}}`, REGISTRY);
    expect(list.issuers.map(({ ids }) => ids)).toEqual([['did:key:z6MkTwo']]);
    const twice = '{"keys":[],"keys":[]}';
    expect(await parse(twice, ABOUT)).toEqual({ ok: false, why: 'trust-list-not-json' });
  });

  test('with an entry that is no issuer is refused whole', async () => {
    for (const entries of [{ 'did:key:z6Mk': 'Norrsjö' }, { 'did:key:z6Mk': {} }, { norrsjo: { name: 'x' } }]) {
      expect(await parse(registry(entries), REGISTRY)).toEqual(unfamiliar);
    }
  });
});

describe('a JWK Set', () => {
  const set = (...keys: object[]): string => JSON.stringify({ keys });

  test('is the keys of the issuer its importer names', async () => {
    const list = await read(set({ ...key.publicJwk }), ABOUT);
    expect(list).toMatchObject({ format: 'jwks', name: 'Norrsjö', issued: NOW, issuers: [{ ids: [ISSUER] }] });
    expect((await examined(await issueVcJwt({ key }), { trust: trustOf(list) })).verdict).toBe('genuine');
    const stranger = await makeKey('ES256', 'k2');
    expect((await examined(await issueVcJwt({ key: stranger }), { trust: trustOf(list) })).verdict).not.toBe('genuine');
  });

  test('with a private or a symmetric key, or without any that signs, is refused whole', async () => {
    const own = { ...key.publicJwk };
    for (const bad of [
      { ...own, d: 'x' },
      { kty: 'oct', k: 'x' },
      { kty: 'RSA', n: 'a', e: 'b', dp: 'c' },
      {},
      'key',
    ]) {
      expect(await parse(JSON.stringify({ keys: [own, bad] }), ABOUT)).toEqual(unfamiliar);
    }
    expect(await parse(set({ ...own, use: 'enc' }), ABOUT)).toEqual(unfamiliar);
    expect(await parse(set(), ABOUT)).toEqual(unfamiliar);
  });
});

describe('certificates in PEM', () => {
  const block = (body: string, label = 'CERTIFICATE'): string =>
    `-----BEGIN ${label}-----\n${body}\n-----END ${label}-----\n`;

  test('are those of the issuer its importer names; an authority vouches for that name alone', async () => {
    const list = await read(`# chain\n${block('MIIB\nAAAA')}${block('MIICBBBB')}`, ABOUT);
    expect(list.format).toBe('pem');
    expect(list.issuers).toMatchObject([
      { ids: [ISSUER], certificates: ['MIIBAAAA', 'MIICBBBB'], subjects: [ISSUER, 'norrsjo.example'] },
    ]);
  });

  test('beside anything else, or cut off, refuse the file', async () => {
    const good = block('MIIBAAAA');
    for (const bad of [
      block('MIIBAAAA', 'PRIVATE KEY'),
      block('MIIBAAAA', 'RSA PRIVATE KEY'),
      block('!', 'CERTIFICATE'),
      block('AAAA'),
      '-----BEGIN CERTIFICATE-----\nMIIB',
    ]) {
      expect(await parse(good + bad, ABOUT)).toEqual(unfamiliar);
    }
  });
});

describe('what the importer has to say', () => {
  test.each([
    ['{"keys":[]}', { format: 'jwks', issuer: true }],
    ['-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----', { format: 'pem', issuer: true }],
    ['{"registry":{}}', { format: 'dcc-registry', issuer: false }],
  ])('%s needs a name', async (text, needs) => {
    const asked = { ok: false, why: 'needs-name', ...needs };
    expect(await parse(text, null)).toEqual(asked);
    expect(await parse(text, { ...ABOUT, name: ' ' })).toEqual(asked);
    const withoutIssuer = await parse(text, { ...ABOUT, issuerId: null });
    expect('why' in withoutIssuer && withoutIssuer.why === 'needs-name').toBe(needs.issuer);
  });
});

describeVectors('the DCC’s own registries', () => {
  test.each([
    ['dcc/digitalcredentials__issuer-registry/registry.json', 20, '2025-03-01'],
    ['dcc/digitalcredentials__issuer-registry/registry-rc.json', 1, '2020-12-02'],
    ['dcc/digitalcredentials__sandbox-registry/registry.json', 39, '2026-03-25'],
    ['dcc/digitalcredentials__community-registry/registry.json', 27, '2025-10-31'],
    ['dcc/digitalcredentials__dcc-members-oidf/testdata.json', 5, '2026-11-21'],
  ])('%s', async (file, issuers, day) => {
    const parsed = await parseTrustList(vectorBytes(file), 'imported', REGISTRY);
    const list = parsed.ok ? parsed.list : null;
    expect(list?.issuers).toHaveLength(issuers);
    expect(new Date(Number(list?.issued ?? epochSeconds(0)) * 1000).toISOString().slice(0, 10)).toBe(day);
  });
});
