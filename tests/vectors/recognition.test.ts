// What every collected file is, from its bytes alone. The answers stand in recognition.tsv, one line a file.
import { expect, test } from 'vitest';
import { describeVectors, vectorBytes, vectorText } from './folder.ts';
import { expectedRecognitions, recognitionOf } from './golden.ts';

const expected = expectedRecognitions();

describeVectors('every collected credential file', () => {
  test('there are hundreds of them', () => {
    expect(expected.length).toBeGreaterThan(500);
  });

  test.each(expected)('$file', async ({ file, answer }) => {
    expect(await recognitionOf(vectorBytes(file))).toBe(answer);
  });

  test('JSON with the type VerifiableCredential is read, or named as something else', () => {
    const other = /presentation-envelope|status-list|europass-credential|^vc-di /;
    for (const { file, answer } of expected) {
      if (!file.endsWith('.json')) continue;
      const types = typesOf(vectorText(file));
      if (types.includes('VerifiableCredential')) expect([file, answer]).toEqual([file, expect.stringMatching(other)]);
    }
  });
});

/** By JSON.parse: independent of the code under test. */
function typesOf(text: string): readonly unknown[] {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null || !('type' in value)) return [];
    return Array.isArray(value.type) ? value.type : [value.type];
  } catch {
    return [];
  }
}
