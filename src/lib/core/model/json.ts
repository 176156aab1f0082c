// JSON as read from strangers: objects have no prototype, and no key can pollute one.
export type JsonPrimitive = string | number | boolean | null;
export type JsonValue = JsonPrimitive | JsonArray | JsonObject;
export type JsonArray = readonly JsonValue[];
export interface JsonObject {
  readonly [key: string]: JsonValue;
}

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
