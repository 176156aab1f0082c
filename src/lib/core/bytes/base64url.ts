// base64url without padding (RFC 7515 §2, RFC 4648 §5), strict: every byte string has exactly one text.
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const NOT_IN_ALPHABET = 255;

const VALUES = new Uint8Array(128).fill(NOT_IN_ALPHABET);
for (let value = 0; value < ALPHABET.length; value += 1) VALUES[ALPHABET.charCodeAt(value)] = value;

/**
 * Bytes of an unpadded base64url text; null when a character is outside the alphabet (padding and
 * whitespace too), the length is impossible, or the unused last bits are not zero. Two texts for one
 * byte string would let a presenter change a signed text without breaking its signature.
 */
export function decodeBase64url(text: string): Uint8Array<ArrayBuffer> | null {
  const rest = text.length % 4;
  if (rest === 1) return null;
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
  let bits = 0;
  let held = 0;
  let at = 0;
  for (let index = 0; index < text.length; index += 1) {
    const value = VALUES[text.charCodeAt(index)] ?? NOT_IN_ALPHABET;
    if (value === NOT_IN_ALPHABET) return null;
    bits = ((bits << 6) | value) & 0xffff;
    held += 6;
    if (held >= 8) {
      held -= 8;
      bytes[at] = (bits >> held) & 0xff;
      at += 1;
    }
  }
  const unused = bits & ((1 << held) - 1);
  return unused === 0 ? bytes : null;
}

/** Unpadded base64url text of `bytes`. */
export function encodeBase64url(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let index = 0; index < bytes.length; index += 3) {
    const left = bytes.length - index;
    const group = ((bytes[index] ?? 0) << 16) | ((bytes[index + 1] ?? 0) << 8) | (bytes[index + 2] ?? 0);
    let four = ALPHABET.charAt((group >> 18) & 63) + ALPHABET.charAt((group >> 12) & 63);
    if (left > 1) four += ALPHABET.charAt((group >> 6) & 63);
    if (left > 2) four += ALPHABET.charAt(group & 63);
    parts.push(four);
  }
  return parts.join('');
}
