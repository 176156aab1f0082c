// JSON text -> value (RFC 8259), refusing what a signed document must not hold. JSON.parse cannot see
// duplicate keys: the last silently wins, so two readers of one signed text could read two things.
import type { JsonObject, JsonValue } from './json-value.ts';
import { FORBIDDEN_KEYS, newJsonObject } from './new-json-object.ts';
import { scanNumber, scanString } from './scan-json-token.ts';

export const JSON_PROBLEMS = [
  'malformed-json',
  'json-too-deep',
  'json-too-many-values',
  'json-duplicate-key',
  'json-forbidden-key',
] as const;
export type JsonProblem = (typeof JSON_PROBLEMS)[number];

export interface JsonLimits {
  /** How many arrays and objects may stand inside each other. */
  readonly maxDepth?: number;
  /** How many values in all, so that 10 MB of `[[],[],…` cannot fill the heap. */
  readonly maxValues?: number;
  /** Where given, repeated keys are put in here instead of refused, and the first value stays. Never for what is signed. */
  readonly repeated?: Set<string>;
}

/** `at` is where reading stopped, in UTF-16 code units: how much work a refused text cost. */
export type JsonParsing =
  | { readonly ok: true; readonly value: JsonValue }
  | { readonly ok: false; readonly why: JsonProblem; readonly at: number };

const MAX_DEPTH = 64;
const MAX_VALUES = 200_000;

/** What readers return instead of a value; `reader.why` and `reader.at` say why and where. */
const REFUSED = Symbol('refused');
type Refused = typeof REFUSED;

interface Reader {
  readonly text: string;
  readonly maxDepth: number;
  readonly repeated: Set<string> | null;
  valuesLeft: number;
  at: number;
  why: JsonProblem;
}

/**
 * The value of a JSON text. Objects have no prototype. Refused: duplicate keys, `__proto__` and its
 * kin, depth over 64, lone surrogates, numbers too large for a double, a byte order mark.
 */
export function parseJson(text: string, limits: JsonLimits = {}): JsonParsing {
  const reader: Reader = {
    text,
    maxDepth: limits.maxDepth ?? MAX_DEPTH,
    repeated: limits.repeated ?? null,
    valuesLeft: limits.maxValues ?? MAX_VALUES,
    at: 0,
    why: 'malformed-json',
  };
  const value = readValue(reader, 0);
  if (value === REFUSED) return { ok: false, why: reader.why, at: reader.at };
  skipSpace(reader);
  if (reader.at < text.length) return { ok: false, why: 'malformed-json', at: reader.at };
  return { ok: true, value };
}

function readValue(reader: Reader, depth: number): JsonValue | Refused {
  skipSpace(reader);
  reader.valuesLeft -= 1;
  if (reader.valuesLeft < 0) return refuse(reader, 'json-too-many-values');
  switch (reader.text.charAt(reader.at)) {
    case '{':
      return depth < reader.maxDepth ? readObject(reader, depth + 1) : refuse(reader, 'json-too-deep');
    case '[':
      return depth < reader.maxDepth ? readArray(reader, depth + 1) : refuse(reader, 'json-too-deep');
    case '"':
      return readString(reader);
    case 't':
      return readWord(reader, 'true', true);
    case 'f':
      return readWord(reader, 'false', false);
    case 'n':
      return readWord(reader, 'null', null);
    default:
      return readNumber(reader);
  }
}

function readObject(reader: Reader, depth: number): JsonObject | Refused {
  const object = newJsonObject();
  reader.at += 1;
  skipSpace(reader);
  if (take(reader, '}')) return object;
  for (;;) {
    skipSpace(reader);
    const key = reader.text[reader.at] === '"' ? readString(reader) : REFUSED;
    if (key === REFUSED) return refuse(reader, 'malformed-json');
    if (FORBIDDEN_KEYS.has(key)) return refuse(reader, 'json-forbidden-key');
    const isRepeated = key in object;
    if (isRepeated && reader.repeated === null) return refuse(reader, 'json-duplicate-key');
    if (isRepeated) reader.repeated?.add(key);
    skipSpace(reader);
    if (!take(reader, ':')) return refuse(reader, 'malformed-json');
    const value = readValue(reader, depth);
    if (value === REFUSED) return REFUSED;
    if (!isRepeated) object[key] = value;
    skipSpace(reader);
    if (take(reader, '}')) return object;
    if (!take(reader, ',')) return refuse(reader, 'malformed-json');
  }
}

function readArray(reader: Reader, depth: number): JsonValue[] | Refused {
  const array: JsonValue[] = [];
  reader.at += 1;
  skipSpace(reader);
  if (take(reader, ']')) return array;
  for (;;) {
    const value = readValue(reader, depth);
    if (value === REFUSED) return REFUSED;
    array.push(value);
    skipSpace(reader);
    if (take(reader, ']')) return array;
    if (!take(reader, ',')) return refuse(reader, 'malformed-json');
  }
}

function readString(reader: Reader): string | Refused {
  const token = scanString(reader.text, reader.at);
  if (token === null) return refuse(reader, 'malformed-json');
  reader.at = token.end;
  return token.value;
}

function readNumber(reader: Reader): number | Refused {
  const token = scanNumber(reader.text, reader.at);
  if (token === null) return refuse(reader, 'malformed-json');
  reader.at = token.end;
  return token.value;
}

function readWord<T extends boolean | null>(reader: Reader, word: string, value: T): T | Refused {
  if (!reader.text.startsWith(word, reader.at)) return refuse(reader, 'malformed-json');
  reader.at += word.length;
  return value;
}

function refuse(reader: Reader, why: JsonProblem): Refused {
  reader.why = why;
  return REFUSED;
}

function take(reader: Reader, character: string): boolean {
  if (reader.text[reader.at] !== character) return false;
  reader.at += 1;
  return true;
}

function skipSpace(reader: Reader): void {
  for (;;) {
    const code = reader.text.charCodeAt(reader.at);
    if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) return;
    reader.at += 1;
  }
}
