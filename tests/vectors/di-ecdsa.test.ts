// W3C vc-di-ecdsa: its own test vectors for ecdsa-rdfc-2019 and ecdsa-jcs-2019, each step against the published one.
import { describe, expect, test } from 'vitest';
import { describeVectors, vectorText } from './folder.ts';
import { checkDocument, stepsOf, told, vectorDocument, withProof } from './data-integrity-vector.ts';
import { meddledTwins } from './meddled-twins.ts';

const FOLDER = 'w3c-di-ecdsa/w3c__vc-di-ecdsa';
const P256 = 'did:key:zDnaepBuvsQ8cpsWrVKw8fbpGpvPeNSjVPTWoq6cRqaYzBKVP';
const P256_OTHER = 'did:key:zDnaeTHfhmSaQKBc7CmdL3K7oYg3D6SC7yowe2eBeVd2DH32r';
const P384_OTHER = 'did:key:z82LkvCwHNreneWpsgPEbV3gu1C6NFJEBg4srfJ5gdxEsMGRJUz2sG9FE42shbn2xkZJh54';
const ED25519 = 'did:key:z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2';

const SUITES = [
  ['ecdsa-rdfc-2019-p256', 'ECDSAP256', P256_OTHER, P384_OTHER],
  ['ecdsa-rdfc-2019-p384', 'ECDSAP384', P384_OTHER, P256],
  ['ecdsa-jcs-2019-p256', 'JCSECDSAP256', P256_OTHER, P384_OTHER],
  ['ecdsa-jcs-2019-p384', 'JCSECDSAP384', P384_OTHER, P256],
] as const;

describeVectors('W3C vc-di-ecdsa', () => {
  describe.each(SUITES)('%s', (suite, ending, foreignKey, otherCurve) => {
    const folder = `${FOLDER}/${suite}`;
    const published = (part: string): string => vectorText(`${folder}/${part}${ending}.txt`);
    const signed = vectorDocument(`${folder}/signed${ending}.json`);

    test('is what was signed; the issuer there is a web address, the key a bare did:key', async () => {
      expect(told(await checkDocument(signed))).toBe('signature-ok issuer-key-self-asserted');
    });

    test('step by step: the published texts and hashes', async () => {
      expect(await stepsOf(signed)).toEqual({
        document: published('canonDoc'),
        config: published('proofCanon'),
        documentHash: published('docHash'),
        proofHash: published('proofHash'),
        signature: published('sigHex'),
      });
    });

    const sister = SUITES.find(([name]) => name !== suite && name.slice(-4) === suite.slice(-4));
    const twins = meddledTwins({
      foreignSignature: vectorText(`${FOLDER}/${sister?.[0] ?? ''}/sigBTC58${sister?.[1] ?? ''}.txt`).trim(),
      otherTransformation: suite.startsWith('ecdsa-jcs') ? 'ecdsa-rdfc-2019' : 'ecdsa-jcs-2019',
      foreignKey,
      otherCurve,
      // The suite knows both curves; the hash and the length of the signature are the other's.
      otherCurveReason: 'signature-invalid',
    });
    test.each(twins)('meddled with, it is refused: %s', async (_, make, reason) => {
      expect((await checkDocument(make(signed))).reasons).toEqual([reason]);
    });

    test('an Ed25519 key is of no use for it', async () => {
      const check = await checkDocument(withProof(signed, { verificationMethod: ED25519 }));
      expect(check.reasons).toEqual(['algorithm-key-mismatch']);
    });
  });

  test.each(['p256', 'p384'])('the employment document for %s speaks in a context not in hand', async (curve) => {
    const file = `${FOLDER}/ecdsa-rdfc-2019-${curve}/employ/signedECDSA${curve.toUpperCase()}.json`;
    expect((await checkDocument(vectorDocument(file))).reasons).toEqual([
      'context-not-in-hand',
      'signature-not-checked',
    ]);
  });
});
