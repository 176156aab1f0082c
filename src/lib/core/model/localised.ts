// Text in the languages an issuer gave it. A list, not an object: a language tag from a stranger is never a key.
export interface LocalisedString {
  /** BCP 47 tag as the issuer wrote it, or null when the issuer did not say. */
  readonly language: string | null;
  readonly text: string;
}
export type LocalisedText = readonly LocalisedString[];

/** The text in the first of `preferred` that is there; else unmarked text; else English; else the first. */
export function pickText(text: LocalisedText, preferred: readonly string[]): LocalisedString | null {
  for (const wanted of preferred) {
    const exact = text.find((entry) => entry.language?.toLowerCase() === wanted.toLowerCase());
    if (exact) return exact;
    const primary = wanted.split('-')[0]?.toLowerCase();
    const close = text.find((entry) => entry.language?.split('-')[0]?.toLowerCase() === primary);
    if (close) return close;
  }
  return (
    text.find((entry) => entry.language === null) ??
    text.find((entry) => entry.language?.toLowerCase().startsWith('en')) ??
    text[0] ??
    null
  );
}

export const plainText = (text: string): LocalisedText => [{ language: null, text }];
