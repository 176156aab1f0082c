// A local context's own terms on top of an active context (JSON-LD 1.1 API §4.2), for what the bundled contexts use.
// Anything beyond that gives null, and the document goes through jsonld instead: never a guess.
import { canonicaliseJson } from '../../../bytes/canonicalise-json.ts';
import { isJsonArray, isJsonObject } from '../../../model/json.ts';
import type { JsonObject, JsonValue } from '../../../model/json.ts';
import { expandIri, isAbsoluteIri, isKeyword, makeContext } from './active-context.ts';
import type { ActiveContext, Term } from './active-context.ts';

const CONTEXT_KEYWORDS: ReadonlySet<string> = new Set(['@version', '@protected']);
const TERM_KEYWORDS: ReadonlySet<string> = new Set(['@id', '@type', '@container', '@context', '@protected']);
const CONTAINERS: ReadonlySet<string> = new Set(['@set', '@graph', '@list']);
/** Endings that make a plain term usable as a prefix (§4.2.2, gen-delim). */
const GEN_DELIM = /[:/?#[\]@]$/;

interface Work {
  readonly local: JsonObject;
  readonly terms: Map<string, Term>;
  readonly before: ReadonlyMap<string, Term>;
  readonly mayOverride: boolean;
  /** false while a term is being defined, true after. */
  readonly defined: Map<string, boolean>;
}

/**
 * `active` with the terms of `local`. `mayOverride`: a property-scoped context may redefine protected terms.
 * null when a protected term would change, or `local` uses something not compiled here.
 */
export function defineTerms(active: ActiveContext, local: JsonObject, mayOverride: boolean): ActiveContext | null {
  const version = local['@version'];
  if (version !== undefined && version !== 1.1) return null;
  const work: Work = { local, terms: new Map(active.terms), before: active.terms, mayOverride, defined: new Map() };
  const names = Object.keys(local).filter((name) => !CONTEXT_KEYWORDS.has(name));
  return names.every((name) => defineTerm(work, name)) ? makeContext(work.terms, active.previous) : null;
}

function defineTerm(work: Work, name: string): boolean {
  const state = work.defined.get(name);
  if (state !== undefined) return state;
  work.defined.set(name, false);
  if (name === '' || name.startsWith('@') || name.includes(':') || name.includes('/')) return false;
  work.terms.delete(name);
  const term = makeTerm(work, work.local[name] ?? null);
  if (term === null || !keepsProtection(work, name, term)) return false;
  const previous = work.before.get(name);
  const stays = previous?.isProtected === true && !work.mayOverride;
  work.terms.set(name, stays ? { ...term, isProtected: true } : term);
  work.defined.set(name, true);
  return true;
}

function makeTerm(work: Work, value: JsonValue): Term | null {
  const isSimple = typeof value === 'string' || value === null;
  const definition: JsonValue = isSimple ? { '@id': value } : value;
  if (!isJsonObject(definition)) return null;
  if (!Object.keys(definition).every((key) => TERM_KEYWORDS.has(key))) return null;
  const id = readId(work, definition['@id']);
  const type = readType(work, definition['@type']);
  const container = readContainer(definition['@container']);
  if (id === undefined || type === undefined || container === null) return null;
  const own = definition['@protected'];
  return {
    id,
    type,
    container,
    context: definition['@context'],
    isPrefix: isSimple && id !== null && GEN_DELIM.test(id),
    isProtected: own === true || (work.local['@protected'] === true && own !== false),
  };
}

function readId(work: Work, value: JsonValue | undefined): string | null | undefined {
  if (value === null) return null;
  if (typeof value !== 'string' || value === '@context' || value === '@preserve') return undefined;
  const id = expandInContext(work, value);
  return id !== null && (isKeyword(id) || isAbsoluteIri(id)) ? id : undefined;
}

function readType(work: Work, value: JsonValue | undefined): string | null | undefined {
  if (value === undefined) return null;
  if (typeof value !== 'string') return undefined;
  if (value === '@id' || value === '@vocab' || value === '@json' || value === '@none') return value;
  const type = expandInContext(work, value);
  return type !== null && isAbsoluteIri(type) && !type.startsWith('_:') ? type : undefined;
}

function readContainer(value: JsonValue | undefined): readonly string[] | null {
  if (value === undefined) return [];
  const names: readonly JsonValue[] = isJsonArray(value) ? value : [value];
  const known = names.filter((name) => typeof name === 'string').filter((name) => CONTAINERS.has(name));
  return known.length === names.length ? known : null;
}

/** A name inside a term's definition may itself be a term, or have a prefix, of the same context: define those first. */
function expandInContext(work: Work, text: string): string | null {
  const colon = text.indexOf(':');
  const first = colon > 0 ? text.slice(0, colon) : text;
  for (const name of first === text ? [text] : [text, first]) {
    if (Object.hasOwn(work.local, name) && !isKeyword(name) && !defineTerm(work, name)) return null;
  }
  return expandIri({ terms: work.terms, previous: null, derived: new Map() }, text, true);
}

/** A protected term may only be repeated as it was (§4.2.2, step 27). */
function keepsProtection(work: Work, name: string, term: Term): boolean {
  const previous = work.before.get(name);
  if (previous?.isProtected !== true || work.mayOverride) return true;
  return sameTerm(previous, term);
}

function sameTerm(one: Term, other: Term): boolean {
  const [a, b] = [one, other].map(({ id, type, container, context, isPrefix }) =>
    canonicaliseJson([id, type, [...container].sort(), context === undefined ? [] : [context], isPrefix]),
  );
  return a === b;
}
