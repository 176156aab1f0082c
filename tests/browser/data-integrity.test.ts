// The same verdict in the browser as in Node: its own WebCrypto, its own build of jsonld and rdf-canonize.
import { expect, test } from 'vitest';
import { verifyDataIntegrity } from '../../src/lib/core/verify/data-integrity/verify-proof.ts';
import { quadsByJsonld } from '../../src/lib/core/verify/data-integrity/quads-by-jsonld.ts';
import { toQuads } from '../../src/lib/core/verify/data-integrity/json-ld/to-quads.ts';
import { canonicaliseQuads } from '../../src/lib/core/verify/data-integrity/canonicalise.ts';
import type { JsonObject } from '../../src/lib/core/model/json.ts';
import { badge, issueBadge, makeIssuer } from '../builders/issue-data-integrity.ts';

const reasonsOf = async (document: JsonObject, id: string): Promise<readonly string[]> =>
  (await verifyDataIntegrity({ document, issuer: { id, name: [], homepage: null } })).reasons;

test('a badge by @digitalbazaar/vc verifies, and its meddled twins do not', async () => {
  const issuer = await makeIssuer();
  const signed = await issueBadge(issuer);
  expect(await reasonsOf(signed, issuer.did)).toEqual(['signature-ok']);
  expect(await reasonsOf({ ...signed, name: 'Professor' }, issuer.did)).toEqual(['signature-invalid']);
  expect(await reasonsOf({ ...signed, honours: 'yes' }, issuer.did)).toEqual([
    'claim-not-covered-by-signature',
    'signature-not-checked',
  ]);
});

test('both ways through JSON-LD say the same here too', async () => {
  const document = badge('did:example:issuer');
  const slower = await quadsByJsonld(document);
  expect(await canonicaliseQuads(toQuads(document) ?? [])).toEqual(
    slower.ok ? await canonicaliseQuads(slower.quads) : slower,
  );
});
