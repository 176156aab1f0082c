// Compact JWS, SD-JWT or SD-JWT+KB -> decoded segments with codes in the place of incompressible values, and those values.
import { decodeBase64url, encodeBase64url } from '../../bytes/base64url.ts';
import { digest } from '../../bytes/digest.ts';
import { decodeUtf8, encodeUtf8 } from '../../bytes/utf8.ts';
import { ByteSink } from './byte-sink.ts';
import { CODE } from './format.ts';
import { isOnP256 } from './p256-point.ts';

export interface Shrunk {
  /** Mostly text: worth deflating. */
  readonly stream: Uint8Array<ArrayBuffer>;
  /** Keys, salts, digests, signatures: not worth it. */
  readonly values: Uint8Array<ArrayBuffer>;
}

/** What the receiver can work out by itself, by the text it would have. */
interface Recomputable {
  readonly disclosureNumbers: ReadonlyMap<string, number>;
  readonly sdHash: string;
}

interface Writer {
  readonly stream: ByteSink;
  readonly values: ByteSink;
  lastX: Uint8Array | null;
}

/** Null when a segment is not canonical base64url. Whether it comes back byte for byte the caller checks. */
export async function shrinkToken(token: string): Promise<Shrunk | null> {
  const writer: Writer = { stream: new ByteSink(), values: new ByteSink(), lastX: null };
  const known = await recomputable(token);
  for (const piece of token.split(/([.~])/)) {
    if (piece === '.') writer.stream.code(CODE.dot);
    else if (piece === '~') writer.stream.code(CODE.tilde);
    else {
      const bytes = decodeBase64url(piece);
      if (bytes === null || bytes.length > 0xffff) return null;
      writeSegment(writer, bytes, known);
    }
  }
  return { stream: writer.stream.joined(), values: writer.values.joined() };
}

async function recomputable(token: string): Promise<Recomputable> {
  const disclosures = token.split('~').slice(1, -1);
  const digests = await Promise.all(disclosures.slice(0, 256).map(sha256));
  return {
    disclosureNumbers: new Map(digests.map((text, number) => [text, number])),
    sdHash: await sha256(token.slice(0, token.lastIndexOf('~') + 1)),
  };
}

const sha256 = async (text: string): Promise<string> => encodeBase64url(await digest('SHA-256', encodeUtf8(text)));

/** Strings of 16, 32, 64 or more bytes in base64url, long base64, and numbers of ten digits: NumericDates mostly. */
const VALUE =
  /(?<=")(?:[\w-]{22}|[\w-]{43}|[\w-]{86,})(?=")|(?<=")[A-Za-z0-9+/]{128,}={0,2}(?=")|(?<=[:,[])[1-9][0-9]{9}(?=[\],}])/g;
/** Bytes that JSON text never holds as such, so that no code can be mistaken for text. */
const mayBeCode = (byte: number): boolean => byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d;

function writeSegment(writer: Writer, bytes: Uint8Array<ArrayBuffer>, known: Recomputable): void {
  if (bytes.length === 0) return;
  const text = decodeUtf8(bytes);
  if (text === null || bytes.some(mayBeCode) || !/^[[{]/.test(text)) {
    writeRaw(writer, bytes);
    return;
  }
  let from = 0;
  for (const { 0: value, index } of text.matchAll(VALUE)) {
    writer.stream.text(text.slice(from, index));
    const isY = text.slice(0, index).endsWith('"y":"');
    if (!writeValue(writer, value, known, isY)) writer.stream.text(value);
    from = index + value.length;
  }
  writer.stream.text(text.slice(from));
}

function writeRaw(writer: Writer, bytes: Uint8Array): void {
  if (bytes.length === 64) writer.stream.code(CODE.takeRaw64);
  else writer.stream.code(CODE.takeRaw, bytes.length >> 8, bytes.length & 255);
  writer.values.bytes(bytes);
}

/** False when the value is better left as text. */
function writeValue(writer: Writer, value: string, known: Recomputable, isY: boolean): boolean {
  const number = known.disclosureNumbers.get(value);
  if (value === known.sdHash) writer.stream.code(CODE.sdHash);
  else if (number !== undefined) writer.stream.code(CODE.disclosureDigest, number);
  else if (/^[0-9]{10}$/.test(value)) return writeNumber(writer, Number(value));
  else return isY ? writeY(writer, value) : writeBytes(writer, value);
  return true;
}

function writeNumber(writer: Writer, value: number): boolean {
  if (value > 0xffffffff) return false;
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, value);
  writer.stream.code(CODE.takeNumber);
  writer.values.bytes(bytes);
  return true;
}

function writeY(writer: Writer, value: string): boolean {
  const y = decodeBase64url(value);
  const last = y?.at(-1);
  if (y?.length !== 32 || last === undefined || writer.lastX === null) return writeBytes(writer, value);
  if (!isOnP256(writer.lastX, y)) return writeBytes(writer, value);
  writer.stream.code((last & 1) === 1 ? CODE.oddY : CODE.evenY);
  return true;
}

function writeBytes(writer: Writer, value: string): boolean {
  const bytes = decodeBase64url(value);
  if (bytes === null) return writeBase64(writer, value);
  if (bytes.length === 32) {
    writer.stream.code(CODE.take32);
    writer.lastX = bytes;
  } else if (bytes.length === 16) writer.stream.code(CODE.take16);
  else if (bytes.length === 64) writer.stream.code(CODE.take64);
  else if (bytes.length <= 0xffff) writer.stream.code(CODE.takeBase64url, bytes.length >> 8, bytes.length & 255);
  else return false;
  writer.values.bytes(bytes);
  return true;
}

/** base64 with padding, as `x5c` writes certificates (RFC 7515 §4.1.6). */
function writeBase64(writer: Writer, value: string): boolean {
  if (value.length % 4 !== 0) return false;
  const bytes = decodeBase64url(value.replace(/=+$/, '').replaceAll('+', '-').replaceAll('/', '_'));
  if (bytes === null || bytes.length > 0xffff) return false;
  writer.stream.code(CODE.takeBase64, bytes.length >> 8, bytes.length & 255);
  writer.values.bytes(bytes);
  return true;
}
