// What every collected file is, from its bytes alone. The answers stand in recognition.tsv, one line a file.
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from '../../src/lib/core/parse/parse.ts';
import { recognise } from '../../src/lib/core/recognise/recognise.ts';
import { VECTORS, describeVectors, vectorBytes, vectorText, vectorsPresent } from './folder.ts';

interface Expected {
  readonly file: string;
  /** `kind carrier profile` with the problems parsing saw, or why it cannot be read (`ours:` when it is one of ours). */
  readonly answer: string;
}

const TABLE = readFileSync(resolve(import.meta.dirname, 'recognition.tsv'), 'utf8');
const expected: readonly Expected[] = TABLE.trimEnd()
  .split('\n')
  .map((line) => line.split('\t'))
  .map(([file = '', answer = '']) => ({ file, answer }))
  // `npm run vectors` leaves out what was edited when it was collected.
  .filter(({ file }) => vectorsPresent && existsSync(resolve(VECTORS, file)));

async function answerTo(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const recognition = await recognise(bytes);
  if (recognition.outcome === 'unreadable') return `${recognition.mine ? 'ours: ' : ''}${recognition.why}`;
  const parsing = await parse(recognition.recognised, []);
  if (parsing.outcome === 'unreadable') return `ours: ${parsing.why}`;
  const { kind, carrier, profile, problems } = parsing.credential;
  return [kind, carrier, profile, ...problems].join(' ');
}

describeVectors('every collected credential file', () => {
  test('there are hundreds of them', () => {
    expect(expected.length).toBeGreaterThan(500);
  });

  test.each(expected)('$file', async ({ file, answer }) => {
    expect(await answerTo(vectorBytes(file))).toBe(answer);
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
