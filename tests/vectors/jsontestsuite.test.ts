// nst/JSONTestSuite: every file has a decided answer. What the suite leaves to the reader is decided here, in writing.
import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { parseJson } from '../../src/lib/core/bytes/parse-json.ts';
import { decodeUtf8 } from '../../src/lib/core/bytes/utf8.ts';
import { VECTORS, describeVectors, vectorBytes, vectorsPresent } from './folder.ts';

const SUITE = 'negative-json-xml/nst__JSONTestSuite/test_parsing';

/** Valid JSON that is refused all the same: which of two values counts differs between readers of one signed text. */
const REFUSED_THOUGH_VALID: ReadonlyMap<string, string> = new Map([
  ['y_object_duplicated_key.json', 'json-duplicate-key'],
  ['y_object_duplicated_key_and_value.json', 'json-duplicate-key'],
]);

const LONE_SURROGATE = 'malformed-json';
const INFINITE = 'malformed-json';
/** Implementation-defined files: `ok`, or the reason of the refusal. */
const DECIDED: ReadonlyMap<string, string> = new Map([
  // Too small for a double is zero, too long an integer is rounded, as in every ECMAScript reader.
  ['i_number_double_huge_neg_exp.json', 'ok'],
  ['i_number_real_underflow.json', 'ok'],
  ['i_number_too_big_neg_int.json', 'ok'],
  ['i_number_too_big_pos_int.json', 'ok'],
  ['i_number_very_big_negative_int.json', 'ok'],
  // Too large for a double would be infinity, which cannot be written back.
  ['i_number_huge_exp.json', INFINITE],
  ['i_number_neg_int_huge_exp.json', INFINITE],
  ['i_number_pos_double_huge_exp.json', INFINITE],
  ['i_number_real_neg_overflow.json', INFINITE],
  ['i_number_real_pos_overflow.json', INFINITE],
  // Half a character has no UTF-8 form: it could be neither signed nor shown.
  ['i_object_key_lone_2nd_surrogate.json', LONE_SURROGATE],
  ['i_string_1st_surrogate_but_2nd_missing.json', LONE_SURROGATE],
  ['i_string_1st_valid_surrogate_2nd_invalid.json', LONE_SURROGATE],
  ['i_string_incomplete_surrogate_and_escape_valid.json', LONE_SURROGATE],
  ['i_string_incomplete_surrogate_pair.json', LONE_SURROGATE],
  ['i_string_incomplete_surrogates_escape_valid.json', LONE_SURROGATE],
  ['i_string_invalid_lonely_surrogate.json', LONE_SURROGATE],
  ['i_string_invalid_surrogate.json', LONE_SURROGATE],
  ['i_string_inverted_surrogates_U+1D11E.json', LONE_SURROGATE],
  ['i_string_lone_second_surrogate.json', LONE_SURROGATE],
  // JSON between systems is UTF-8 (RFC 8259 §8.1); anything else is not text here.
  ['i_string_UTF-16LE_with_BOM.json', 'not-text'],
  ['i_string_UTF-8_invalid_sequence.json', 'not-text'],
  ['i_string_UTF8_surrogate_U+D800.json', 'not-text'],
  ['i_string_invalid_utf-8.json', 'not-text'],
  ['i_string_iso_latin_1.json', 'not-text'],
  ['i_string_lone_utf8_continuation_byte.json', 'not-text'],
  ['i_string_not_in_unicode_range.json', 'not-text'],
  ['i_string_overlong_sequence_2_bytes.json', 'not-text'],
  ['i_string_overlong_sequence_6_bytes.json', 'not-text'],
  ['i_string_overlong_sequence_6_bytes_null.json', 'not-text'],
  ['i_string_truncated-utf-8.json', 'not-text'],
  ['i_string_utf16BE_no_BOM.json', 'not-text'],
  ['i_string_utf16LE_no_BOM.json', 'not-text'],
  ['i_structure_500_nested_arrays.json', 'json-too-deep'],
  // At the start of a file recognise drops it; inside anything signed it is refused.
  ['i_structure_UTF-8_BOM_empty_object.json', 'malformed-json'],
]);

function answer(file: string): string {
  const text = decodeUtf8(vectorBytes(`${SUITE}/${file}`));
  if (text === null) return 'not-text';
  const parsed = parseJson(text);
  return parsed.ok ? 'ok' : parsed.why;
}

const files = vectorsPresent ? readdirSync(resolve(VECTORS, SUITE)).sort() : [];
const must = (prefix: string): readonly string[] => files.filter((file) => file.startsWith(prefix));

describeVectors('JSONTestSuite', () => {
  test('all 95 files that must be accepted are, except the two with duplicate keys', () => {
    expect(must('y_')).toHaveLength(95);
    for (const file of must('y_')) expect([file, answer(file)]).toEqual([file, REFUSED_THOUGH_VALID.get(file) ?? 'ok']);
  });

  test('what is accepted has the value JSON.parse gives it', () => {
    for (const file of must('y_')) {
      if (REFUSED_THOUGH_VALID.has(file)) continue;
      const text = decodeUtf8(vectorBytes(`${SUITE}/${file}`)) ?? '';
      const parsed = parseJson(text);
      expect([file, parsed.ok && JSON.stringify(parsed.value)]).toEqual([file, JSON.stringify(JSON.parse(text))]);
    }
  });

  test('all 188 files that must be refused are', () => {
    expect(must('n_')).toHaveLength(188);
    for (const file of must('n_')) expect([file, answer(file)]).not.toEqual([file, 'ok']);
  });

  test('all 35 files left to the reader have a decided answer', () => {
    expect(must('i_')).toHaveLength(35);
    expect([...DECIDED.keys()].sort()).toEqual(must('i_'));
    for (const file of must('i_')) expect([file, answer(file)]).toEqual([file, DECIDED.get(file)]);
  });
});
