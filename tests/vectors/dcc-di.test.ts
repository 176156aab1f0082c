// Digital Credentials Consortium: really signed fixtures. Status, dates and registries are judged elsewhere.
import { expect, test } from 'vitest';
import { describeVectors } from './folder.ts';
import { checkedByOthers, checkDocument, told, vectorDocument } from './data-integrity-vector.ts';

describeVectors('DCC fixtures with eddsa-rdfc-2022', () => {
  const rows = checkedByOthers('dcc');

  test('there are 27 of them, and others verified each', () => {
    expect(rows).toHaveLength(27);
    expect(rows.filter(({ checked }) => !checked.includes('eddsa-rdfc-2022: VERIFIED'))).toEqual([]);
  });

  test.each(rows)('$file', async ({ file }) => {
    const check = await checkDocument(vectorDocument(file));
    expect(told(check)).toBe('signature-ok');
    expect(check.notChecked).toEqual([]);
  });

  test.each(rows)('$file with its subject changed is refused', async ({ file }) => {
    const document = vectorDocument(file);
    const check = await checkDocument({ ...document, name: 'Something that was never signed' });
    expect(check.reasons).toEqual(['signature-invalid']);
  });
});
