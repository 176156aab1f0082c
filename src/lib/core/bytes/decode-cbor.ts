// CBOR (RFC 8949), as much as proof values use: unsigned integers, byte and text strings, arrays, maps, and tag 64
// around a byte string (RFC 8746). Definite lengths only; nothing may follow.
import { decodeUtf8 } from './utf8.ts';

export type CborValue = number | string | Uint8Array<ArrayBuffer> | readonly CborValue[] | CborMap;
export type CborMap = ReadonlyMap<number | string, CborValue>;

const MAX_DEPTH = 8;
const TYPED_ARRAY_UINT8 = 64;

interface Reader {
  readonly bytes: Uint8Array<ArrayBuffer>;
  at: number;
}

/** The one value in `bytes`; null when it is cut short, followed by more, or something else than above. */
export function decodeCbor(bytes: Uint8Array<ArrayBuffer>): CborValue | null {
  const reader: Reader = { bytes, at: 0 };
  const value = readValue(reader, 0);
  return reader.at === bytes.length ? value : null;
}

function readValue(reader: Reader, depth: number): CborValue | null {
  const initial = reader.bytes[reader.at];
  if (initial === undefined || depth > MAX_DEPTH) return null;
  reader.at += 1;
  const argument = readArgument(reader, initial & 0x1f);
  if (argument === null) return null;
  switch (initial >> 5) {
    case 0:
      return argument;
    case 2:
      return take(reader, argument);
    case 3: {
      const text = take(reader, argument);
      return text === null ? null : decodeUtf8(text);
    }
    case 4:
      return readArray(reader, argument, depth);
    case 5:
      return readMap(reader, argument, depth);
    case 6: {
      const tagged = readValue(reader, depth + 1);
      return argument === TYPED_ARRAY_UINT8 && tagged instanceof Uint8Array ? tagged : null;
    }
    default:
      return null;
  }
}

/** The number after the initial byte (§3); null for indefinite lengths and what is beyond 2^53. */
function readArgument(reader: Reader, info: number): number | null {
  if (info < 24) return info;
  const length = info <= 27 ? 2 ** (info - 24) : 0;
  const bytes = length === 0 ? null : take(reader, length);
  if (bytes === null) return null;
  const value = bytes.reduce((sum, byte) => sum * 256 + byte, 0);
  return Number.isSafeInteger(value) ? value : null;
}

function take(reader: Reader, length: number): Uint8Array<ArrayBuffer> | null {
  const end = reader.at + length;
  if (end > reader.bytes.length) return null;
  const taken = reader.bytes.slice(reader.at, end);
  reader.at = end;
  return taken;
}

function readArray(reader: Reader, length: number, depth: number): readonly CborValue[] | null {
  const items: CborValue[] = [];
  // Each item takes a byte at least, so that a length that lies ends where the bytes do.
  for (let index = 0; index < length; index += 1) {
    const item = readValue(reader, depth + 1);
    if (item === null) return null;
    items.push(item);
  }
  return items;
}

function readMap(reader: Reader, length: number, depth: number): CborMap | null {
  const entries = new Map<number | string, CborValue>();
  for (let index = 0; index < length; index += 1) {
    const key = readValue(reader, depth + 1);
    const value = readValue(reader, depth + 1);
    if ((typeof key !== 'number' && typeof key !== 'string') || value === null || entries.has(key)) return null;
    entries.set(key, value);
  }
  return entries;
}
