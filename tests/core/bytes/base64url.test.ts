import { expect, test } from 'vitest';
import { decodeBase64url, encodeBase64url } from '../../../src/lib/core/bytes/base64url.ts';

const bytes = (...values: number[]): Uint8Array<ArrayBuffer> => Uint8Array.from(values);

test.each([
  ['', []],
  ['Zg', [0x66]],
  ['Zm8', [0x66, 0x6f]],
  ['Zm9v', [0x66, 0x6f, 0x6f]],
  ['Zm9vYmFy', [0x66, 0x6f, 0x6f, 0x62, 0x61, 0x72]],
  ['-_8', [0xfb, 0xff]],
])('RFC 4648 §10: %j is read and written back', (text, values) => {
  expect(decodeBase64url(text)).toEqual(bytes(...values));
  expect(encodeBase64url(bytes(...values))).toBe(text);
});

test('RFC 7515 appendix C: the example with both special characters', () => {
  expect(decodeBase64url('A-z_4ME')).toEqual(bytes(3, 236, 255, 224, 193));
});

test.each([
  ['padding', 'Zg=='],
  ['the other alphabet', '+/8'],
  ['a space', 'Zm 9v'],
  ['a line break', 'Zm9v\n'],
  ['one character too many', 'Zm9vY'],
  ['unused bits that are not zero, two over', 'Zh'],
  ['unused bits that are not zero, four over', 'Zm9'],
  ['a letter beyond ASCII', 'Zm9å'],
])('%s is refused', (_, text) => {
  expect(decodeBase64url(text)).toBeNull();
});

test('every byte survives the round trip', () => {
  const all = Uint8Array.from({ length: 256 }, (_, value) => value);
  for (const cut of [0, 1, 2]) {
    const part = all.subarray(cut);
    expect(decodeBase64url(encodeBase64url(part))).toEqual(part);
  }
});
