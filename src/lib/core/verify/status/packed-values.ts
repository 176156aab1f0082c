// Values of a few bits each, packed into bytes. The two list formats count the bits of a byte from opposite ends.

/** Entry `index` of `bits` (1, 2, 4 or 8) bits, lowest bits of a byte first (Token Status List §4.1); null: no such entry. */
export function valueFromLowest(bytes: Uint8Array, bits: number, index: number): number | null {
  const perByte = 8 / bits;
  const byte = bytes[Math.floor(index / perByte)];
  if (byte === undefined) return null;
  return (byte >> ((index % perByte) * bits)) & (2 ** bits - 1);
}

/**
 * Entry `index` of `bits` bits, highest bit of a byte first, across bytes where they fall so (Bitstring Status List
 * §2.2, §3.2); null when the list ends before it.
 */
export function valueFromHighest(bytes: Uint8Array, bits: number, index: number): number | null {
  const first = index * bits;
  if (first + bits > bytes.length * 8) return null;
  let value = 0;
  for (let at = first; at < first + bits; at += 1) {
    value = value * 2 + (((bytes[Math.floor(at / 8)] ?? 0) >> (7 - (at % 8))) & 1);
  }
  return value;
}
