// Active context + a local context met in a document -> the next active context (JSON-LD 1.1 API §4.1).
// Each step is worked out once and kept: this is where jsonld spends its time on every document anew.
import { bundledContext } from '../../../contexts/bundled-contexts.ts';
import { isJsonArray, isJsonObject } from '../../../model/json.ts';
import type { JsonValue } from '../../../model/json.ts';
import { makeContext } from './active-context.ts';
import type { ActiveContext, Scope } from './active-context.ts';
import { defineTerms } from './define-terms.ts';

/** Documents choose the order of contexts, so what is kept could grow without end: beyond this it is begun anew. */
const MAX_KEPT = 500;
const kept = { root: makeContext(new Map(), null), count: 0 };

/** The context a document starts with: no terms. */
export function initialContext(): ActiveContext {
  if (kept.count > MAX_KEPT) Object.assign(kept, { root: makeContext(new Map(), null), count: 0 });
  return kept.root;
}

/** The next context; null when `local` is not compiled here: jsonld must decide. */
export function applyContext(active: ActiveContext, local: JsonValue, scope: Scope): ActiveContext | null {
  const cache = active.derived.get(scope);
  const known = cache?.get(local);
  if (known !== undefined) return known;
  const made = make(active, local, scope);
  // Arrays and inline objects of a document are new objects each time; what a bundled context holds is not.
  if (typeof local === 'string' || scope !== 'embedded') {
    cache?.set(local, made);
    kept.count += 1;
  }
  return made;
}

function make(active: ActiveContext, local: JsonValue, scope: Scope): ActiveContext | null {
  // A type-scoped context does not propagate: the next node rolls back to what was before it (§3.5).
  const start = scope === 'type' && active.previous === null ? makeContext(active.terms, active) : active;
  return applyOne(start, local, scope === 'property');
}

function applyOne(active: ActiveContext, local: JsonValue, mayOverride: boolean): ActiveContext | null {
  if (isJsonArray(local)) return applyEach(active, local, mayOverride);
  if (typeof local === 'string') {
    const document = bundledContext(local)?.['@context'];
    return document === undefined ? null : applyOne(active, document, mayOverride);
  }
  return isJsonObject(local) ? defineTerms(active, local, mayOverride) : null;
}

function applyEach(active: ActiveContext, locals: readonly JsonValue[], mayOverride: boolean): ActiveContext | null {
  let next: ActiveContext | null = locals.length === 0 ? null : active;
  for (const local of locals) {
    if (next === null) return null;
    const isShared = typeof local === 'string' && !mayOverride;
    next = isShared ? applyContext(next, local, 'embedded') : applyOne(next, local, mayOverride);
  }
  return next;
}
