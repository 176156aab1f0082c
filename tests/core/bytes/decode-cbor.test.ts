// CBOR by the examples of RFC 8949 appendix A, and what is not read.
import { describe, expect, test } from 'vitest';
import { decodeCbor } from '../../../src/lib/core/bytes/decode-cbor.ts';

const bytes = (hex: string): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.from(hex, 'hex'));

describe('examples of RFC 8949', () => {
  test.each<[string, unknown]>([
    ['00', 0],
    ['17', 23],
    ['1818', 24],
    ['1903e8', 1000],
    ['1a000f4240', 1_000_000],
    ['1b000000e8d4a51000', 1_000_000_000_000],
    ['40', bytes('')],
    ['4401020304', bytes('01020304')],
    ['60', ''],
    ['6449455446', 'IETF'],
    ['62c3bc', 'ü'],
    ['80', []],
    ['83010203', [1, 2, 3]],
    ['8301820203820405', [1, [2, 3], [4, 5]]],
    ['a0', new Map()],
    [
      'a201020304',
      new Map([
        [1, 2],
        [3, 4],
      ]),
    ],
    [
      'a26161016162820203',
      new Map<string, unknown>([
        ['a', 1],
        ['b', [2, 3]],
      ]),
    ],
    ['d84044010203ff', bytes('010203ff')],
  ])('%s', (hex, value) => {
    expect(decodeCbor(bytes(hex))).toEqual(value);
  });
});

describe('is not read', () => {
  test.each([
    ['nothing', ''],
    ['more after the value', '0000'],
    ['a number cut short', '19e8'],
    ['a byte string cut short', '440102'],
    ['a list that says it is longer than all there is', '9b00000000ffffffff'],
    ['a text that is not UTF-8', '61ff'],
    ['a negative number', '20'],
    ['a float', 'f90000'],
    ['null', 'f6'],
    ['indefinite lengths', '9fff'],
    ['a number beyond 2^53', '1bffffffffffffffff'],
    ['a map with the same key twice', 'a201020103'],
    ['a map whose key is a list', 'a18001'],
    ['an unknown tag', 'c11a514b67b0'],
    ['lists in lists without end', '81'.repeat(5000)],
  ])('%s', (_, hex) => {
    expect(decodeCbor(bytes(hex))).toBeNull();
  });
});
