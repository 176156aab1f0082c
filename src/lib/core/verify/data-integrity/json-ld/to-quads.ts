// A JSON-LD document in bundled contexts -> RDF quads, in one walk (JSON-LD 1.1 API §5.1.2 and §8.1, safe mode).
// It does the common part of the algorithm only. Whatever else it meets gives null, and the document goes through
// jsonld: an unmapped claim, a relative address, a redefined term, lists, reverse properties, JSON literals.
import { isJsonArray, isJsonObject, many } from '../../../model/json.ts';
import type { JsonObject, JsonValue } from '../../../model/json.ts';
import { expandIri, isAbsoluteIri, isKeyword } from './active-context.ts';
import type { ActiveContext, Term } from './active-context.ts';
import { applyContext, initialContext } from './apply-context.ts';
import { literalOfValueObject, makeLiteral } from './make-literal.ts';
import { DEFAULT_GRAPH, namedNode, QuadSet, RDF } from './quad.ts';
import type { Quad, ResourceTerm } from './quad.ts';

/** Where a value stands. */
interface Place {
  readonly subject: ResourceTerm;
  readonly predicate: string;
  readonly graph: ResourceTerm;
  readonly term: string;
  readonly inGraph: boolean;
}

/** Quads of `document`; null when any part of it is beyond what is compiled here, or not covered by the quads. */
export function toQuads(document: JsonObject): readonly Quad[] | null {
  const set = new QuadSet();
  addNode(set, initialContext(), null, document, DEFAULT_GRAPH);
  return set.beyond || set.quads.length === 0 ? null : set.quads;
}

function beyond(set: QuadSet): null {
  set.beyond = true;
  return null;
}

/** Adds a node object's quads; gives the node. Order of steps as in jsonld's `expand`. */
function addNode(
  set: QuadSet,
  given: ActiveContext,
  throughTerm: string | null,
  element: JsonObject,
  graph: ResourceTerm,
): ResourceTerm | null {
  const entered = enterNode(given, throughTerm, element);
  if (entered === null) return beyond(set);
  const keys = Object.keys(element).filter((key) => key !== '@context');
  const [idKey, typeKey] = [soleKey(entered, keys, '@id'), soleKey(entered, keys, '@type')];
  if (idKey === null || typeKey === null) return beyond(set);
  const typeNames = typeKey === undefined ? [] : asArray(element[typeKey] ?? null);
  const types = readTypes(entered, typeNames);
  const context = types === null ? null : applyTypes(entered, typeNames);
  if (types === null || context === null || changes(entered, context, [idKey, typeKey])) return beyond(set);
  const node = nodeOf(set, context, idKey === undefined ? undefined : element[idKey]);
  if (node === null) return beyond(set);
  for (const type of types) set.add(node, `${RDF}type`, set.node(type), graph);
  for (const key of keys) {
    if (key !== idKey && key !== typeKey) addProperty(set, context, node, key, element[key] ?? null, graph);
  }
  return node;
}

/** As it is written: a type of null is an error, not none. */
function asArray(value: JsonValue): readonly JsonValue[] {
  return isJsonArray(value) ? value : [value];
}

/** The key that means `keyword`; undefined when there is none, null when there are several. */
function soleKey(context: ActiveContext, keys: readonly string[], keyword: string): string | undefined | null {
  const found = keys.filter((key) => expandIri(context, key, true) === keyword);
  return found.length > 1 ? null : found[0];
}

function changes(before: ActiveContext, after: ActiveContext, keys: readonly (string | undefined)[]): boolean {
  return keys.some((key) => key !== undefined && expandIri(before, key, true) !== expandIri(after, key, true));
}

/** Rolls back what a type above had scoped, then applies the property's and the node's own context. */
function enterNode(given: ActiveContext, throughTerm: string | null, element: JsonObject): ActiveContext | null {
  const scoped = throughTerm === null ? undefined : given.terms.get(throughTerm)?.context;
  let context: ActiveContext | null = isReference(given, element) ? given : (given.previous ?? given);
  if (scoped !== undefined) context = applyContext(context, scoped, 'property');
  const own = element['@context'];
  if (own === undefined || context === null) return context;
  return many(own).every((one) => typeof one === 'string') ? applyContext(context, own, 'embedded') : null;
}

/** `{ "id": … }` alone refers to a node and keeps the context it stands in. */
function isReference(context: ActiveContext, element: JsonObject): boolean {
  const keys = Object.keys(element);
  const [only] = keys;
  return (
    keys.length === 1 && only !== undefined && context.previous !== null && expandIri(context, only, true) === '@id'
  );
}

function readTypes(context: ActiveContext, values: readonly JsonValue[]): readonly string[] | null {
  const types = values.map((value) => (typeof value === 'string' ? expandIri(context, value, true) : null));
  const named = types.filter((type) => type !== null).filter((type) => isAbsoluteIri(type) && !type.startsWith('_:'));
  return named.length === values.length ? named : null;
}

