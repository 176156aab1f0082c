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

interface Count {
  objects: number;
  contexts: number;
  inline: boolean;
  unknown: boolean;
}

/**
 * Every context of `document`, at any depth, must be an address in hand; the first must be a VCDM base context.
 * `inline` says that the document defines words of its own: they may be looked at, but count as not in hand, since
 * a presenter could otherwise rename a signed claim and define the new name to mean the old one.
 */
export function checkContexts(document: JsonObject): ContextCheck {
  const first = many(document['@context'])[0];
  if (first !== CREDENTIALS_V1 && first !== CREDENTIALS_V2) return { ok: false, reason: 'context-missing' };
  const count: Count = { objects: 0, contexts: 0, inline: false, unknown: false };
  walk(document, count);
  if (count.objects > MAX_OBJECTS || count.contexts > MAX_CONTEXTS)
    return { ok: false, reason: 'signature-not-checked' };
  return count.unknown ? { ok: false, reason: 'context-not-in-hand' } : { ok: true, inline: count.inline };
}

function walk(value: JsonValue, count: Count): void {
  if (count.objects > MAX_OBJECTS) return;
  if (isJsonArray(value)) {
    for (const item of value) walk(item, count);
  } else if (isJsonObject(value)) {
    count.objects += 1;
    for (const [key, member] of Object.entries(value)) {
      if (key === '@context') noteContext(member, count);
      else walk(member, count);
    }
  }
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
