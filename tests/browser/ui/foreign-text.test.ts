import { describe, expect, it } from 'vitest';
import { cleanText, languageAttribute } from '../../../src/lib/ui/foreign-text.ts';

describe('text from strangers', () => {
  it('is left alone when it is honest, in any script', () => {
    for (const text of ['Åsa Öberg-Häggström', 'Универсистет', 'جامعة', '東京大学', '👩‍🎓 Diplôme', 'نامه‌ها']) {
      expect(cleanText(text)).toEqual({ text, suspicious: false });
    }
  });

  it.each([
    ['turned round', 'exe.\u202Egpj', 'exe.gpj'],
    ['isolated', '\u2066KI\u2069', 'KI'],
    ['marked right-to-left', 'K\u200FI', 'KI'],
    ['with a zero-width space', 'Karo\u200Blinska', 'Karolinska'],
    ['with a joiner between Latin letters', 'Karo\u200Dlinska', 'Karolinska'],
    ['with a soft hyphen', 'Karo\u00ADlinska', 'Karolinska'],
    ['with tag characters', 'KI\u{E0041}', 'KI'],
    ['with a byte order mark', '\uFEFFKI', 'KI'],
  ])('is cleaned and flagged when it is %s', (_, dirty, clean) => {
    expect(cleanText(dirty)).toEqual({ text: clean, suspicious: true });
  });

  it('is flagged when a word mixes letters that look alike, not when two words differ', () => {
    expect(cleanText('Кarolinska Institutet').suspicious).toBe(true);
    expect(cleanText('Upρsala').suspicious).toBe(true);
    expect(cleanText('Московский State University').suspicious).toBe(false);
  });

  it('is cut at the limit, between characters', () => {
    expect(cleanText('👍👍👍👍', 2).text).toBe('👍👍…');
    expect(cleanText('a'.repeat(10_000), 100).text).toHaveLength(101);
  });

  it('gets a lang attribute only from what looks like a language tag', () => {
    expect(languageAttribute('sv')).toBe('sv');
    expect(languageAttribute('nb-NO')).toBe('nb-NO');
    for (const tag of [null, '', 'x', '" onload="', 'sv_SE', 'en\n']) expect(languageAttribute(tag)).toBeUndefined();
  });
});
