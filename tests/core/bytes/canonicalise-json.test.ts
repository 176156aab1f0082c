import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { canonicaliseJson } from '../../../src/lib/core/bytes/canonicalise-json.ts';
import { parseJson } from '../../../src/lib/core/bytes/parse-json.ts';
import { VECTORS, describeVectors, vectorText } from '../../vectors/folder.ts';

const SUITE = 'jcs/cyberphone__json-canonicalization/testdata';

function canonicalise(text: string): string {
  const parsed = parseJson(text);
  return parsed.ok ? canonicaliseJson(parsed.value) : parsed.why;
}

describeVectors('RFC 8785 test data', () => {
  test.each(readdirSync(resolve(VECTORS, SUITE, 'input')))('%s', (file) => {
    expect(canonicalise(vectorText(`${SUITE}/input/${file}`))).toBe(vectorText(`${SUITE}/output/${file}`).trimEnd());
  });
});

test('spacing and order change nothing, a value does', () => {
  expect(canonicalise('{ "b": [1.0, 2], "a": "å" }')).toBe('{"a":"å","b":[1,2]}');
  expect(canonicalise('{"a":"å","b":[1,2]}')).toBe('{"a":"å","b":[1,2]}');
  expect(canonicalise('{"a":"å","b":[2,1]}')).not.toBe('{"a":"å","b":[1,2]}');
});
