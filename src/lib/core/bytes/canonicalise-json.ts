// JSON Canonicalization Scheme (RFC 8785): one text for one value, however it was spaced or ordered.
import type { JsonObject, JsonValue } from './json-value.ts';

/** RFC 8785 text of `value`: keys sorted by UTF-16 code units, numbers and strings as ECMAScript writes them. */
export function canonicaliseJson(value: JsonValue): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (isArray(value)) return `[${value.map(canonicaliseJson).join(',')}]`;
  return `{${sortedKeys(value)
    .map((key) => `${JSON.stringify(key)}:${canonicaliseJson(value[key] ?? null)}`)
    .join(',')}}`;
}

function isArray(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value);
}

/** Array.sort without a comparer orders by UTF-16 code units, as RFC 8785 §3.2.3 asks. */
function sortedKeys(object: JsonObject): readonly string[] {
  return Object.keys(object).sort();
}
