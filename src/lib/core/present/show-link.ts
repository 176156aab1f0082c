// An envelope -> the link a QR code holds, and back (docs/presentation-by-qr.md §4).
import type { QrSegment } from '../model/presentation.ts';
import { decodeDigits, encodeDigits } from './digits.ts';
import { MAX_ENVELOPE_BYTES } from './envelope/format.ts';

/** Characters of alphanumeric mode (ISO/IEC 18004 table 5) that a URL may hold. */
const ALPHANUMERIC = /^[0-9A-Z$*+./:-]+$/;
const MAX_DIGITS = Math.ceil((MAX_ENVELOPE_BYTES * 17) / 7) + 1;

/**
 * Segments of the link `<base>V#<digits>`. Scheme and host are written in capitals, which means the same
 * (RFC 3986 §6.2.2.1); a path does not, so a base path with small letters puts the whole address in byte mode.
 * `base` is the absolute address of the app's root, `https://host[:port]/[path/]`.
 */
export function showLink(base: string, envelope: Uint8Array): readonly QrSegment[] {
  const url = new URL('V', base.endsWith('/') ? base : `${base}/`);
  const shouted = `${url.protocol}//${url.host}`.toUpperCase() + url.pathname;
  const digits: QrSegment = { mode: 'numeric', data: encodeDigits(envelope) };
  if (!ALPHANUMERIC.test(shouted)) return [{ mode: 'byte', data: `${url.origin}${url.pathname}#` }, digits];
  return [{ mode: 'alphanumeric', data: shouted }, { mode: 'byte', data: '#' }, digits];
}

/** The same link as text. */
export function showLinkText(base: string, envelope: Uint8Array): string {
  return showLink(base, envelope)
    .map((segment) => segment.data)
    .join('');
}

/** Envelope in a URL fragment (with or without `#`); null when it holds none of ours. */
export function readShowFragment(fragment: string): Uint8Array<ArrayBuffer> | null {
  const digits = fragment.startsWith('#') ? fragment.slice(1) : fragment;
  if (digits === '' || digits.length > MAX_DIGITS) return null;
  return decodeDigits(digits);
}
