// One Disclosure (RFC 9901 §4.2): base64url of a JSON array `[salt, name, value]` or `[salt, value]`.
import { decodeBase64url } from '../../bytes/base64url.ts';
import { parseJson } from '../../bytes/parse-json.ts';
import { decodeUtf8 } from '../../bytes/utf8.ts';
import { isJsonArray } from '../../model/json.ts';
import type { JsonValue } from '../../model/json.ts';

export interface DisclosureContent {
  /** Null for an array element. */
  readonly name: string | null;
  readonly value: JsonValue;
}

/** Null when it is not such an array: neither two nor three elements, salt or name not a string. */
export function parseDisclosure(encoded: string): DisclosureContent | null {
  const bytes = decodeBase64url(encoded);
  const text = bytes === null ? null : decodeUtf8(bytes);
  const parsed = text === null ? null : parseJson(text);
  if (parsed?.ok !== true || !isJsonArray(parsed.value)) return null;
  const [salt, second, third] = parsed.value;
  if (typeof salt !== 'string' || second === undefined) return null;
  if (parsed.value.length === 2) return { name: null, value: second };
  if (parsed.value.length !== 3 || typeof second !== 'string' || third === undefined) return null;
  return { name: second, value: third };
}
