// A document and JSON pointers (RFC 6901) -> what of it is shown (vc-di-ecdsa §3.4.13): what they point at, and the id
// and type of every object on the way there, which cannot be left out.
import { isJsonArray, isJsonObject } from '../model/json.ts';
import type { JsonObject, JsonValue } from '../model/json.ts';

export type Steps = readonly (string | number)[];

/** `/credentialSubject/result/0` as steps through `document`; null when it leads nowhere. */
export function stepsOf(document: JsonObject, pointer: string): Steps | null {
  const steps: (string | number)[] = [];
  let at: JsonValue = document;
  for (const part of pointer.split('/').slice(1)) {
    const name = part.replaceAll('~1', '/').replaceAll('~0', '~');
    const step: string | number = isJsonArray(at) ? Number(name) : name;
    const next = memberOf(at, step);
    if (next === undefined) return null;
    steps.push(step);
    at = next;
  }
  return steps;
}

export function pointerOf(steps: Steps): string {
  return steps.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

/** `document` reduced to `chosen`, with its contexts. */
export function selectPointers(document: JsonObject, chosen: readonly Steps[]): JsonObject {
  const { '@context': context = null } = document;
  const selected = select(document, chosen);
  return isJsonObject(selected) ? { '@context': context, ...selected } : document;
}

function select(source: JsonValue, chosen: readonly Steps[]): JsonValue {
  if (chosen.some((steps) => steps.length === 0)) return source;
  const inside = (step: string | number): readonly Steps[] =>
    chosen.filter(([first]) => first === step).map((steps) => steps.slice(1));
  if (isJsonArray(source)) {
    return source.flatMap((item, at) => (inside(at).length === 0 ? [] : [select(item, inside(at))]));
  }
  if (!isJsonObject(source)) return source;
  const kept = Object.entries(source).flatMap(([name, value]): [string, JsonValue][] => {
    const within = inside(name);
    if (within.length > 0) return [[name, select(value, within)]];
    return isAlwaysKept(name, value) ? [[name, value]] : [];
  });
  return Object.fromEntries(kept);
}

function isAlwaysKept(name: string, value: JsonValue): boolean {
  return name === 'type' || (name === 'id' && typeof value === 'string' && !value.startsWith('_:'));
}

function memberOf(value: JsonValue, step: string | number): JsonValue | undefined {
  if (isJsonArray(value)) return typeof step === 'number' ? value[step] : undefined;
  return isJsonObject(value) && Object.hasOwn(value, step) ? value[step] : undefined;
}
