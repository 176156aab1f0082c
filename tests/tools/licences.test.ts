import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { licenceOf, licenceProblems } from './licences.mjs';

interface Licence {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  readonly text: string;
}
// Written by npm run licences, in the shape that the Settings page reads.
const shown = JSON.parse(readFileSync('static/licences.json', 'utf8')) as Licence[];

/** Code and data of others that came in no package of their own. */
const NOT_PACKAGES = ['zxing-cpp', 'dc4eu/vc'];

describe('the licences of what is served', () => {
  it('are all allowed and carry their text', () => {
    expect(shown.length).toBeGreaterThan(20);
    expect(licenceProblems(shown)).toEqual([]);
  });

  it('are those of the installed versions', () => {
    const own = shown.filter(({ name }) => !NOT_PACKAGES.includes(name));
    for (const entry of own) expect(licenceOf(entry.name)).toEqual(entry);
  });

  it('are refused when nobody decided on them, or without their text', () => {
    const bad = { name: 'left', version: '1.0.0', licence: 'GPL-3.0-only', text: '' };
    expect(licenceProblems([bad])).toEqual([
      'left: GPL-3.0-only is not on the list of allowed licences',
      'left: its licence text is missing',
    ]);
  });
});
