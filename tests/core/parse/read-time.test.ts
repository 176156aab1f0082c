import { expect, test } from 'vitest';
import { readNumericDate, readTimeStamp } from '../../../src/lib/core/parse/read-time.ts';

test.each([
  ['2024-01-01T00:00:00Z', 1_704_067_200],
  ['2024-01-01T00:00:00.999Z', 1_704_067_200],
  ['2024-01-01t01:00:00+01:00', 1_704_067_200],
  ['2023-12-31T19:00:00-05:00', 1_704_067_200],
  ['2023-12-31T24:00:00Z', 1_704_067_200],
  ['2024-02-29T00:00:00-00:00', 1_709_164_800],
])('%s is a moment', (text, seconds) => {
  expect(readTimeStamp(text)).toBe(seconds);
});

test.each([
  '2024-01-01',
  '2024-01-01T00:00:00',
  '2023-02-29T00:00:00Z',
  '2024-04-31T00:00:00Z',
  '2024-13-01T00:00:00Z',
  '2024-01-01T24:00:01Z',
  '2024-01-01T00:60:00Z',
  '2024-01-01T00:00:00+15:00',
  'Sat 15 Feb 2020 10:00:00 PM CST',
  '+12024-01-01T00:00:00Z',
  '0001-01-01T00:00:00Z',
  '',
])('%j is malformed', (text) => {
  expect(readTimeStamp(text)).toBe('malformed');
});

test('not stated is not malformed', () => {
  expect(readTimeStamp(undefined)).toBeNull();
  expect(readNumericDate(undefined)).toBeNull();
  expect(readTimeStamp(null)).toBe('malformed');
  expect(readNumericDate(null)).toBe('malformed');
});

test.each([
  [1_700_000_000, 1_700_000_000],
  [1_700_000_000.9, 1_700_000_000],
  [-1, -1],
  [1_700_000_000_000, 'malformed'],
  ['1700000000', 'malformed'],
  [true, 'malformed'],
])('NumericDate %j', (value, expected) => {
  expect(readNumericDate(value)).toBe(expected);
});
