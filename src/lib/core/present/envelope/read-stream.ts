// Stream and values of an envelope -> segments whose pieces are bytes or stand for something to be worked out.
import { encodeBase64url } from '../../bytes/base64url.ts';
import { encodeUtf8 } from '../../bytes/utf8.ts';
import { CODE, MAX_POINTS, MAX_SEGMENTS, MAX_TEXT_LENGTH } from './format.ts';
import { p256Y } from './p256-point.ts';

/** Bytes as they are; the number of the Disclosure whose digest stands here; or the `sd_hash`. */
export type Piece = Uint8Array | number | 'sd-hash';

export interface Segment {
  readonly pieces: readonly Piece[];
  /** What follows it in the token. */
  readonly end: '.' | '~' | '';
}

/** base64url SHA-256. */
const HASH_LENGTH = 43;

interface Reader {
  readonly stream: Uint8Array;
  readonly values: Uint8Array;
  at: number;
  taken: number;
  length: number;
  points: number;
  lastX: Uint8Array | null;
}

/** Null when the stream breaks a rule of docs/presentation-by-qr.md §3, a limit, or leaves values over. */
export function readStream(stream: Uint8Array, values: Uint8Array): readonly Segment[] | null {
  const reader: Reader = { stream, values, at: 0, taken: 0, length: 0, points: 0, lastX: null };
  const segments: Segment[] = [];
  let pieces: Piece[] = [];
  while (reader.at < stream.length) {
    const code = stream[reader.at] ?? 0;
    if (code === CODE.dot || code === CODE.tilde) {
      reader.at += 1;
      segments.push({ pieces, end: code === CODE.dot ? '.' : '~' });
      pieces = [];
    } else {
      const piece = readPiece(reader);
      if (piece === null) return null;
      reader.length += typeof piece === 'object' ? piece.length : HASH_LENGTH;
      pieces.push(piece);
    }
    if (reader.length > MAX_TEXT_LENGTH || segments.length >= MAX_SEGMENTS) return null;
  }
  segments.push({ pieces, end: '' });
  return reader.taken === values.length ? segments : null;
}

function readPiece(reader: Reader): Piece | null {
  const code = reader.stream[reader.at] ?? 0;
  if (isText(code)) return readText(reader);
  reader.at += 1;
  switch (code) {
    case CODE.take32:
      reader.lastX = take(reader, 32);
      return reader.lastX && base64url(reader.lastX);
    case CODE.take16:
      return base64url(take(reader, 16));
    case CODE.take64:
      return base64url(take(reader, 64));
    case CODE.disclosureDigest:
      return readByte(reader);
    case CODE.sdHash:
      return 'sd-hash';
    case CODE.takeBase64url:
      return base64url(take(reader, readLength(reader)));
    case CODE.takeBase64:
      return base64(take(reader, readLength(reader)));
    case CODE.takeNumber:
      return decimal(take(reader, 4));
    case CODE.evenY:
    case CODE.oddY:
      return readY(reader, code === CODE.oddY);
    case CODE.takeRaw:
      return take(reader, readLength(reader));
    case CODE.takeRaw64:
      return take(reader, 64);
    default:
      return null;
  }
}

/** Tab, line feed and carriage return are JSON whitespace; every other byte below 0x20 is a code or an error. */
const isText = (byte: number): boolean => byte >= 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d;

function readText(reader: Reader): Uint8Array {
  const start = reader.at;
  while (reader.at < reader.stream.length && isText(reader.stream[reader.at] ?? 0)) reader.at += 1;
  return reader.stream.subarray(start, reader.at);
}

function readByte(reader: Reader): number | null {
  const byte = reader.stream[reader.at] ?? null;
  reader.at += 1;
  return byte;
}

function readLength(reader: Reader): number | null {
  const high = readByte(reader);
  const low = readByte(reader);
  return high === null || low === null ? null : high * 256 + low;
}

function take(reader: Reader, length: number | null): Uint8Array | null {
  if (length === null || reader.taken + length > reader.values.length) return null;
  reader.taken += length;
  return reader.values.subarray(reader.taken - length, reader.taken);
}

function readY(reader: Reader, odd: boolean): Uint8Array | null {
  reader.points += 1;
  if (reader.lastX === null || reader.points > MAX_POINTS) return null;
  return base64url(p256Y(reader.lastX, odd));
}

function decimal(bytes: Uint8Array | null): Uint8Array | null {
  return bytes && encodeUtf8(String(new DataView(bytes.buffer, bytes.byteOffset, 4).getUint32(0)));
}

function base64url(bytes: Uint8Array | null): Uint8Array | null {
  return bytes && encodeUtf8(encodeBase64url(bytes));
}

function base64(bytes: Uint8Array | null): Uint8Array | null {
  if (bytes === null) return null;
  const text = encodeBase64url(bytes).replaceAll('-', '+').replaceAll('_', '/');
  return encodeUtf8(text.padEnd(Math.ceil(text.length / 4) * 4, '='));
}
