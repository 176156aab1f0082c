// 1EdTech's Open Badges 3.0 fixtures with eddsa-rdfc-2022, and the canonical forms in its implementation guide.
import { expect, test } from 'vitest';
import { canonicalise } from '../../src/lib/core/verify/data-integrity/canonicalise.ts';
import type { JsonObject } from '../../src/lib/core/model/json.ts';
import { describeVectors, vectorText } from './folder.ts';
import { checkedByOthers, checkDocument, told, vectorDocument } from './data-integrity-vector.ts';

const FOLDER = 'ob3/1EdTech__digital-credentials-public-validator';
const NOT_COVERED = 'claim-not-covered-by-signature signature-not-checked';

/** What we say of each, beside what others computed (`checked` in INDEX.tsv). */
const TABLE: Readonly<Record<string, readonly [others: string, ours: string]>> = {
  'bit-string-list/credential-status-revoked-blank-nodes.json': ['VERIFIED', 'signature-ok'],
  'complete.json': ['VERIFIED', 'signature-ok'],
  'simple-context-alias.json': ['VERIFIED', 'signature-ok'],
  'simple-context-version.json': ['VERIFIED', 'signature-ok'],
  // The issuer is a urn:uuid; a bare did:key signed. Intact, but whose key it is nobody says.
  'simple-did-key-method.json': ['VERIFIED', 'signature-ok issuer-key-self-asserted'],
  'simple-did-web-method.json': ['VERIFIED', 'signature-ok'],
  'simple-err-expired.json': ['VERIFIED', 'signature-ok'],
  'simple-err-issued.json': ['VERIFIED', 'signature-ok'],
  'simple-err-issuer.json': ['VERIFIED', 'signature-ok'],
  'simple.1ob': ['VERIFIED', 'signature-ok'],
  'simple.json': ['VERIFIED', 'signature-ok'],
  // Others report a bad signature. Ours names what comes first: no VCDM context, or a `type` that is in no context, so
  // that the claim was never signed.
  'simple-err-context.json': ['BADSIG', 'context-missing signature-not-checked issuer-key-not-the-issuers'],
  'simple-err-credential-subject-achievement-result-description-type.json': ['BADSIG', NOT_COVERED],
  'simple-err-credential-subject-identifier-type.json': ['BADSIG', NOT_COVERED],
  'simple-err-credential-subject-profile-type.json': ['BADSIG', NOT_COVERED],
  'simple-err-credential-subject-result-type.json': ['BADSIG', NOT_COVERED],
  'simple-err-credential-subject-type.json': ['BADSIG', NOT_COVERED],
  'simple-err-issuer-otheridentifier-type.json': ['BADSIG', NOT_COVERED],
  'simple-err-issuer-parentorg-type.json': ['BADSIG', NOT_COVERED],
  'simple-err-issuer-type.json': ['BADSIG', NOT_COVERED],
  'simple-err-proof-value.json': ['BADSIG', 'signature-invalid'],
  'simple-err-proof-method-unknown-did-method.json': ['nokey', 'did-method-not-supported issuer-key-not-the-issuers'],
  'simple-err-proof-method.json': ['ERR', 'key-not-in-hand'],
};

describeVectors('1EdTech Open Badges 3.0, eddsa-rdfc-2022', () => {
  test('every fixture that others checked stands in the table, with their result', () => {
    const others = checkedByOthers('ob3').map(({ file, checked }) => [
      file.replace(`${FOLDER}/`, ''),
      /eddsa-rdfc-2022: (\w+)/.exec(checked)?.[1],
    ]);
    expect(Object.fromEntries(others)).toEqual(
      Object.fromEntries(Object.entries(TABLE).map(([file, [result]]) => [file, result])),
    );
  });

  test.each(Object.entries(TABLE))('%s', async (file, [, ours]) => {
    expect(told(await checkDocument(vectorDocument(`${FOLDER}/${file}`)))).toBe(ours);
  });
});

describeVectors(
  '1EdTech implementation guide, Open Badges 3.0',
  () => {
    const spec = 'ob3/1EdTech__openbadges-specification/ob_v3p0';
    const guide = `${spec}/impl/test-vectors/obv3p0`;
    // The guide's page shows the specification's basic badge with another issuer; only its canonical form is published.
    const issuer = {
      id: 'https://example.edu/issuers/565049',
      type: ['Profile'],
      name: 'Example Corp',
      url: 'https://www.imsglobal.org',
    };
    const readBadge = (): JsonObject => ({
      ...vectorDocument(`${spec}/examples/basicOpenBadgeCredential.json`),
      issuer,
    });

    test('the proof configuration becomes byte for byte the published canonical form', async () => {
      const config = {
        '@context': readBadge()['@context'] ?? null,
        type: 'DataIntegrityProof',
        created: '2010-01-01T19:23:24Z',
        verificationMethod: `${issuer.id}#z6MkjZRZv3aez3r18pB1RBFJR1kwUVJ5jHt92JmQwXbd5hwi`,
        cryptosuite: 'eddsa-rdfc-2022',
        proofPurpose: 'assertionMethod',
      };
      expect(await canonicalise(config)).toEqual({ ok: true, nquads: vectorText(`${guide}/proof-canon.txt`) });
    });

    test('the document becomes byte for byte the published canonical form', async () => {
      expect(await canonicalise(readBadge())).toEqual({ ok: true, nquads: vectorText(`${guide}/document-canon.txt`) });
    });
  },
  ['ob3/1EdTech__openbadges-specification/ob_v3p0/examples/basicOpenBadgeCredential.json'],
);
