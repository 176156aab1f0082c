// PNG as a list of chunks (PNG 3rd edition §5): read the text chunks, or insert one. Pixels are never decoded.
import { crc32 } from './crc32.ts';
import { inflateCounting } from './inflate-bounded.ts';
import { joinBytes } from './join-bytes.ts';
import { decodeUtf8, encodeUtf8 } from './utf8.ts';

const SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
const IHDR_END = SIGNATURE.length + 25;
const MAX_TEXT_CHUNKS = 64;
const MAX_CHUNKS = 10_000;
/** For all text chunks of a file together (THREATS B9). */
const INFLATE_BUDGET = 1_000_000;

export interface PngText {
  readonly keyword: string;
  readonly text: string;
}

/** Work done, so that tests can show a bomb costs little. */
export interface PngWork {
  chunks: number;
  inflated: number;
}

export type PngReading =
  | {
      readonly outcome: 'read';
      readonly width: number;
      readonly height: number;
      readonly texts: readonly PngText[];
      readonly work: PngWork;
    }
  | {
      readonly outcome: 'not-png' | 'truncated' | 'damaged' | 'bomb' | 'malformed-text';
      readonly work: PngWork;
    };

interface Chunk {
  readonly type: string;
  readonly data: Uint8Array<ArrayBuffer>;
  readonly end: number;
}

export function isPng(bytes: Uint8Array): boolean {
  return SIGNATURE.every((byte, index) => bytes[index] === byte);
}

/**
 * Text of every tEXt, zTXt and iTXt chunk whose keyword is `wanted`; others are skipped unread, so that a
 * bomb under some other keyword costs nothing. Every chunk's CRC is checked (`damaged`); `truncated` when the
 * file ends before IEND; `bomb` over 64 wanted chunks, 10,000 chunks or 1 MB of inflated text.
 */
export function readPngTexts(bytes: Uint8Array<ArrayBuffer>, wanted: ReadonlySet<string>): PngReading {
  const work: PngWork = { chunks: 0, inflated: 0 };
  if (!isPng(bytes)) return { outcome: 'not-png', work };
  const texts: PngText[] = [];
  let size = { width: 0, height: 0 };
  for (let at = SIGNATURE.length; ;) {
    const chunk = readChunk(bytes, at);
    if (typeof chunk === 'string') return { outcome: chunk, work };
    at = chunk.end;
    work.chunks += 1;
    if (work.chunks > MAX_CHUNKS) return { outcome: 'bomb', work };
    if (chunk.type === 'IHDR') size = readSize(chunk.data);
    if (chunk.type === 'IEND') return { outcome: 'read', ...size, texts, work };
    const text = readText(chunk, wanted, work);
    if (typeof text === 'string') return { outcome: text, work };
    if (text !== null) texts.push(text);
    if (texts.length > MAX_TEXT_CHUNKS) return { outcome: 'bomb', work };
  }
}

/** `png` with an uncompressed iTXt chunk right after IHDR (Open Badges 3.0 §5.3.1.2); null when it is not a PNG. */
export function insertPngText(
  png: Uint8Array<ArrayBuffer>,
  keyword: string,
  text: string,
): Uint8Array<ArrayBuffer> | null {
  if (!isPng(png) || readChunk(png, SIGNATURE.length) === 'truncated') return null;
  const header = encodeUtf8(`${keyword}\0\0\0\0\0`);
  const chunk = writeChunk('iTXt', joinBytes([header, encodeUtf8(text)]));
  return joinBytes([png.subarray(0, IHDR_END), chunk, png.subarray(IHDR_END)]);
}

function readChunk(bytes: Uint8Array<ArrayBuffer>, at: number): Chunk | 'truncated' | 'damaged' {
  if (at + 12 > bytes.length) return 'truncated';
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const length = view.getUint32(at);
  const end = at + 12 + length;
  if (end > bytes.length) return 'truncated';
  if (crc32(bytes.subarray(at + 4, end - 4)) !== view.getUint32(end - 4)) return 'damaged';
  return { type: latin1(bytes.subarray(at + 4, at + 8)), data: bytes.subarray(at + 8, end - 4), end };
}

function writeChunk(type: string, data: Uint8Array): Uint8Array<ArrayBuffer> {
  const chunk = new Uint8Array(data.length + 12);
  const view = new DataView(chunk.buffer);
  view.setUint32(0, data.length);
  chunk.set(encodeUtf8(type), 4);
  chunk.set(data, 8);
  view.setUint32(data.length + 8, crc32(chunk.subarray(4, data.length + 8)));
  return chunk;
}

function readSize(header: Uint8Array): { width: number; height: number } {
  const view = new DataView(header.buffer, header.byteOffset, header.byteLength);
  return header.length < 8 ? { width: 0, height: 0 } : { width: view.getUint32(0), height: view.getUint32(4) };
}

function readText(
  chunk: Chunk,
  wanted: ReadonlySet<string>,
  work: PngWork,
): PngText | 'bomb' | 'malformed-text' | null {
  if (chunk.type !== 'tEXt' && chunk.type !== 'zTXt' && chunk.type !== 'iTXt') return null;
  const keywordEnd = chunk.data.indexOf(0);
  const keyword = latin1(chunk.data.subarray(0, Math.min(keywordEnd < 0 ? 0 : keywordEnd, 79)));
  if (!wanted.has(keyword)) return null;
  const rest = chunk.data.subarray(keywordEnd + 1);
  if (chunk.type === 'tEXt') return { keyword, text: latin1(rest) };
  if (chunk.type === 'zTXt') return withText(keyword, inflateText(rest.subarray(1), work), latin1);
  const body = afterNulls(rest.subarray(2), 2);
  if (body === null) return 'malformed-text';
  return withText(keyword, rest[0] === 1 ? inflateText(body, work) : body, decodeUtf8);
}

function withText(
  keyword: string,
  bytes: Uint8Array | 'bomb' | 'malformed-text',
  decode: (bytes: Uint8Array) => string | null,
): PngText | 'bomb' | 'malformed-text' {
  if (typeof bytes === 'string') return bytes;
  const text = decode(bytes);
  return text === null ? 'malformed-text' : { keyword, text };
}

function inflateText(bytes: Uint8Array, work: PngWork): Uint8Array | 'bomb' | 'malformed-text' {
  const inflation = inflateCounting(bytes, { format: 'zlib', maxBytes: INFLATE_BUDGET - work.inflated });
  work.inflated += inflation.outcome === 'inflated' ? inflation.bytes.length : inflation.produced;
  if (inflation.outcome === 'inflated') return inflation.bytes;
  return inflation.outcome === 'too-long' ? 'bomb' : 'malformed-text';
}

/** What follows the `count`-th zero byte: skips the language tag and translated keyword of an iTXt chunk. */
function afterNulls(bytes: Uint8Array, count: number): Uint8Array | null {
  let rest = bytes;
  for (let left = count; left > 0; left -= 1) {
    const end = rest.indexOf(0);
    if (end < 0) return null;
    rest = rest.subarray(end + 1);
  }
  return rest;
}

/** ISO 8859-1: one byte, one character. Not TextDecoder's `latin1`, which is windows-1252. */
function latin1(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += 4096) parts.push(String.fromCharCode(...bytes.subarray(at, at + 4096)));
  return parts.join('');
}
