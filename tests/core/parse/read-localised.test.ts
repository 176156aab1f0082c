import { expect, test } from 'vitest';
import { readLocalised } from '../../../src/lib/core/parse/read-localised.ts';

test.each([
  ['a string', 'Kurs', [{ language: 'sv', text: 'Kurs' }]],
  [
    'a language map',
    { sv: 'Kurs', 'en-GB': 'Course' },
    [
      { language: 'sv', text: 'Kurs' },
      { language: 'en-GB', text: 'Course' },
    ],
  ],
  [
    'a map with lists',
    { sv: ['a', 'b'] },
    [
      { language: 'sv', text: 'a' },
      { language: 'sv', text: 'b' },
    ],
  ],
  ['a map with no language', { '@none': 'x' }, [{ language: null, text: 'x' }]],
  [
    'JSON-LD values',
    [
      { '@value': 'Kurs', '@language': 'sv' },
      { '@value': 'Course', '@language': 'en' },
    ],
    [
      { language: 'sv', text: 'Kurs' },
      { language: 'en', text: 'Course' },
    ],
  ],
  ['a display entry', { lang: 'en-US', value: 'x' }, [{ language: 'en-US', text: 'x' }]],
  ['a number', 6, [{ language: null, text: '6' }]],
  ['blank text', '  ', []],
  ['an object that is no map', { id: 'urn:x', name: 'y' }, []],
  ['an id alone', { id: 'urn:x' }, []],
  ['nothing', undefined, []],
  ['null', null, []],
])('%s', (_, value, expected) => {
  expect(readLocalised(value, 'sv')).toEqual(expected);
});
