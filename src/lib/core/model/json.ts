// Questions asked of JSON values; the types themselves belong to the parser.
import type { JsonArray, JsonObject, JsonValue } from '../bytes/json-value.ts';

export type { JsonArray, JsonObject, JsonPrimitive, JsonValue } from '../bytes/json-value.ts';

export function isJsonObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isJsonArray(value: JsonValue | undefined): value is JsonArray {
  return Array.isArray(value);
}

/** One-or-many: JSON-LD writes a single value or an array of them for the same property. */
export function many(value: JsonValue | undefined): JsonArray {
  if (value === undefined || value === null) return [];
  return isJsonArray(value) ? value : [value];
}

export function stringOrNull(value: JsonValue | undefined): string | null {
  return typeof value === 'string' ? value : null;
}
