// Token Status List, Appendix C: lists of 2^20 entries with 1, 2, 4 and 8 bits, in JSON form.
import { expect, test } from 'vitest';
import { parseJson } from '../../src/lib/core/bytes/parse-json.ts';
import { isJsonObject, many, stringOrNull } from '../../src/lib/core/model/json.ts';
import { valueFromLowest } from '../../src/lib/core/verify/status/packed-values.ts';
import { unpackTokenList } from '../../src/lib/core/verify/status/unpack-list.ts';
import { describeVectors, hasVectors, vectorText } from './folder.ts';

const FILE = 'status/token-status-list-20-vectors.json';

interface Vector {
  readonly section: string;
  readonly bits: number;
  readonly size: number;
  /** Entries named in the appendix; all others are 0. */
  readonly status: Readonly<Record<string, number>>;
  readonly lst: string;
}
const vectors = hasVectors(FILE) ? readVectors(vectorText(FILE)) : [];

function readVectors(text: string): readonly Vector[] {
  const parsed = parseJson(text);
  const rows = parsed.ok && isJsonObject(parsed.value) ? many(parsed.value['vectors']) : [];
  return rows.filter(isJsonObject).map(({ section, bits, size, status, lst }) => ({
    section: stringOrNull(section) ?? '',
    bits: Number(bits),
    size: Number(size),
    status: Object.fromEntries(
      Object.entries(isJsonObject(status) ? status : {}).map(([at, value]) => [at, Number(value)]),
    ),
    lst: stringOrNull(lst) ?? '',
  }));
}

describeVectors(
  'the vectors of Token Status List',
  () => {
    test('there are four of them', () => {
      expect(vectors.map(({ bits }) => bits)).toEqual([1, 2, 4, 8]);
    });

    test.each(vectors)('$section: $bits bits', ({ bits, size, status, lst }) => {
      const bytes = unpackTokenList(lst) ?? new Uint8Array();
      expect(bytes).toHaveLength((size * bits) / 8);
      const wrong = Array.from({ length: size }, (_, index) => index).filter(
        (index) => valueFromLowest(bytes, bits, index) !== (status[String(index)] ?? 0),
      );
      expect(wrong).toEqual([]);
      expect(valueFromLowest(bytes, bits, size)).toBeNull();
    });
  },
  [FILE],
);
