// Compressed bits of a status list -> bytes, with a ceiling on what comes out (THREATS B8).
import { decodeBase64url } from '../../bytes/base64url.ts';
import { inflateBounded } from '../../bytes/inflate-bounded.ts';

/** 32 million credentials of one bit each, four million of a byte: more than any issuer's list, and no bomb. */
export const MAX_LIST_BYTES = 4 * 1024 * 1024;

/** `lst` of a Token Status List: base64url of zlib (§4.2); null when it is not, or inflates beyond the ceiling. */
export function unpackTokenList(lst: string): Uint8Array<ArrayBuffer> | null {
  return inflate(decodeBase64url(lst), 'zlib');
}

/** `encodedList` of a Bitstring Status List: multibase base64url (`u`) of gzip (§2.2). */
export function unpackBitstring(encoded: string): Uint8Array<ArrayBuffer> | null {
  return encoded.startsWith('u') ? inflate(decodeBase64url(encoded.slice(1)), 'gzip') : null;
}

/** `encodedList` of StatusList2021: base64 of gzip, in practice in either alphabet, padded or not, also with a `u`. */
export function unpackStatusList2021(encoded: string): Uint8Array<ArrayBuffer> | null {
  // Every gzip begins with the bytes 1f 8b, in base64 `H4`: a `u` before it is a multibase prefix.
  const text = encoded.replace(/^u(?=H4)/, '').replace(/=+$/, '');
  return inflate(decodeBase64url(text.replaceAll('+', '-').replaceAll('/', '_')), 'gzip');
}

/**
 * Lists under 16 kB are read too, though Bitstring Status List §2.2 wants that much so that a reader hides in a crowd:
 * that is the issuer's duty, and a refused list would be no answer at all.
 */
function inflate(packed: Uint8Array<ArrayBuffer> | null, format: 'zlib' | 'gzip'): Uint8Array<ArrayBuffer> | null {
  const isGzip = packed?.[0] === 0x1f && packed[1] === 0x8b;
  return packed === null || isGzip !== (format === 'gzip')
    ? null
    : inflateBounded(packed, { format, maxBytes: MAX_LIST_BYTES });
}
