// An active context (JSON-LD 1.1 API §4.1), never changed once made, so that what follows from it can be kept.
import type { JsonValue } from '../../../model/json.ts';

export interface Term {
  /** IRI or keyword; null when the term is mapped to nothing on purpose. */
  readonly id: string | null;
  readonly type: string | null;
  readonly container: readonly string[];
  /** Scoped context; undefined when there is none. */
  readonly context: JsonValue | undefined;
  readonly isPrefix: boolean;
  readonly isProtected: boolean;
}

export interface ActiveContext {
  readonly terms: ReadonlyMap<string, Term>;
  /** What a type-scoped context is rolled back to in the next node (§4.1, previous context). */
  readonly previous: ActiveContext | null;
  /** Contexts already worked out from this one, by kind of use and by the context applied; null: not compiled. */
  readonly derived: ReadonlyMap<Scope, Map<JsonValue, ActiveContext | null>>;
}

/** How a local context is met: in a node, through a property's term, or through a type's. */
export type Scope = 'embedded' | 'property' | 'type';

export function makeContext(terms: ReadonlyMap<string, Term>, previous: ActiveContext | null): ActiveContext {
  return {
    terms,
    previous,
    derived: new Map([
      ['embedded', new Map()],
      ['property', new Map()],
      ['type', new Map()],
    ]),
  };
}

const KEYWORDS: ReadonlySet<string> = new Set([
  '@base',
  '@container',
  '@context',
  '@default',
  '@direction',
  '@embed',
  '@explicit',
  '@graph',
  '@id',
  '@included',
  '@index',
  '@json',
  '@language',
  '@list',
  '@nest',
  '@none',
  '@omitDefault',
  '@prefix',
  '@preserve',
  '@protected',
  '@requireAll',
  '@reverse',
  '@set',
  '@type',
  '@value',
  '@version',
  '@vocab',
]);

export const isKeyword = (text: string): boolean => KEYWORDS.has(text);
/** Looks like a keyword but is none: JSON-LD drops these (§5.2). */
const KEYWORD_LIKE = /^@[a-zA-Z]+$/;
/** The same weak test as jsonld makes: a scheme, and no white space. */
const ABSOLUTE = /^([A-Za-z][A-Za-z0-9+-.]*|_):[^\s]*$/;
export const isAbsoluteIri = (text: string): boolean => ABSOLUTE.test(text);

/** IRI expansion (§5.2) without a base and without @vocab: terms when `vocab`, then prefixes; else the text itself. */
export function expandIri(context: ActiveContext, text: string, vocab: boolean): string | null {
  if (isKeyword(text)) return text;
  if (KEYWORD_LIKE.test(text)) return null;
  const term = vocab ? context.terms.get(text) : undefined;
  if (term !== undefined) return term.id;
  const colon = text.indexOf(':');
  if (colon <= 0) return text;
  const prefix = text.slice(0, colon);
  if (prefix === '_' || text.startsWith('//', colon + 1)) return text;
  const namespace = context.terms.get(prefix);
  return namespace?.isPrefix === true && namespace.id !== null ? namespace.id + text.slice(colon + 1) : text;
}
