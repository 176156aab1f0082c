// JSON text whose shape a test knows; anything else is the test's own mistake.
import { parseJson } from '../../src/lib/core/bytes/parse-json.ts';
import { isJsonArray, isJsonObject } from '../../src/lib/core/model/json.ts';
import type { JsonArray, JsonObject, JsonValue } from '../../src/lib/core/model/json.ts';

export function jsonOf(text: string): JsonValue {
  const parsed = parseJson(text);
  if (!parsed.ok) throw new Error(`the test's own JSON: ${parsed.why}`);
  return parsed.value;
}

export function objectOf(value: JsonValue | undefined): JsonObject {
  if (!isJsonObject(value)) throw new Error('the test expected an object');
  return value;
}

export function arrayOf(value: JsonValue | undefined): JsonArray {
  if (!isJsonArray(value)) throw new Error('the test expected an array');
  return value;
}

/** What a base64url segment of a token says. */
export function decoded(segment: string): JsonValue {
  return jsonOf(Buffer.from(segment, 'base64url').toString());
}
