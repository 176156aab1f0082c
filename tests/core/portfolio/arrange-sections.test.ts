import { describe, expect, test } from 'vitest';
import { sectionId } from '../../../src/lib/core/model/brand.ts';
import {
  addSection,
  removeSection,
  renameSection,
  restoreSection,
  shiftSection,
} from '../../../src/lib/core/portfolio/arrange-sections.ts';
import { TEMPLATES, findTemplate, templateSection } from '../../../src/lib/core/portfolio/find-template.ts';
import { placeCredential } from '../../../src/lib/core/portfolio/arrange-merits.ts';
import { A, kiPortfolio, sectionOf } from '../../builders/portfolio.ts';

const ki = kiPortfolio();
const own = sectionId('own');
const withOwn = addSection(ki, own, '  Awards ');
const titles = (portfolio: typeof ki): readonly (string | null)[] =>
  portfolio.sections.map(({ templateKey, title }) => templateKey ?? title);

describe('sections', () => {
  test("KI's five headings come in KI's order, empty", () => {
    expect(titles(ki)).toEqual(['cv', 'research', 'teaching', 'leadership', 'clinical']);
    expect(ki.sections.every(({ credentials }) => credentials.length === 0)).toBe(true);
  });
  test('an own section is added last, renamed and removed', () => {
    expect(titles(withOwn).at(-1)).toBe('Awards');
    expect(titles(renameSection(withOwn, own, 'Prizes')).at(-1)).toBe('Prizes');
    expect(titles(removeSection(withOwn, own))).toEqual(titles(ki));
  });
  test('a removed section comes back with its merits where it stood, once', () => {
    const filled = placeCredential(shiftSection(withOwn, own, -1), own, A);
    const section = filled.sections[4];
    if (!section) throw new Error('no section');
    const back = restoreSection(removeSection(filled, own), section, 4);
    expect(back).toEqual(filled);
    expect(restoreSection(back, section, 0)).toBe(back);
  });
  test('an empty name does not take', () => {
    expect(renameSection(withOwn, own, '   ')).toBe(withOwn);
  });
  test("the template's headings are neither renamed, removed nor moved", () => {
    const cv = sectionOf(ki, 'cv');
    expect(renameSection(ki, cv, 'Me')).toBe(ki);
    expect(removeSection(ki, cv)).toBe(ki);
    expect(shiftSection(ki, cv, 1)).toBe(ki);
  });
  test('an own section moves among them and stops at the ends', () => {
    expect(titles(shiftSection(withOwn, own, -1))).toEqual([
      'cv',
      'research',
      'teaching',
      'leadership',
      'Awards',
      'clinical',
    ]);
    expect(shiftSection(withOwn, own, 1)).toBe(withOwn);
  });
});

describe('templates', () => {
  test.each(TEMPLATES)('$id says where its headings come from and speaks Swedish and English', (template) => {
    expect(findTemplate(template.id)).toBe(template);
    expect(template.source).not.toBe('');
    expect(Number.isNaN(Date.parse(template.validFrom))).toBe(false);
    const texts = template.sections.flatMap(({ title, objective, instruction }) => [title, objective, instruction]);
    for (const text of texts) if (text) expect([text.sv, text.en].every((words) => words.length > 1)).toBe(true);
    expect(new Set(template.sections.map(({ key }) => key)).size).toBe(template.sections.length);
  });
  test('an unknown template leaves the arrangement without headings, not without merits', () => {
    expect(findTemplate('ki-2031')).toBeNull();
    expect(ki.sections.map((section) => templateSection(null, section))).toEqual([null, null, null, null, null]);
  });
});
