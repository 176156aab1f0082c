// A law of imported lists in every format: whatever the file and whatever its importer says of it, nothing is thrown,
// and what is read has issuers with names and without private keys.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { encodeUtf8 } from '../../src/lib/core/bytes/utf8.ts';
import { epochSeconds } from '../../src/lib/core/model/brand.ts';
import { parseTrustList } from '../../src/lib/core/trust/parse-trust-list.ts';
import { describeVectors, vectorBytes } from '../vectors/folder.ts';
import { mutate, mutation } from './mutation.ts';

const FILES = [
  'dcc/digitalcredentials__issuer-registry/registry.json',
  'dcc/digitalcredentials__community-registry/registry.json',
  'dcc/digitalcredentials__dcc-members-oidf/testdata.json',
];
const KEY = {
  kty: 'EC',
  crv: 'P-256',
  x: 'f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU',
  y: 'x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0',
};
const PEM = '-----BEGIN CERTIFICATE-----\nMIIBAAAA\n-----END CERTIFICATE-----\n';

describeVectors('lists in other formats, mutated', () => {
  const about = fc.record({
    name: fc.string(),
    issuerId: fc.option(fc.oneof(fc.webUrl(), fc.string()), { nil: null }),
    importedAt: fc.integer({ min: 0, max: 2 ** 33 }).map(epochSeconds),
  });

  test('are read or refused', async () => {
    const own = [JSON.stringify({ keys: [KEY, KEY] }), PEM + PEM].map(encodeUtf8);
    const originals = [...own, ...FILES.map(vectorBytes)];
    const changes = fc.array(mutation, { maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...originals), changes, about, async (bytes, how, says) => {
        const parsed = await parseTrustList(how.reduce(mutate, bytes), 'imported', says);
        const issuers = parsed.ok ? parsed.list.issuers : [];
        expect(issuers.every(({ name, ids }) => name.length > 0 && ids.length > 0)).toBe(true);
        expect(issuers.flatMap(({ keys }) => keys).some((key) => 'd' in key || key.kty === 'oct')).toBe(false);
      }),
    );
  });
});
