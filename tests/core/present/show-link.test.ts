import { describe, expect, test } from 'vitest';
import { decodeDigits, encodeDigits } from '../../../src/lib/core/present/digits.ts';
import { readShowFragment, showLink, showLinkText } from '../../../src/lib/core/present/show-link.ts';

const bytes = (...values: number[]): Uint8Array<ArrayBuffer> => Uint8Array.from(values);

describe('digits', () => {
  test.each([
    [[], ''],
    [[0], '000'],
    [[255], '255'],
    [[1, 2], '00258'],
    [[255, 255, 255], '16777215'],
    [[0, 0, 0, 0], '0000000000'],
    [[255, 255, 255, 255, 255], '1099511627775'],
    [[255, 255, 255, 255, 255, 255], '281474976710655'],
    [[255, 255, 255, 255, 255, 255, 255], '72057594037927935'],
    [[0, 0, 0, 0, 0, 0, 1, 7], '00000000000000001007'],
  ])('%j is %s', (values, digits) => {
    expect(encodeDigits(bytes(...values))).toBe(digits);
    expect(decodeDigits(digits)).toEqual(bytes(...values));
  });
  test.each(['1', '12', '1234', '256', '65536', '72057594037927936', '99999999999999999', 'abc', '12 ', '-01', '٣٣٣'])(
    '%j is refused: no byte string is written so',
    (digits) => {
      expect(decodeDigits(digits)).toBeNull();
    },
  );
});

describe('the link', () => {
  const envelope = bytes(17, 0, 1, 2, 3, 4, 5, 6);
  test('a host of its own is written in capitals, alphanumeric; # as a byte; digits in numeric mode', () => {
    expect(showLink('https://meritfolio.example/', envelope)).toEqual([
      { mode: 'alphanumeric', data: 'HTTPS://MERITFOLIO.EXAMPLE/V' },
      { mode: 'byte', data: '#' },
      { mode: 'numeric', data: encodeDigits(envelope) },
    ]);
  });
  test('a port stays', () => {
    expect(showLink('http://localhost:4173', envelope)[0]).toEqual({
      mode: 'alphanumeric',
      data: 'HTTP://LOCALHOST:4173/V',
    });
  });
  test('a base path with small letters keeps them, and goes in byte mode', () => {
    expect(showLink('https://someone.github.io/meritfolio/', envelope)).toEqual([
      { mode: 'byte', data: 'https://someone.github.io/meritfolio/V#' },
      { mode: 'numeric', data: encodeDigits(envelope) },
    ]);
  });
  test('the address in capitals is the same address', () => {
    expect(new URL(showLinkText('https://meritfolio.example/', envelope)).href).toBe(
      `https://meritfolio.example/V#${encodeDigits(envelope)}`,
    );
  });
  test.each([0, 1, 6, 7, 8, 13, 14, 900])('%i bytes come back from the fragment', (length) => {
    const any = Uint8Array.from({ length }, (_, at) => (at * 37) & 255);
    const { hash } = new URL(showLinkText('https://meritfolio.example/', any));
    expect(readShowFragment(hash)).toEqual(length === 0 ? null : any);
  });
  test.each(['', '#', '#x', '#1', '#/route', '%23000', '#000 '])('%j holds nothing of ours', (fragment) => {
    expect(readShowFragment(fragment)).toBeNull();
  });
  test('a fragment longer than any envelope is not read', () => {
    expect(readShowFragment('0'.repeat(17 * 9363 + 17))).toBeNull();
  });
});
