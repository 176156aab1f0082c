// Letters and a calm colour for a name. The colours are none of the verdicts'.
const TONES = 7;
const WORDS_THAT_SAY_LITTLE = new Set(['of', 'the', 'and', 'for', 'i', 'och', 'för', 'vid', 'på', 'av', 'de', 'der']);

/** One or two capital letters of `name`, and a tone from 0 to 6 that is the same for the same name. */
export function monogram(name: string): { readonly letters: string; readonly tone: number } {
  const words = name
    .replace(/[^\p{L}\p{N}\s-]/gu, ' ')
    .split(/[\s-]+/u)
    .filter((word) => word !== '' && !WORDS_THAT_SAY_LITTLE.has(word.toLowerCase()));
  const letters = words.slice(0, 2).map((word) => Array.from(word)[0] ?? '');
  let hash = 0;
  for (const character of name) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) % 65_521;
  return { letters: letters.join('').toUpperCase() || '?', tone: hash % TONES };
}
