// UTF-8, fatal: a byte sequence that is not well-formed UTF-8 is not text (RFC 3629).
const encoder = new TextEncoder();
/** A byte order mark is kept as U+FEFF: only recognise drops one, at the very start of a file. */
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Text of UTF-8 bytes; null when they are not well-formed. A byte order mark stays in the text. */
export function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return decoder.decode(bytes);
  } catch {
    return null;
  }
}

/** UTF-8 bytes of `text`; a lone surrogate becomes U+FFFD. */
export function encodeUtf8(text: string): Uint8Array<ArrayBuffer> {
  return encoder.encode(text);
}
