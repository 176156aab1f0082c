// Bytes <-> decimal digits for the numeric mode of a QR code: 7 bytes are 17 digits (docs/presentation-by-qr.md §4).

const BLOCK_BYTES = 7;
const BLOCK_DIGITS = 17;
/** Digits that hold a last block of 0–6 bytes; all different, so that the length alone tells how many bytes. */
const TAIL_DIGITS = [0, 3, 5, 8, 10, 13, 15] as const;

/** Decimal digits of `bytes`, each block a big-endian number with leading zeros. */
export function encodeDigits(bytes: Uint8Array): string {
  const blocks: string[] = [];
  for (let at = 0; at < bytes.length; at += BLOCK_BYTES) {
    const block = bytes.subarray(at, at + BLOCK_BYTES);
    let value = 0n;
    for (const byte of block) value = (value << 8n) | BigInt(byte);
    blocks.push(value.toString().padStart(TAIL_DIGITS[block.length] ?? BLOCK_DIGITS, '0'));
  }
  return blocks.join('');
}

/** The bytes, or null when a character is no digit, the length is impossible or a block's number is too large. */
export function decodeDigits(digits: string): Uint8Array<ArrayBuffer> | null {
  if (!/^[0-9]*$/.test(digits)) return null;
  const blocks = Math.floor(digits.length / BLOCK_DIGITS);
  const tail = TAIL_DIGITS.findIndex((length) => length === digits.length % BLOCK_DIGITS);
  if (tail === -1) return null;
  const bytes = new Uint8Array(blocks * BLOCK_BYTES + tail);
  for (let block = 0; block <= blocks; block += 1) {
    const length = block < blocks ? BLOCK_BYTES : tail;
    let value = BigInt(digits.slice(block * BLOCK_DIGITS, (block + 1) * BLOCK_DIGITS) || '0');
    for (let at = length - 1; at >= 0; at -= 1) {
      bytes[block * BLOCK_BYTES + at] = Number(value & 255n);
      value >>= 8n;
    }
    // A number above 256^length - 1 would give a second text for the same bytes.
    if (value !== 0n) return null;
  }
  return bytes;
}
