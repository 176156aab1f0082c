import { deflateSync, gzipSync, zlibSync } from 'fflate';
import { expect, test } from 'vitest';
import { inflateBounded, inflateCounting } from '../../../src/lib/core/bytes/inflate-bounded.ts';
import { encodeUtf8 } from '../../../src/lib/core/bytes/utf8.ts';

const text = encodeUtf8('Kursen ger 7,5 högskolepoäng. '.repeat(200));

test.each([
  ['raw', deflateSync(text)],
  ['zlib', zlibSync(text)],
  ['gzip', gzipSync(text)],
] as const)('%s comes out as it went in', (format, packed) => {
  expect(inflateBounded(packed, { format, maxBytes: text.length })).toEqual(text);
});

test('one byte over the limit is too long', () => {
  expect(inflateBounded(zlibSync(text), { format: 'zlib', maxBytes: text.length - 1 })).toBeNull();
});

test('a preset dictionary is used, and needed', () => {
  const dictionary = encodeUtf8('högskolepoäng');
  const packed = deflateSync(text, { dictionary });
  expect(inflateBounded(packed, { format: 'raw', maxBytes: text.length, dictionary })).toEqual(text);
  expect(inflateBounded(packed, { format: 'raw', maxBytes: text.length })).not.toEqual(text);
});

test.each([
  ['nothing', new Uint8Array()],
  ['text', encodeUtf8('not compressed at all')],
  ['a stream that is cut off', zlibSync(text).subarray(0, 40)],
])('%s is malformed', (_, packed) => {
  expect(inflateBounded(packed, { format: 'zlib', maxBytes: 100_000 })).toBeNull();
});

test('a 64 MB bomb costs a few kB of input and a slice of output', () => {
  const bomb = deflateSync(new Uint8Array(64_000_000), { level: 9 });
  const inflation = inflateCounting(bomb, { format: 'raw', maxBytes: 1_000_000 });
  expect(bomb.length).toBeGreaterThan(60_000);
  expect(inflation).toMatchObject({ outcome: 'too-long' });
  expect(inflation.read).toBeLessThanOrEqual(4096);
  expect(inflation.outcome === 'too-long' && inflation.produced).toBeLessThan(2_100_000);
});
