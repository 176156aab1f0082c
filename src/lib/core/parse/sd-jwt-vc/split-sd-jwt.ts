// Compact SD-JWT -> its parts, each exactly as received (RFC 9901 §4).
export interface SdJwtParts {
  readonly jwt: string;
  readonly disclosures: readonly string[];
  /** Null when the text ends with `~`. */
  readonly keyBinding: string | null;
  /** Up to and including the last `~`: what `sd_hash` is computed over (§4.3.1). */
  readonly presented: string;
}

export function splitSdJwt(text: string): SdJwtParts {
  const end = text.lastIndexOf('~') + 1;
  const presented = text.slice(0, end);
  const [jwt = '', ...disclosures] = presented.slice(0, -1).split('~');
  return { jwt, disclosures, keyBinding: end < text.length ? text.slice(end) : null, presented };
}
