// Files that say by their first bytes what they are. Null: not one of these, perhaps text.
import { isPng } from '../bytes/png-chunks.ts';
import { recognisePng } from './recognise-png.ts';
import { foreign } from './recognised.ts';
import type { Recognition } from './recognised.ts';

const JPEG = [0xff, 0xd8, 0xff];
const GIF = [0x47, 0x49, 0x46, 0x38];
const RIFF = [0x52, 0x49, 0x46, 0x46];
const PDF = [0x25, 0x50, 0x44, 0x46, 0x2d];

export function recogniseBinary(bytes: Uint8Array<ArrayBuffer>): Recognition | null {
  if (isPng(bytes)) return recognisePng(bytes);
  if (startsWith(bytes, PDF)) return foreign('pdf');
  // No standard bakes a credential into these; a QR code in them is looked for elsewhere.
  if ([JPEG, GIF, RIFF].some((magic) => startsWith(bytes, magic))) return foreign('image-without-credential');
  return isPngCutInItsSignature(bytes) ? foreign('truncated-image') : null;
}

function isPngCutInItsSignature(bytes: Uint8Array): boolean {
  return bytes.length < 8 && startsWith(bytes, [0x89, 0x50, 0x4e]);
}

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, index) => bytes[index] === byte);
}
