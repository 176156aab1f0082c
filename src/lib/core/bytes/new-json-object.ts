// Objects made from strangers' keys.
import type { JsonValue } from './json-value.ts';

/** Own properties of these names turn into prototypes when somebody copies the object carelessly. */
export const FORBIDDEN_KEYS: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/** An empty object without a prototype: `in` sees only what was put there. */
export function newJsonObject(): Record<string, JsonValue> {
  // Platform edge: Object.create is typed `any`.
  return Object.create(null) as Record<string, JsonValue>;
}
