// Multibase base58-btc, as proofValue and publicKeyMultibase use it (Controlled Identifiers 1.0 §2.4).
const ALPHABET = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
const VALUES = new Map(Array.from(ALPHABET, (character, value) => [character, value]));
/** Base58 decoding is quadratic: nothing that is read here is longer than a did:jwk-sized key. */
const MAX_LENGTH = 1024;

/** Bytes of `z` + base58btc text; null when it is anything else. Every byte string has exactly one text. */
export function decodeMultibase(text: string): Uint8Array<ArrayBuffer> | null {
  if (!text.startsWith('z') || text.length > MAX_LENGTH) return null;
  const digits = text.slice(1);
  const bytes: number[] = [];
  for (const digit of digits) {
    let carry = VALUES.get(digit) ?? -1;
    if (carry < 0) return null;
    for (let index = 0; index < bytes.length; index += 1) {
      carry += (bytes[index] ?? 0) * 58;
      bytes[index] = carry & 0xff;
      carry >>= 8;
    }
    while (carry > 0) {
      bytes.push(carry & 0xff);
      carry >>= 8;
    }
  }
  const zeros = /^1*/.exec(digits)?.[0].length ?? 0;
  return new Uint8Array([...new Uint8Array(zeros), ...bytes.reverse()]);
}
