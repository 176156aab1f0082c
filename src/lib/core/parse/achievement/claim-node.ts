// A value in claims together with the path it was read from, so that everything shown can say where it stood.
import { isJsonArray, isJsonObject } from '../../model/json.ts';
import type { JsonObject, JsonValue } from '../../model/json.ts';
import type { LocalisedText } from '../../model/localised.ts';
import type { Stated } from '../../model/achievement.ts';
import { readLocalised } from '../read-localised.ts';

export interface ClaimNode {
  readonly value: JsonValue | undefined;
  /** `credentialSubject.achievement.alignment[0].targetCode`. */
  readonly path: string;
}

export const rootNode = (claims: JsonObject): ClaimNode => ({ value: claims, path: '' });

/** The member at `keys`, one below the other. One-or-many: where an array stands on the way, its first element is taken. */
export function nodeAt(node: ClaimNode, ...keys: readonly string[]): ClaimNode {
  return keys.reduce((from, key) => member(firstOf(from), key), node);
}

/** As nodeAt, for a path written with dots. */
export const nodeAtPath = (node: ClaimNode, path: string): ClaimNode => nodeAt(node, ...path.split('.'));

/** Every element of one-or-many, each with its own path; none when absent. */
export function nodesOf(node: ClaimNode): readonly ClaimNode[] {
  const { value, path } = node;
  if (value === undefined || value === null) return [];
  if (!isJsonArray(value)) return [node];
  return value.map((element, index) => ({ value: element, path: `${path}[${String(index)}]` }));
}

/** Text that is not blank; null for anything else. */
export function textOf({ value }: ClaimNode): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value : null;
}

/** A number, also when written as text (`"7.5"`, `"7,5"`). */
export function numberOf({ value }: ClaimNode): number | null {
  if (typeof value === 'number') return value;
  if (typeof value !== 'string' || !/^\s*\d+(?:[.,]\d+)?\s*$/.test(value)) return null;
  return Number(value.replace(',', '.'));
}

/** Texts of a node; several in one language, such as a list of learning outcomes, become one with a line each. */
export function localisedOf(node: ClaimNode, language: string | null = null): LocalisedText {
  const texts = new Map<string | null, string[]>();
  for (const entry of readLocalised(node.value, language)) {
    const lines = texts.get(entry.language);
    if (lines === undefined) texts.set(entry.language, [entry.text]);
    else lines.push(entry.text);
  }
  return [...texts].map(([tag, lines]) => ({ language: tag, text: lines.join('\n') }));
}

/** What the first of `nodes` that says anything says; null when none does. A list of plain texts is several values. */
export function statedBy(nodes: readonly ClaimNode[], language: string | null = null): Stated | null {
  for (const node of nodes) {
    const values = valuesOf(node, language);
    if (values.length > 0) return { values, path: node.path };
  }
  return null;
}

/** The first value stated, in every language it was given in. */
export const firstText = (stated: Stated | null): LocalisedText => stated?.values[0] ?? [];

function valuesOf(node: ClaimNode, language: string | null): readonly LocalisedText[] {
  const { value } = node;
  // A list of language-tagged objects is one text in several languages.
  const list = isJsonArray(value) && !value.some(isJsonObject) ? value : [value];
  return list.map((item) => readLocalised(item, language)).filter((text) => text.length > 0);
}

function firstOf(node: ClaimNode): ClaimNode {
  return isJsonArray(node.value) ? (nodesOf(node)[0] ?? { value: undefined, path: node.path }) : node;
}

function member({ value, path }: ClaimNode, key: string): ClaimNode {
  const inside = path === '' ? key : `${path}.${key}`;
  return { value: isJsonObject(value) ? value[key] : undefined, path: inside };
}