/** Type-scoped contexts, in the order of the types' names (§5.1.2, step 11). */
function applyTypes(entered: ActiveContext, types: readonly JsonValue[]): ActiveContext | null {
  let context: ActiveContext | null = entered;
  for (const type of types.filter((value) => typeof value === 'string').sort()) {
    const scoped = entered.terms.get(type)?.context;
    if (scoped !== undefined && context !== null) context = applyContext(context, scoped, 'type');
  }
  return context;
}

function nodeOf(set: QuadSet, context: ActiveContext | null, id: JsonValue | undefined): ResourceTerm | null {
  if (id === undefined) return set.blankNode();
  const iri = typeof id === 'string' && context !== null ? expandIri(context, id, false) : null;
  return iri !== null && isAbsoluteIri(iri) ? set.node(iri) : null;
}

function addProperty(
  set: QuadSet,
  context: ActiveContext,
  subject: ResourceTerm,
  key: string,
  value: JsonValue,
  graph: ResourceTerm,
): void {
  const predicate = expandIri(context, key, true);
  const term = context.terms.get(key);
  if (predicate === null || isKeyword(predicate) || !isAbsoluteIri(predicate)) return void beyond(set);
  if (predicate.startsWith('_:') || predicate === `${RDF}type` || !isPlain(term)) return void beyond(set);
  const inner = term?.context === undefined ? context : applyContext(context, term.context, 'property');
  if (inner === null || inner.terms.get(key) !== term) return void beyond(set);
  const inGraph = term?.container.includes('@graph') ?? false;
  const place: Place = { subject, predicate, graph, term: key, inGraph };
  if (term?.container.includes('@list') === true) addList(set, inner, place, value);
  else addValue(set, inner, place, value);
}

function isPlain(term: Term | undefined): boolean {
  return term?.type !== '@json';
}

function addValue(set: QuadSet, context: ActiveContext, place: Place, value: JsonValue): void {
  if (set.beyond || value === null) return;
  if (isJsonArray(value)) {
    for (const item of value) addValue(set, context, place, item);
  } else if (isJsonObject(value)) {
    addObject(set, context, place, value);
  } else {
    const object = place.inGraph ? null : scalar(set, context, place.term, value);
    if (object === null) set.beyond = true;
    else set.add(place.subject, place.predicate, object, place.graph);
  }
}

function addObject(set: QuadSet, context: ActiveContext, place: Place, value: JsonObject): void {
  const object = objectOf(set, context, place, value);
  if (object === null) set.beyond = true;
  else set.add(place.subject, place.predicate, object, place.graph);
}

function objectOf(set: QuadSet, context: ActiveContext, place: Place, value: JsonObject): Quad['object'] | null {
  return isValueObject(context, value) ? valueObject(context, place, value) : nodeObject(set, context, place, value);
}

/** An ordered list: first, rest, nil (JSON-LD 1.1 API §8.2.3). */
function addList(set: QuadSet, context: ActiveContext, place: Place, value: JsonValue): void {
  if (value === null) return;
  let at: ResourceTerm = place.subject;
  let link = place.predicate;
  for (const item of many(value).filter((one) => one !== null)) {
    const object = listItem(set, context, place, item);
    if (object === null) return void beyond(set);
    const cell = set.blankNode();
    set.add(at, link, cell, place.graph);
    set.add(cell, `${RDF}first`, object, place.graph);
    at = cell;
    link = `${RDF}rest`;
  }
  set.add(at, link, namedNode(`${RDF}nil`), place.graph);
}

function listItem(set: QuadSet, context: ActiveContext, place: Place, item: JsonValue): Quad['object'] | null {
  if (isJsonArray(item) || item === null || place.inGraph) return null;
  return isJsonObject(item) ? objectOf(set, context, place, item) : scalar(set, context, place.term, item);
}

function isValueObject(context: ActiveContext, value: JsonObject): boolean {
  return Object.keys(value).some((key) => key === '@value' || expandIri(context, key, true) === '@value');
}

function valueObject(context: ActiveContext, place: Place, value: JsonObject): Quad['object'] | null {
  // A property's own context would apply to a value object too; none in hand does so.
  if (place.inGraph || context.terms.get(place.term)?.context !== undefined) return null;
  return literalOfValueObject(context, value);
}

function nodeObject(set: QuadSet, context: ActiveContext, place: Place, value: JsonObject): ResourceTerm | null {
  if (!place.inGraph) return addNode(set, context, place.term, value, place.graph);
  const graph = set.blankNode();
  const before = set.quads.length;
  const node = addNode(set, context, place.term, value, graph);
  // In a graph, an empty or merely named node says nothing: jsonld would drop it.
  return node === null || set.quads.length === before ? null : graph;
}

function scalar(
  set: QuadSet,
  context: ActiveContext,
  key: string,
  value: string | number | boolean,
): Quad['object'] | null {
  const type = context.terms.get(key)?.type ?? null;
  if (type === '@none' || type === '@json') return null;
  if (type !== '@id' && type !== '@vocab') return makeLiteral(value, type);
  if (typeof value !== 'string') return makeLiteral(value, null);
  const iri = expandIri(context, value, type === '@vocab');
  return iri !== null && isAbsoluteIri(iri) ? set.node(iri) : null;
}
