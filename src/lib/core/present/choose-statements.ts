// A Data Integrity credential whose issuer lets claims be left out, and the learner's ticks -> what leaves the device.
// What is ticked is a JSON pointer; in the place of a Disclosure's digest it serves the same screens.
import type { ClaimPath, VcDataIntegrity } from '../model/credential.ts';
import { isJsonArray, isJsonObject } from '../model/json.ts';
import type { JsonObject, JsonValue } from '../model/json.ts';
import type { LeavingClaim, SelectableClaim } from '../model/presentation.ts';
import { pointerOf, selectPointers, stepsOf } from './select-pointers.ts';
import type { Steps } from './select-pointers.ts';

/** Without these nobody could tell whose merit it is or whether it still counts, so they are never held back. */
const ALWAYS = [
  '/issuer',
  '/validFrom',
  '/validUntil',
  '/issuanceDate',
  '/expirationDate',
  '/credentialStatus',
  '/credentialSubject/type',
] as const;
/** Objects that are opened, so that what stands in them can be ticked one by one; others go whole. */
const OPENED: ReadonlySet<string> = new Set(['credentialSubject', 'achievement']);
const NOT_CLAIMS: ReadonlySet<string> = new Set(['@context', 'id', 'type', 'proof']);

/** Whether parts of `credential` can be left out: it is as issued, and its suite is made for it. */
export function canLeaveOut(credential: VcDataIntegrity): boolean {
  return credential.selective?.mode === 'base';
}

/** What may be ticked, as the issuer ordered it. */
export function selectableStatements(credential: VcDataIntegrity): readonly SelectableClaim[] {
  return claimsIn(credential.document, [], alwaysShown(credential));
}

/** Pointers that go along whatever is ticked: the issuer's mandatory ones, and ours. */
export function alwaysPointers({ document, selective }: VcDataIntegrity): readonly string[] {
  const ours = ALWAYS.filter((pointer) => stepsOf(document, pointer) !== null);
  return [...new Set([...(selective?.mandatory ?? []), ...ours])];
}

/** The document that leaves, without its proof: exactly what the screen lists. */
export function shownDocument(credential: VcDataIntegrity, ticked: Iterable<string>): JsonObject {
  const { proof, ...document } = credential.document;
  const chosen = [...ticked].flatMap((pointer) => {
    const steps = stepsOf(document, pointer);
    return steps === null ? [] : [steps];
  });
  return proof === undefined ? document : selectPointers(document, [...alwaysShown(credential), ...chosen]);
}

/** Everything the reader learns, ticked claims first: what the consent screen lists. */
export function leavingStatements(credential: VcDataIntegrity, ticked: Iterable<string>): readonly LeavingClaim[] {
  const { document } = credential;
  const chosen = [...ticked].flatMap((pointer) => {
    const steps = stepsOf(document, pointer);
    return steps === null ? [] : [steps];
  });
  const always = alwaysShown(credential);
  const shown = selectPointers(document, [...always, ...chosen]);
  const withoutTicks = selectPointers(document, always);
  const told = chosen.map((path): LeavingClaim => ({ path, value: valueAt(document, path), why: 'chosen' }));
  const forced = leavesOf(withoutTicks, []).map((leaf): LeavingClaim => ({ ...leaf, why: 'always' }));
  return [...told, ...alongTheWay(shown, document, chosen, forced), ...forced];
}

/** ids and types of objects that were opened only because something in them was ticked. */
function alongTheWay(
  shown: JsonObject,
  document: JsonObject,
  chosen: readonly Steps[],
  forced: readonly LeavingClaim[],
): readonly LeavingClaim[] {
  const known = new Set(forced.map(({ path }) => pointerOf(path)));
  const ways = new Set(chosen.flatMap((steps) => steps.map((_, length) => pointerOf(steps.slice(0, length)))));
  return [...ways].flatMap((way) => {
    const steps = stepsOf(document, way) ?? [];
    const at = steps.length === 0 ? shown : valueAt(document, steps);
    if (!isJsonObject(at)) return [];
    return ['id', 'type'].flatMap((name): LeavingClaim[] => {
      const value = at[name];
      const path = [...steps, name];
      return value === undefined || known.has(pointerOf(path)) ? [] : [{ path, value, why: 'needed' }];
    });
  });
}

function alwaysShown(credential: VcDataIntegrity): readonly Steps[] {
  return alwaysPointers(credential)
    .map((pointer) => stepsOf(credential.document, pointer))
    .filter((steps) => steps !== null);
}

function claimsIn(object: JsonObject, at: Steps, always: readonly Steps[]): readonly SelectableClaim[] {
  return Object.entries(object).flatMap(([name, value]) => {
    // A name that begins with a digit reads as a place in a list to those who made the suite.
    if (NOT_CLAIMS.has(name) || value === null || /^\d/.test(name)) return [];
    return claimAt([...at, name], value, always);
  });
}

function claimAt(path: Steps, value: JsonValue, always: readonly Steps[]): readonly SelectableClaim[] {
  if (always.some((steps) => startsWith(path, steps))) return [];
  const name = String(path.at(-1));
  const children = isOpened(path, value, always) ? childrenOf(path, value, always) : null;
  if (children === null) return [{ digest: pointerOf(path), path, name, value, parents: [], children: [] }];
  return children.length === 0 ? [] : [{ digest: null, path, name, value: '', parents: [], children }];
}

function isOpened(path: Steps, value: JsonValue, always: readonly Steps[]): boolean {
  const last = path.findLast((step) => typeof step === 'string');
  const partly = always.some((steps) => steps.length > path.length && startsWith(steps, path));
  const opened = typeof last === 'string' && OPENED.has(last);
  if (isJsonObject(value)) return partly || opened;
  return isJsonArray(value) && (partly || opened || (value.length > 1 && value.every(isJsonObject)));
}

function childrenOf(path: Steps, value: JsonValue, always: readonly Steps[]): readonly SelectableClaim[] {
  if (isJsonObject(value)) return claimsIn(value, path, always);
  return isJsonArray(value) ? value.flatMap((item, index) => claimAt([...path, index], item, always)) : [];
}

/** Claims as they are listed: values, lists of values, and the ids and types between them. */
function leavesOf(value: JsonValue, path: ClaimPath): readonly Pick<LeavingClaim, 'path' | 'value'>[] {
  if (isJsonObject(value)) {
    const entries = Object.entries(value).filter(([name]) => name !== '@context' && name !== 'proof');
    return entries.flatMap(([name, inner]) => leavesOf(inner, [...path, name]));
  }
  if (isJsonArray(value) && value.some(isJsonObject)) {
    return value.flatMap((item, index) => leavesOf(item, [...path, index]));
  }
  return [{ path, value }];
}

function valueAt(document: JsonObject, path: Steps): JsonValue {
  return path.reduce<JsonValue>((at, step) => {
    if (isJsonArray(at)) return at[Number(step)] ?? null;
    return isJsonObject(at) ? (at[step] ?? null) : null;
  }, document);
}

function startsWith(path: Steps, start: Steps): boolean {
  return path.length >= start.length && start.every((step, at) => path[at] === step);
}
