// 1EdTech's Comprehensive Learner Record 2.0 fixtures, and the canonical forms in its implementation guide.
import { expect, test } from 'vitest';
import { canonicalise } from '../../src/lib/core/verify/data-integrity/canonicalise.ts';
import { describeVectors, vectorText } from './folder.ts';
import { checkedByOthers, checkDocument, readDocument, told, vectorDocument } from './data-integrity-vector.ts';

const FOLDER = 'clr2/1EdTech__digital-credentials-public-validator';
const GUIDE = 'ob3/1EdTech__openbadges-specification/ob_v3p0/impl';

describeVectors('1EdTech CLR 2.0', () => {
  test('simple.json, with a signed badge inside, is what was signed', async () => {
    expect(checkedByOthers('clr2')).toEqual([{ file: `${FOLDER}/simple.json`, checked: 'eddsa-rdfc-2022: VERIFIED' }]);
    expect(told(await checkDocument(vectorDocument(`${FOLDER}/simple.json`)))).toBe('signature-ok');
  });

  test.each([
    // Ed25519Signature2020, and a bare did:key beside a web address as issuer.
    ['complex.json', 'signature-ok issuer-key-self-asserted'],
    // Speaks in a draft context, which others have not either.
    ['simple_old_safesigned.json', 'context-not-in-hand signature-not-checked'],
    ['simple-noproof.json', 'unsigned'],
  ])('%s: %s', async (file, reason) => {
    expect(told(await checkDocument(vectorDocument(`${FOLDER}/${file}`)))).toBe(reason);
  });

  test('complex.json with a signed badge inside changed is refused', async () => {
    const text = vectorText(`${FOLDER}/complex.json`);
    const changed = readDocument(text.replace('"name" : "', '"name" : "Not '));
    expect((await checkDocument(changed)).reasons).toEqual(['signature-invalid']);
  });
});

describeVectors(
  '1EdTech implementation guide, CLR 2.0',
  () => {
    test('the transcript becomes byte for byte the published canonical form', async () => {
      const canonical = await canonicalise(vectorDocument(`${GUIDE}/linked-data-proof-clr.json`));
      expect(canonical).toEqual({ ok: true, nquads: vectorText(`${GUIDE}/test-vectors/clrv2p0/document-canon.txt`) });
    });

    test('the signed transcript is what was signed', async () => {
      expect(told(await checkDocument(vectorDocument(`${GUIDE}/linked-data-proof-clr-4.json`)))).toBe('signature-ok');
    });

    test('the proof configuration becomes byte for byte the published canonical form', async () => {
      const { proofValue, ...config } = vectorDocument(`${GUIDE}/linked-data-proof-clr-3.json`);
      const document = vectorDocument(`${GUIDE}/linked-data-proof-clr.json`);
      expect(proofValue).toMatch(/^z/);
      const canonical = await canonicalise({ ...config, '@context': document['@context'] ?? null });
      expect(canonical).toEqual({ ok: true, nquads: vectorText(`${GUIDE}/test-vectors/clrv2p0/proof-canon.txt`) });
    });
  },
  ['', '-3', '-4'].map((part) => `${GUIDE}/linked-data-proof-clr${part}.json`),
);
