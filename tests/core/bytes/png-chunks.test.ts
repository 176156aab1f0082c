import { zlibSync } from 'fflate';
import { expect, test } from 'vitest';
import { insertPngText, readPngTexts } from '../../../src/lib/core/bytes/png-chunks.ts';
import { joinBytes } from '../../../src/lib/core/bytes/join-bytes.ts';
import { encodeUtf8 } from '../../../src/lib/core/bytes/utf8.ts';
import { png, pngChunk } from '../../builders/png.ts';

const WANTED = new Set(['openbadgecredential']);
const itxt = (keyword: string, text: Uint8Array, compressed = 0): Uint8Array =>
  pngChunk('iTXt', joinBytes([encodeUtf8(keyword), Uint8Array.of(0, compressed, 0, 0, 0), text]));

test('what is inserted is read back, letters beyond ASCII too', () => {
  const baked = insertPngText(png(), 'openbadgecredential', 'ett märke å');
  expect(baked && readPngTexts(baked, WANTED)).toMatchObject({
    outcome: 'read',
    texts: [{ keyword: 'openbadgecredential', text: 'ett märke å' }],
  });
});

test('text goes into nothing that is not a PNG', () => {
  expect(insertPngText(encodeUtf8('GIF89a'), 'openbadgecredential', 'x')).toBeNull();
});

test('compressed iTXt, tEXt and zTXt are read', () => {
  const word = encodeUtf8('openbadgecredential');
  const bytes = png(
    itxt('openbadgecredential', zlibSync(encodeUtf8('pressed å')), 1),
    pngChunk('tEXt', joinBytes([word, Uint8Array.of(0), encodeUtf8('plain')])),
    pngChunk('zTXt', joinBytes([word, Uint8Array.of(0, 0), zlibSync(encodeUtf8('old'))])),
  );
  const reading = readPngTexts(bytes, WANTED);
  expect(reading).toMatchObject({ outcome: 'read' });
  expect(reading.outcome === 'read' && reading.texts.map(({ text }) => text)).toEqual(['pressed å', 'plain', 'old']);
});

test('a bomb under another keyword is not inflated at all', () => {
  const reading = readPngTexts(png(itxt('Comment', zlibSync(new Uint8Array(20_000_000)), 1)), WANTED);
  expect(reading).toMatchObject({ outcome: 'read', texts: [], work: { inflated: 0 } });
});

test('a bomb under ours stops at the budget of the whole file', () => {
  const half = zlibSync(new Uint8Array(600_000).fill(0x20));
  const one = itxt('openbadgecredential', half, 1);
  expect(readPngTexts(png(one), WANTED)).toMatchObject({ outcome: 'read' });
  const two = readPngTexts(png(one, one), WANTED);
  expect(two.outcome).toBe('bomb');
  const large = readPngTexts(png(itxt('openbadgecredential', zlibSync(new Uint8Array(64_000_000)), 1)), WANTED);
  expect(large.outcome).toBe('bomb');
  expect(large.work.inflated).toBeLessThan(2_100_000);
});

test('64 text chunks are read, more are refused', () => {
  const one = itxt('openbadgecredential', encodeUtf8('x'));
  expect(readPngTexts(png(...Array.from({ length: 64 }, () => one)), WANTED).outcome).toBe('read');
  expect(readPngTexts(png(...Array.from({ length: 65 }, () => one)), WANTED).outcome).toBe('bomb');
});

test('10,000 chunks are the limit, whatever they are', () => {
  const many = Array.from({ length: 20_000 }, () => pngChunk('abCd', new Uint8Array()));
  const reading = readPngTexts(png(...many), WANTED);
  expect(reading.outcome).toBe('bomb');
  expect(reading.work.chunks).toBe(10_001);
});

test('a changed byte fails the checksum', () => {
  const baked = png(itxt('openbadgecredential', encodeUtf8('text')));
  const at = baked.length - 20;
  baked[at] = (baked[at] ?? 0) ^ 1;
  expect(readPngTexts(baked, WANTED).outcome).toBe('damaged');
});

test('every cut is truncated, none is read', () => {
  const baked = png(itxt('openbadgecredential', encodeUtf8('text')));
  for (let length = 8; length < baked.length; length += 1)
    expect(readPngTexts(baked.slice(0, length), WANTED).outcome).toBe('truncated');
});

test('a chunk that claims 4 GB is truncated', () => {
  const baked = png();
  new DataView(baked.buffer).setUint32(8, 0xffffffff);
  expect(readPngTexts(baked, WANTED).outcome).toBe('truncated');
});

test('an iTXt without its zero bytes, or not UTF-8, is malformed', () => {
  const bare = pngChunk('iTXt', joinBytes([encodeUtf8('openbadgecredential'), Uint8Array.of(0, 0, 0)]));
  expect(readPngTexts(png(bare), WANTED).outcome).toBe('malformed-text');
  expect(readPngTexts(png(itxt('openbadgecredential', Uint8Array.of(0xff))), WANTED).outcome).toBe('malformed-text');
});
