import { describe, expect, test } from 'vitest';
import { sectionId } from '../../../src/lib/core/model/brand.ts';
import {
  arrangeSection,
  moveEntry,
  placeCredential,
  removeEntry,
  shiftEntry,
} from '../../../src/lib/core/portfolio/arrange-merits.ts';
import { A, B, C, credentialsIn, kiPortfolio, sectionOf } from '../../builders/portfolio.ts';

const empty = kiPortfolio();
const teaching = sectionOf(empty, 'teaching');
const clinical = sectionOf(empty, 'clinical');
const abc = [A, B, C].reduce((portfolio, merit) => placeCredential(portfolio, teaching, merit), empty);

describe('placing', () => {
  test('a merit is placed last, or where it is put', () => {
    expect(credentialsIn(abc, teaching)).toEqual([A, B, C]);
    expect(credentialsIn(placeCredential(placeCredential(empty, teaching, A), teaching, B, 0), teaching)).toEqual([
      B,
      A,
    ]);
  });
  test('the same merit does not stand twice in one section', () => {
    expect(placeCredential(abc, teaching, B)).toBe(abc);
  });
  test('the same merit may stand in several sections', () => {
    const both = placeCredential(abc, clinical, A);
    expect(credentialsIn(both, teaching)).toContain(A);
    expect(credentialsIn(both, clinical)).toEqual([A]);
  });
  test('a section that is not there changes nothing', () => {
    expect(placeCredential(abc, sectionId('gone'), A)).toBe(abc);
    expect(arrangeSection(abc, sectionId('gone'), [A])).toBe(abc);
  });
  test('the portfolio that was given is not changed', () => {
    placeCredential(empty, teaching, A);
    expect(credentialsIn(empty, teaching)).toEqual([]);
  });
});

describe('moving', () => {
  test('up and down go one step and stop at the ends', () => {
    expect(credentialsIn(shiftEntry(abc, teaching, B, -1), teaching)).toEqual([B, A, C]);
    expect(credentialsIn(shiftEntry(abc, teaching, B, 1), teaching)).toEqual([A, C, B]);
    expect(shiftEntry(abc, teaching, A, -1)).toBe(abc);
    expect(shiftEntry(abc, teaching, C, 1)).toBe(abc);
  });
  test('to another section, at a position', () => {
    const moved = moveEntry(placeCredential(abc, clinical, B), {
      credential: A,
      from: teaching,
      to: clinical,
      position: 0,
    });
    expect(credentialsIn(moved, teaching)).toEqual([B, C]);
    expect(credentialsIn(moved, clinical)).toEqual([A, B]);
  });
  test('to a section where it stands already: it only leaves the first', () => {
    const both = placeCredential(abc, clinical, A);
    const moved = moveEntry(both, { credential: A, from: teaching, to: clinical });
    expect(credentialsIn(moved, teaching)).toEqual([B, C]);
    expect(credentialsIn(moved, clinical)).toEqual([A]);
  });
  test('a merit that is not where it is said to be, or a section that is not there, changes nothing', () => {
    expect(moveEntry(abc, { credential: A, from: clinical, to: teaching })).toBe(abc);
    expect(moveEntry(abc, { credential: A, from: teaching, to: sectionId('gone') })).toBe(abc);
  });
  test('an order left by a drag is taken over, repeats counted once', () => {
    expect(credentialsIn(arrangeSection(abc, teaching, [C, A, C]), teaching)).toEqual([C, A]);
  });
});

describe('removing', () => {
  test('from one section it stays in the others', () => {
    const both = placeCredential(abc, clinical, A);
    const left = removeEntry(both, teaching, A);
    expect(credentialsIn(left, teaching)).toEqual([B, C]);
    expect(credentialsIn(left, clinical)).toEqual([A]);
    expect(removeEntry(left, teaching, A)).toBe(left);
  });
});
