// Text in the shapes strangers write it: a string, a language map, language-tagged objects, or lists of these.
import { isJsonArray, isJsonObject, stringOrNull } from '../model/json.ts';
import type { JsonValue } from '../model/json.ts';
import type { LocalisedString, LocalisedText } from '../model/localised.ts';

/** A language map key must look like a BCP 47 tag: `{ "id": …, "name": … }` is not a language map. */
const LANGUAGE = /^(?:[a-z]{2,3}|@none|und)(?:-[a-z0-9]{2,8})*$/i;
const NOT_LANGUAGES: ReadonlySet<string> = new Set(['id', 'url']);

/** Texts with their languages; `language` is what a plain string is in, when the issuer said so elsewhere. */
export function readLocalised(value: JsonValue | undefined, language: string | null = null): LocalisedText {
  if (typeof value === 'string') return value.trim() === '' ? [] : [{ language, text: value }];
  if (typeof value === 'number') return [{ language: null, text: String(value) }];
  if (isJsonArray(value)) return value.flatMap((item) => readLocalised(item, language));
  if (!isJsonObject(value)) return [];
  const tagged = stringOrNull(value['@value']) ?? stringOrNull(value['value']);
  const tag = stringOrNull(value['@language']) ?? stringOrNull(value['language']) ?? stringOrNull(value['lang']);
  if (tagged !== null) return [{ language: tag ?? language, text: tagged }];
  const entries = Object.entries(value);
  if (!entries.every(([key]) => LANGUAGE.test(key) && !NOT_LANGUAGES.has(key))) return [];
  return entries.flatMap(([key, text]) => readMapEntry(key, text));
}

function readMapEntry(tag: string, text: JsonValue): LocalisedString[] {
  const texts = isJsonArray(text) ? text : [text];
  return texts
    .filter((item): item is string => typeof item === 'string' && item.trim() !== '')
    .map((item) => ({ language: tag === '@none' || tag === 'und' ? null : tag, text: item }));
}
