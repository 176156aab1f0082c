// Which contexts a document speaks in, before any of them is applied (VCDM 2.0 §4.3, VC Data Integrity 1.0 §2.4.1).
import { bundledContext, CREDENTIALS_V1, CREDENTIALS_V2 } from '../../contexts/bundled-contexts.ts';
import { isJsonArray, isJsonObject, many } from '../../model/json.ts';
import type { JsonObject, JsonValue } from '../../model/json.ts';

export type ContextCheck =
  | { readonly ok: true; readonly inline: boolean }
  | { readonly ok: false; readonly reason: 'context-missing' | 'context-not-in-hand' | 'signature-not-checked' };

/** A transcript of 200 nested badges has some 8,000 objects; more than this is a bomb, not a merit. */
const MAX_OBJECTS = 20_000;
const MAX_CONTEXTS = 2_000;

/** Where a value stands and what it says, but no claim: the keywords that read the same everywhere. */
const PLAIN_KEYWORDS: ReadonlySet<string> = new Set(['@context', '@value', '@language', '@direction']);

interface Count {
  /** `id` of the document: its claims stand at the top and nowhere else. */
  readonly root: JsonValue | undefined;
  objects: number;
  contexts: number;
  inline: boolean;
  unknown: boolean;
}

/**
 * Every context of `document`, at any depth, must be an address in hand; the first must be a VCDM base context.
 * `inline` says that the document does not speak in their words alone: it defines words of its own, writes a claim by
 * its address, or says things of one node in two places. It may be looked at, but counts as not in hand: a presenter
 * could otherwise hide a signed claim, such as the end of validity or the status, under a name that nobody reads.
 */
export function checkContexts(document: JsonObject): ContextCheck {
  const first = many(document['@context'])[0];
  if (first !== CREDENTIALS_V1 && first !== CREDENTIALS_V2) return { ok: false, reason: 'context-missing' };
  const count: Count = { root: document['id'], objects: 0, contexts: 0, inline: false, unknown: false };
  walk(document, count);
  if (count.objects > MAX_OBJECTS || count.contexts > MAX_CONTEXTS)
    return { ok: false, reason: 'signature-not-checked' };
  return count.unknown ? { ok: false, reason: 'context-not-in-hand' } : { ok: true, inline: count.inline };
}

function walk(value: JsonValue, count: Count): void {
  if (count.objects > MAX_OBJECTS) return;
  if (isJsonArray(value)) {
    // JSON-LD sees through a list in a list, readers of JSON do not.
    if (hasNodeTwice(value) || value.some(isJsonArray)) count.inline = true;
    for (const item of value) walk(item, count);
  } else if (isJsonObject(value)) {
    count.objects += 1;
    if (count.objects > 1 && isRootAgain(value, count)) count.inline = true;
    if (Object.keys(value).some((key) => isForeignWord(key, value))) count.inline = true;
    for (const [key, member] of Object.entries(value)) {
      if (key === '@context') noteContext(member, count);
      else walk(member, count);
    }
  }
}

/**
 * A claim by its whole or compact address, by the name of a type that has the same address as a property (`Criteria`
 * for `criteria`), or a keyword that moves claims about (`@included`, `@graph`, `@set` …).
 */
function isForeignWord(key: string, object: JsonObject): boolean {
  if (key.startsWith('@')) return !PLAIN_KEYWORDS.has(key) && !(key === '@type' && '@value' in object);
  return key.includes(':') || /^[A-Z][a-z]/.test(key);
}

/** More than a type is said of the document inside it: the same statements, but not where they are read. */
function isRootAgain(object: JsonObject, { root }: Count): boolean {
  if (typeof root !== 'string' || object['id'] !== root) return false;
  return Object.keys(object).some((key) => key !== 'id' && key !== 'type');
}

/** One node cut in two: a reader of the first would miss what the second says. */
function hasNodeTwice(array: readonly JsonValue[]): boolean {
  const ids = array.filter(isJsonObject).flatMap(({ id }) => (typeof id === 'string' ? [id] : []));
  return new Set(ids).size < ids.length;
}

function noteContext(context: JsonValue, count: Count): void {
  for (const one of isJsonArray(context) ? context : [context]) {
    count.contexts += 1;
    if (typeof one !== 'string') {
      count.inline = true;
      // An inline context can itself bring others in (`@import`, scoped contexts): all addresses count.
      noteAddresses(one, count);
    } else if (bundledContext(one) === null) count.unknown = true;
  }
}

function noteAddresses(value: JsonValue, count: Count): void {
  if (!isJsonObject(value) && !isJsonArray(value)) return;
  for (const [key, member] of Object.entries(value)) {
    if (key === '@import') count.unknown = true;
    if (key === '@context') noteContext(member, count);
    else noteAddresses(member, count);
  }
}
