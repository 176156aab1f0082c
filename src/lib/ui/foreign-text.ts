// Text from strangers made harmless to look at. Attacks: bidi controls that turn a name round, invisible letters,
// look-alike letters of another script, and names long enough to break a page.
import type { LocalisedString, LocalisedText } from '$lib/core/model/localised.ts';
import { pickText } from '$lib/core/model/localised.ts';
import { getLocale } from '$lib/i18n/paraglide/runtime.js';

// Bidi controls are among the default-ignorable; joiners stay, for emoji and for scripts that need them.
const INVISIBLE = /(?!\u200c|\u200d|\ufe0e|\ufe0f)\p{Default_Ignorable_Code_Point}/gu;
const JOINER_IN_LATIN = /(?<=\p{Script=Latin})(?:\u200c|\u200d)+(?=\p{Script=Latin})/gu;
const CONTROL = /(?![\n\t])\p{Cc}/gu;
const LATIN = /\p{Script=Latin}/u;
const LOOK_ALIKE = /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Cherokee}\p{Script=Armenian}]/u;

export interface CleanText {
  readonly text: string;
  /** Something that could deceive was in it: taken out, or a word mixes scripts that look alike. */
  readonly suspicious: boolean;
}

/** `text` without what could deceive the eye, shortened to `limit` characters. */
export function cleanText(text: string, limit = 4000): CleanText {
  const stripped = text.replace(INVISIBLE, '').replace(JOINER_IN_LATIN, '').replace(CONTROL, '');
  const mixed = stripped.split(/[\s\p{P}]+/u).some((word) => LATIN.test(word) && LOOK_ALIKE.test(word));
  // A window that surely holds one character more than the limit: the rest of a huge text is never split.
  const characters = Array.from(stripped.slice(0, 2 * limit + 2));
  const short = characters.length > limit ? `${characters.slice(0, limit).join('')}…` : stripped;
  return { text: short, suspicious: mixed || stripped !== text.replace(CONTROL, '') };
}

/** The text to show for the reader's language; null when nothing is said. */
export function inReadersLanguage(text: LocalisedText): LocalisedString | null {
  const picked = pickText(text, [getLocale()]);
  return picked === null || picked.text.trim() === '' ? null : picked;
}

/** The `lang` attribute for text in `language`: only what looks like a BCP 47 tag. */
export function languageAttribute(language: string | null): string | undefined {
  return language !== null && /^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$/.test(language) ? language : undefined;
}
