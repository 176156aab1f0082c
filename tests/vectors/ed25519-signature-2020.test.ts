// Every collected credential with Ed25519Signature2020, beside what others made of it; each with a changed twin.
import { expect, test } from 'vitest';
import { describeVectors } from './folder.ts';
import { checkedByOthers, checkDocument, vectorDocument } from './data-integrity-vector.ts';

/** Where we do not simply say what others say. */
const OTHERWISE: Readonly<Record<string, string>> = {
  // Speaks in a draft context, which others have not either.
  'clr2/1EdTech__digital-credentials-public-validator/simple_old_safesigned.json':
    'context-not-in-hand signature-not-checked',
  // Others miss the key; before that, `1EdTechJsonSchemaValidator2019` is a type in none of its contexts.
  'ob3/1EdTech__digital-credentials-public-validator/complete_v1.json':
    'claim-not-covered-by-signature signature-not-checked',
};

describeVectors('Ed25519Signature2020', () => {
  const rows = ['dcc', 'ob3', 'clr2'].flatMap((format) => checkedByOthers(format, 'Ed25519Signature2020'));
  const verified = rows.filter(({ checked }) => checked.includes('Ed25519Signature2020: VERIFIED'));

  test('there are many, and others verified most', () => {
    expect([rows.length, verified.length]).toEqual([38, 34]);
  });

  test.each(rows)('$file: $checked', async ({ file, checked }) => {
    const { reasons } = await checkDocument(vectorDocument(file));
    const others = checked.includes('BADSIG') ? 'signature-invalid' : 'signature-ok';
    expect(reasons.join(' ')).toBe(OTHERWISE[file] ?? others);
  });

  test.each(verified)('$file with another start is refused', async ({ file }) => {
    const document = vectorDocument(file);
    const date = 'issuanceDate' in document ? 'issuanceDate' : 'validFrom';
    const check = await checkDocument({ ...document, [date]: '2031-01-01T00:00:00Z' });
    expect(check.reasons).toEqual(['signature-invalid']);
  });
});
