// Received bytes -> which kind of credential they carry. By content, never by file name or media type.
import { decodeUtf8 } from '../bytes/utf8.ts';
import { recogniseBinary } from './recognise-binary.ts';
import { foreign } from './recognised.ts';
import type { Recognition } from './recognised.ts';
import { recogniseMarkup } from './recognise-markup.ts';
import { recogniseText } from './recognise-text.ts';

/** Larger files are refused unread: the largest real credentials are a few hundred kB with their images. */
export const MAX_BYTES = 10_000_000;

/** Recognises one credential in `bytes`. Never throws; bounded work on any input. */
export async function recognise(bytes: Uint8Array<ArrayBuffer>): Promise<Recognition> {
  if (bytes.length === 0) return foreign('empty');
  if (bytes.length > MAX_BYTES) return foreign('too-large');
  const binary = recogniseBinary(bytes);
  if (binary !== null) return binary;
  const decoded = decodeUtf8(bytes);
  if (decoded === null) return foreign('not-text');
  // Editors put a byte order mark first; inside a signed part it is refused.
  const text = decoded.replace(/^\uFEFF/, '').trim();
  if (text === '') return foreign('empty');
  return text.startsWith('<') ? recogniseMarkup(text) : recogniseText(text, 'plain');
}
