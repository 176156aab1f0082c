// JSON scalars -> RDF literals (JSON-LD 1.1 API §8.2.2), in the lexical forms that jsonld writes.
import type { JsonObject } from '../../../model/json.ts';
import { expandIri, isAbsoluteIri } from './active-context.ts';
import type { ActiveContext } from './active-context.ts';
import { namedNode, RDF, XSD } from './quad.ts';
import type { LiteralTerm } from './quad.ts';

const LANGUAGE_TAG = /^[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*$/;

/** A literal of `value`; its own datatype when `datatype` is null. */
export function makeLiteral(value: string | number | boolean, datatype: string | null): LiteralTerm {
  const [text, ownType] = lexicalForm(value, datatype);
  const writtenAs = `${typeof value} ${datatype ?? ''}`;
  return { termType: 'Literal', value: text, datatype: namedNode(datatype ?? ownType), writtenAs };
}

function lexicalForm(value: string | number | boolean, datatype: string | null): readonly [string, string] {
  if (typeof value === 'boolean') return [value.toString(), `${XSD}boolean`];
  if (datatype === `${XSD}double` || (typeof value === 'number' && isDouble(value))) {
    return [canonicalDouble(typeof value === 'number' ? value : Number.parseFloat(value)), `${XSD}double`];
  }
  return typeof value === 'number' ? [value.toFixed(0), `${XSD}integer`] : [value, `${XSD}string`];
}

function isDouble(value: number): boolean {
  return String(value).includes('.') || Math.abs(value) >= 1e21;
}

function canonicalDouble(value: number): string {
  return value.toExponential(15).replace(/(\d)0*e\+?/, '$1E');
}

/** A value object (`@value` with `@type` or `@language`); null for one with more to it than that. */
export function literalOfValueObject(context: ActiveContext, element: JsonObject): LiteralTerm | null {
  const parts = new Map(Object.entries(element).map(([key, value]) => [expandIri(context, key, true), value]));
  const value = parts.get('@value');
  const isScalar = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
  if (!isScalar || parts.size !== Object.keys(element).length || parts.size > 2) return null;
  if (parts.size === 1) return makeLiteral(value, null);
  const type = parts.get('@type');
  if (typeof type === 'string') return typedLiteral(context, value, type);
  const language = parts.get('@language');
  if (typeof language !== 'string' || typeof value !== 'string' || !LANGUAGE_TAG.test(language)) return null;
  const datatype = namedNode(`${RDF}langString`);
  return { termType: 'Literal', value, datatype, language: language.toLowerCase(), writtenAs: 'language' };
}

function typedLiteral(context: ActiveContext, value: string | number | boolean, type: string): LiteralTerm | null {
  // A type with a scoped context would change how the value object itself is read.
  if (context.terms.get(type)?.context !== undefined) return null;
  const datatype = expandIri(context, type, true);
  if (datatype === null || !isAbsoluteIri(datatype) || datatype.startsWith('_:')) return null;
  return makeLiteral(value, datatype);
}
