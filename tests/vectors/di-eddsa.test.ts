// W3C vc-di-eddsa: its own test vectors, each step of eddsa-rdfc-2022 against the published intermediate result.
import { describe, expect, test } from 'vitest';
import { digest } from '../../src/lib/core/bytes/digest.ts';
import { encodeUtf8 } from '../../src/lib/core/bytes/utf8.ts';
import { isJsonObject, many } from '../../src/lib/core/model/json.ts';
import { canonicalise } from '../../src/lib/core/verify/data-integrity/canonicalise.ts';
import { describeVectors, vectorText } from './folder.ts';
import { checkDocument, told, vectorDocument } from './data-integrity-vector.ts';

const FOLDER = 'w3c-di-eddsa/w3c__vc-di-eddsa';
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

async function hashOf(nquads: string): Promise<string> {
  return hex(await digest('SHA-256', encodeUtf8(nquads)));
}

/** What we say of each signed document. The issuer there is a web address, the key a bare did:key. */
const TABLE: Readonly<Record<string, string>> = {
  'eddsa-rdfc-2022/signedDataInt.json': 'signature-ok issuer-key-self-asserted',
  // Speaks in https://w3id.org/citizenship/v4rc1, which is not bundled; and one did:key signs for another.
  'eddsa-rdfc-2022/employ/signedDataInt.json': 'context-not-in-hand signature-not-checked issuer-key-not-the-issuers',
  'eddsa-jcs-2022/signedJCS.json': 'suite-not-supported',
  'Ed25519Signature2020/signedEdSig.json': 'suite-not-supported',
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

  describe('eddsa-rdfc-2022, step by step', () => {
    const suite = `${FOLDER}/eddsa-rdfc-2022`;

    test('canonical document and its hash', async () => {
      const canonical = await canonicalise(vectorDocument(`${FOLDER}/unsigned.json`));
      expect(canonical).toEqual({ ok: true, nquads: vectorText(`${suite}/canonDocDataInt.txt`) });
      expect(await hashOf(vectorText(`${suite}/canonDocDataInt.txt`))).toBe(vectorText(`${suite}/docHashDataInt.txt`));
    });

    test('canonical proof configuration and its hash', async () => {
      const canonical = await canonicalise(vectorDocument(`${suite}/proofConfigDataInt.json`));
      expect(canonical).toEqual({ ok: true, nquads: vectorText(`${suite}/proofCanonDataInt.txt`) });
      expect(await hashOf(vectorText(`${suite}/proofCanonDataInt.txt`))).toBe(
        vectorText(`${suite}/proofHashDataInt.txt`),
      );
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
