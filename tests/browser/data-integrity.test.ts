// The same verdict in the browser as in Node: its own WebCrypto, its own build of jsonld and rdf-canonize.
import { expect, test } from 'vitest';
import { verifyDataIntegrity } from '../../src/lib/core/verify/data-integrity/verify-proof.ts';
import { quadsByJsonld } from '../../src/lib/core/verify/data-integrity/quads-by-jsonld.ts';
import { toQuads } from '../../src/lib/core/verify/data-integrity/json-ld/to-quads.ts';
import { canonicaliseQuads } from '../../src/lib/core/verify/data-integrity/canonicalise.ts';
import type { JsonObject } from '../../src/lib/core/model/json.ts';
import { deriveCredential } from '../../src/lib/core/present/derive-credential.ts';
import { isJsonObject, many, stringOrNull } from '../../src/lib/core/model/json.ts';
import { badge, issueBadge, makeIssuer } from '../builders/issue-data-integrity.ts';
import { issueIn, LIBRARY_SUITES } from '../builders/issue-suites.ts';
import { jsonOf, objectOf } from '../builders/json.ts';
import { parsedDocument } from '../builders/parsed.ts';

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

const issuerOf = ({ issuer }: JsonObject): string =>
  isJsonObject(issuer) ? (stringOrNull(issuer['id']) ?? '') : (stringOrNull(issuer) ?? '');

test.each(LIBRARY_SUITES)(
  '%s, issued here by other people’s libraries, verifies and cannot be changed',
  async (suite) => {
    const signed = await issueIn(suite);
    expect(await reasonsOf(signed, issuerOf(signed))).toEqual(['signature-ok']);
    expect(await reasonsOf({ ...signed, name: 'Professor' }, issuerOf(signed))).toEqual(['signature-invalid']);
  },
);

test.each(['ecdsa-sd-2023', 'bbs-2023'] as const)('%s: a part of it is derived here, and verifies', async (suite) => {
  const signed = await issueIn(suite);
  const text = (await deriveCredential(await parsedDocument(signed), ['/name'])) ?? 'null';
  const derived = await parsedDocument(objectOf(jsonOf(text)));
  expect(derived.selective?.mode).toBe('derived');
  expect(text).not.toContain('student@example.org');
  expect(await reasonsOf(derived.document, issuerOf(signed))).toEqual(['signature-ok']);
  expect(await reasonsOf({ ...derived.document, name: 'Professor' }, issuerOf(signed))).toEqual(['signature-invalid']);
});

test('eddsa-jcs-2022: the W3C’s own credential verifies, and changed it does not', async () => {
  const did = 'did:key:z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2';
  const contexts = ['https://www.w3.org/ns/credentials/v2', 'https://www.w3.org/ns/credentials/examples/v2'];
  const signed: JsonObject = {
    '@context': contexts,
    id: 'urn:uuid:58172aac-d8ba-11ed-83dd-0b3aef56cc33',
    type: ['VerifiableCredential', 'AlumniCredential'],
    name: 'Alumni Credential',
    description: 'A minimum viable example of an Alumni Credential.',
    issuer: 'https://vc.example/issuers/5678',
    validFrom: '2023-01-01T00:00:00Z',
    credentialSubject: { id: 'did:example:abcdefgh', alumniOf: 'The School of Examples' },
    proof: {
      type: 'DataIntegrityProof',
      cryptosuite: 'eddsa-jcs-2022',
      created: '2023-02-24T23:36:38Z',
      verificationMethod: `${did}#${did.slice('did:key:'.length)}`,
      proofPurpose: 'assertionMethod',
      '@context': contexts,
      proofValue: 'z2HnFSSPPBzR36zdDgK8PbEHeXbR56YF24jwMpt3R1eHXQzJDMWS93FCzpvJpwTWd3GAVFuUfjoJdcnTMuVor51aX',
    },
  };
  expect(many(signed['proof'])).toHaveLength(1);
  expect(await reasonsOf(signed, 'https://vc.example/issuers/5678')).toEqual(['signature-ok']);
  expect(await reasonsOf({ ...signed, name: 'Professor' }, 'https://vc.example/issuers/5678')).toEqual([
    'signature-invalid',
  ]);
});
