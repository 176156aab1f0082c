// W3C vc-di-eddsa: its own test vectors, each step of every suite against the published intermediate result.
import { describe, expect, test } from 'vitest';
import { isJsonObject, many } from '../../src/lib/core/model/json.ts';
import type { JsonObject, JsonValue } from '../../src/lib/core/model/json.ts';
import { describeVectors, vectorText } from './folder.ts';
import { checkDocument, stepsOf, told, vectorDocument, withProof } from './data-integrity-vector.ts';
import { meddledTwins } from './meddled-twins.ts';

const FOLDER = 'w3c-di-eddsa/w3c__vc-di-eddsa';
/** The same suite's family under the other transformation. */
const SWAPPED: Readonly<Record<string, string>> = {
  'eddsa-rdfc-2022': 'eddsa-jcs-2022',
  'eddsa-jcs-2022': 'eddsa-rdfc-2022',
  Ed25519Signature2020: 'eddsa-jcs-2022',
};
/** Right signatures by the same key over the same document in another suite. */
const FOREIGN_SIGNATURES: Readonly<Record<string, string>> = {
  'eddsa-rdfc-2022': 'z2HnFSSPPBzR36zdDgK8PbEHeXbR56YF24jwMpt3R1eHXQzJDMWS93FCzpvJpwTWd3GAVFuUfjoJdcnTMuVor51aX',
  'eddsa-jcs-2022': 'z57Mm1vboMtZiCyJ4aReZsv8co4Re64Y8GEjL1ZARzMbXZgkARFLqFs1P345NpPGG2hgCrS4nNdvJhpwnrNyG3kEF',
  Ed25519Signature2020: 'z2HnFSSPPBzR36zdDgK8PbEHeXbR56YF24jwMpt3R1eHXQzJDMWS93FCzpvJpwTWd3GAVFuUfjoJdcnTMuVor51aX',
};

/** What we say of each signed document. The issuer there is a web address, the key a bare did:key. */
const TABLE: Readonly<Record<string, string>> = {
  'eddsa-rdfc-2022/signedDataInt.json': 'signature-ok issuer-key-self-asserted',
  // Speaks in https://w3id.org/citizenship/v4rc1, which is not bundled; and one did:key signs for another.
  'eddsa-rdfc-2022/employ/signedDataInt.json': 'context-not-in-hand signature-not-checked issuer-key-not-the-issuers',
  'eddsa-jcs-2022/signedJCS.json': 'signature-ok issuer-key-self-asserted',
  'Ed25519Signature2020/signedEdSig.json': 'signature-ok issuer-key-self-asserted',
  'proof-set-chain/signedProofSet1.json': 'signature-ok issuer-key-self-asserted',
  'proof-set-chain/signedProofSet2.json': 'signature-ok issuer-key-self-asserted',
  'proof-set-chain/signedProofChain1.json': 'signature-ok issuer-key-self-asserted',
  'proof-set-chain/signedProofChain2.json': 'signature-ok issuer-key-self-asserted',
  // A working step: its last proof has no value yet.
  'proof-set-chain/proofChainTempDoc2.json': 'proof-malformed issuer-key-self-asserted',
};

describeVectors('W3C vc-di-eddsa', () => {
  test.each(Object.entries(TABLE))('%s: %s', async (file, ours) => {
    expect(told(await checkDocument(vectorDocument(`${FOLDER}/${file}`)))).toBe(ours);
  });

  describe.each([
    ['eddsa-rdfc-2022', 'signedDataInt.json', 'DataInt'],
    ['eddsa-jcs-2022', 'signedJCS.json', 'JCS'],
    ['Ed25519Signature2020', 'signedEdSig.json', 'EdSig'],
  ])('%s', (suite, file, ending) => {
    const folder = `${FOLDER}/${suite}`;
    const published = (part: string): string => vectorText(`${folder}/${part}${ending}.txt`);
    const signed = (): JsonObject => vectorDocument(`${folder}/${file}`);

    test('step by step: the published texts and hashes', async () => {
      expect(await stepsOf(signed())).toEqual({
        document: published('canonDoc'),
        config: published('proofCanon'),
        documentHash: published('docHash'),
        proofHash: published('proofHash'),
        signature: published('sigHex'),
      });
    });

    const twins = meddledTwins({
      foreignSignature: FOREIGN_SIGNATURES[suite] ?? '',
      otherTransformation: SWAPPED[suite] ?? '',
      foreignKey: 'did:key:z6MkjZRZv3aez3r18pB1RBFJR1kwUVJ5jHt92JmQwXbd5hwi',
      otherCurve: 'did:key:zDnaepBuvsQ8cpsWrVKw8fbpGpvPeNSjVPTWoq6cRqaYzBKVP',
    });
    test.each(twins)('meddled with, it is refused: %s', async (_, make, reason) => {
      expect((await checkDocument(make(signed()))).reasons).toEqual([reason]);
    });
  });

  test('a cryptosuite named as a type, or a type as a cryptosuite, is nobody’s', async () => {
    const signed = vectorDocument(`${FOLDER}/eddsa-jcs-2022/signedJCS.json`);
    const asType = withProof(signed, { type: 'eddsa-jcs-2022' });
    const asSuite = withProof(signed, { cryptosuite: 'Ed25519Signature2020' });
    for (const twin of [asType, asSuite]) expect((await checkDocument(twin)).reasons).toEqual(['suite-not-supported']);
  });

  describe('eddsa-jcs-2022 and contexts', () => {
    const signed = (): JsonObject => vectorDocument(`${FOLDER}/eddsa-jcs-2022/signedJCS.json`);
    const contexts = (): readonly JsonValue[] => many(signed()['@context']);

    test('a context put behind those that were signed is nobody’s word: cannot be told', async () => {
      const more = { ...signed(), '@context': [...contexts(), 'https://w3id.org/security/data-integrity/v2'] };
      expect((await checkDocument(more)).reasons).toEqual(['context-not-in-hand', 'signature-ok']);
    });

    test('one context fewer than was signed is refused', async () => {
      const fewer = { ...signed(), '@context': contexts().slice(0, 1) };
      expect((await checkDocument(fewer)).reasons).toEqual(['signature-invalid']);
    });

    test('an unknown context among them is not fetched: the signature is judged, the words are not', async () => {
      const check = await checkDocument({ ...signed(), '@context': [...contexts(), 'https://evil.example/context'] });
      expect(check.reasons).toEqual(['context-not-in-hand', 'signature-ok']);
    });
  });

  test('a proof set with one of its proofs replaced by the other is refused', async () => {
    const document = vectorDocument(`${FOLDER}/proof-set-chain/signedProofSet2.json`);
    const [one, two] = many(document['proof']).filter(isJsonObject);
    const swapped = { ...document, proof: [one ?? {}, { ...two, proofValue: one?.['proofValue'] ?? null }] };
    expect((await checkDocument(swapped)).reasons).toEqual(['signature-invalid']);
  });

  test('a proof chain whose named proof is gone is refused', async () => {
    const document = vectorDocument(`${FOLDER}/proof-set-chain/signedProofChain2.json`);
    const [last = null] = many(document['proof']).slice(-1);
    const check = await checkDocument({ ...document, proof: [last] });
    expect(check.reasons).toEqual(['proof-malformed']);
  });
});
