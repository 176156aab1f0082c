// Envelope format 1: its first byte, its codes and its limits (docs/presentation-by-qr.md §3). Frozen: a change is a new version.

/** First byte: high nibble version, low nibble kind. */
export const TOKEN_KIND = 0x11;
export const TEXT_KIND = 0x12;

export const MAX_ENVELOPE_BYTES = 65_536;
/** Bytes after inflating, before codes are replaced. */
export const MAX_STREAM_BYTES = 262_144;
/** Characters of the text that comes out. */
export const MAX_TEXT_LENGTH = 524_288;
/** Segments between `.` and `~`. */
export const MAX_SEGMENTS = 512;
/** Square roots modulo a 256-bit prime are dear. */
export const MAX_POINTS = 8;

/** Bytes below 0x20 that JSON text never holds as such stand for what the receiver puts in their place. */
export const CODE = {
  /** 32, 16 or 64 bytes from the values, as base64url. */
  take32: 0x01,
  take16: 0x02,
  take64: 0x05,
  /** Digest of the Disclosure whose number (from 0) is the next byte. */
  disclosureDigest: 0x03,
  /** `sd_hash` of everything up to and including the last `~`. */
  sdHash: 0x04,
  /** Next two bytes are a length; so many values as base64url, or as base64 with padding. */
  takeBase64url: 0x06,
  takeBase64: 0x07,
  /** Four bytes from the values, big-endian, as decimal digits. */
  takeNumber: 0x08,
  /** y of the P-256 point whose x was the last value taken by `take32`, even or odd, as base64url. */
  evenY: 0x0e,
  oddY: 0x0f,
  /** Next two bytes are a length; so many values as they are. */
  takeRaw: 0x10,
  /** 64 values as they are: an ECDSA or EdDSA signature. */
  takeRaw64: 0x11,
  /** A segment ends here, with `.` or `~`. */
  dot: 0x1e,
  tilde: 0x1f,
} as const;
