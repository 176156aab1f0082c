// One name for one issued credential, whatever it came wrapped in.
import { encodeBase64url } from '../bytes/base64url.ts';
import { canonicaliseJson } from '../bytes/canonicalise-json.ts';
import { digest } from '../bytes/digest.ts';
import { encodeUtf8 } from '../bytes/utf8.ts';
import { contentDigest } from '../model/brand.ts';
import type { ContentDigest } from '../model/brand.ts';
import type { JsonObject } from '../model/json.ts';

/** Of the issuer-signed JWT: other Disclosures, another key binding, another image around it change nothing. */
export async function digestOfJwt(compact: string): Promise<ContentDigest> {
  return contentDigest(encodeBase64url(await digest('SHA-256', encodeUtf8(compact))));
}

/** Of the whole document in RFC 8785 form, proof included: spacing and member order change nothing. */
export function digestOfDocument(document: JsonObject): Promise<ContentDigest> {
  return digestOfJwt(canonicaliseJson(document));
}
