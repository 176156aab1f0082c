import { expect, test } from 'vitest';
import { parseJson } from '../../../src/lib/core/bytes/parse-json.ts';

test('values are read as JSON.parse reads them', () => {
  const text = '{"a":[1,-0.5e2,"\\u00e5\\n",true,false,null,{}],"b":{"c":""}}';
  const parsed = parseJson(text);
  expect(parsed.ok && JSON.stringify(parsed.value)).toBe(JSON.stringify(JSON.parse(text)));
});

test('objects have no prototype', () => {
  const parsed = parseJson('{"a":{}}');
  expect(parsed.ok && Object.getPrototypeOf(parsed.value)).toBeNull();
});

test('duplicate keys are refused, also when one is written with an escape', () => {
  expect(parseJson('{"a":1,"a":1}')).toMatchObject({ ok: false, why: 'json-duplicate-key' });
  expect(parseJson('{"a":1,"\\u0061":2}')).toMatchObject({ ok: false, why: 'json-duplicate-key' });
  expect(parseJson('{"a":{"b":1},"b":1}')).toMatchObject({ ok: true });
});

test.each(['__proto__', 'constructor', 'prototype', '\\u005f_proto__'])('the key %s is refused', (key) => {
  expect(parseJson(`{"x":{"${key}":{"polluted":true}}}`)).toMatchObject({ ok: false, why: 'json-forbidden-key' });
});

test('64 levels are read, 65 are not', () => {
  expect(parseJson('['.repeat(64) + ']'.repeat(64)).ok).toBe(true);
  expect(parseJson('['.repeat(65) + ']'.repeat(65))).toEqual({ ok: false, why: 'json-too-deep', at: 64 });
});

test('100,000 levels cost 64 characters of reading', () => {
  for (const opening of ['[', '{"a":', '[{"a":']) {
    const parsed = parseJson(opening.repeat(100_000));
    expect(parsed).toMatchObject({ ok: false, why: 'json-too-deep' });
    expect(parsed.ok ? 0 : parsed.at).toBeLessThan(64 * opening.length + 1);
  }
});

test('a text of millions of values stops at the limit', () => {
  const parsed = parseJson(`[${'[],'.repeat(1_000_000)}[]]`);
  expect(parsed).toMatchObject({ ok: false, why: 'json-too-many-values' });
  expect(parsed.ok ? 0 : parsed.at).toBeLessThan(600_002);
});

test.each([
  ['a number too large for a double', '1e400'],
  ['a lone surrogate', '"\\ud800"'],
  ['a surrogate pair the wrong way round', '"\\udc00\\ud800"'],
  ['a byte order mark', '\uFEFF{}'],
  ['nothing', ''],
  ['something after the value', '{} x'],
  ['a comment', '{/**/}'],
  ['a control character in a string', '"\t"'],
  ['a leading zero', '01'],
  ['single quotes', "{'a':1}"],
  ['a trailing comma', '[1,]'],
])('%s is refused', (_, text) => {
  expect(parseJson(text)).toMatchObject({ ok: false, why: 'malformed-json' });
});
