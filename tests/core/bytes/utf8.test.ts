import { expect, test } from 'vitest';
import { decodeUtf8, encodeUtf8 } from '../../../src/lib/core/bytes/utf8.ts';

test('text survives the round trip', () => {
  expect(decodeUtf8(encodeUtf8('Högskolan i Åbo – 學 – 🎓'))).toBe('Högskolan i Åbo – 學 – 🎓');
});

test.each([
  ['an overlong slash', [0xc0, 0xaf]],
  ['a surrogate', [0xed, 0xa0, 0x80]],
  ['a sequence that is cut off', [0xe2, 0x82]],
  ['a stray continuation byte', [0x80]],
  ['latin1', [0x48, 0xf6, 0x67]],
  ['beyond Unicode', [0xf4, 0x90, 0x80, 0x80]],
])('%s is not text', (_, values) => {
  expect(decodeUtf8(Uint8Array.from(values))).toBeNull();
});

test('a byte order mark stays in the text: inside a signed part it must be seen', () => {
  expect(decodeUtf8(Uint8Array.of(0xef, 0xbb, 0xbf, 0x7b))).toBe('\uFEFF{');
});
