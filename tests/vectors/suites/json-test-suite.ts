// nst/JSONTestSuite: every file has a decided answer. What the suite leaves to the reader is decided here, in writing.
import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseJson } from '../../../src/lib/core/bytes/parse-json.ts';
import { decodeUtf8 } from '../../../src/lib/core/bytes/utf8.ts';
import { VECTORS, vectorBytes, vectorsPresent } from '../folder.ts';
import type { Case, Suite } from './suite.ts';

export const FOLDER = 'negative-json-xml/nst__JSONTestSuite/test_parsing';

const DUPLICATE = 'valid JSON, but which of two values counts differs between readers of one signed text';
/** Valid JSON that is refused all the same. */
export const REFUSED_THOUGH_VALID: ReadonlyMap<string, string> = new Map([
  ['y_object_duplicated_key.json', 'json-duplicate-key'],
  ['y_object_duplicated_key_and_value.json', 'json-duplicate-key'],
]);

const LONE_SURROGATE = 'malformed-json';
const INFINITE = 'malformed-json';
/** Implementation-defined files: `ok`, or the reason of the refusal. */
export const DECIDED: ReadonlyMap<string, string> = new Map([
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

export function answer(file: string): string {
  const text = decodeUtf8(vectorBytes(`${FOLDER}/${file}`));
  if (text === null) return 'not-text';
  const parsed = parseJson(text);
  return parsed.ok ? 'ok' : parsed.why;
}

const files = vectorsPresent ? readdirSync(resolve(VECTORS, FOLDER)).sort() : [];
/** Those that must be accepted (`y_`), must be refused (`n_`) or are left to the reader (`i_`). */
export const filesThat = (prefix: 'y_' | 'n_' | 'i_'): readonly string[] =>
  files.filter((file) => file.startsWith(prefix));

function caseOf(file: string): Case {
  const got = answer(file);
  if (file.startsWith('i_')) return { name: file, expected: DECIDED.get(file) ?? 'a decision', got };
  const accepted = got === 'ok' ? 'accepted' : 'refused';
  const why = REFUSED_THOUGH_VALID.has(file) ? DUPLICATE : undefined;
  return { name: file, expected: file.startsWith('y_') ? 'accepted' : 'refused', got: accepted, why };
}

export function jsonTestSuite(): readonly Suite[] {
  const source = 'nst/JSONTestSuite';
  return [
    { format: 'JSON', source, asks: 'must be accepted', cases: filesThat('y_').map(caseOf) },
    { format: 'JSON', source, asks: 'must be refused', cases: filesThat('n_').map(caseOf) },
    { format: 'JSON', source, asks: 'left to the reader, decided', cases: filesThat('i_').map(caseOf) },
  ];
}
