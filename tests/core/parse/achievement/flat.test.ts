import { expect, test } from 'vitest';
import type { LearningAchievement } from '../../../../src/lib/core/model/achievement.ts';
import { sdJwt } from '../../../builders/tokens.ts';
import { parsedSdJwt } from '../../../builders/parsed.ts';

const viewOf = async (claims: object): Promise<LearningAchievement> =>
  (await parsedSdJwt(sdJwt(claims, []))).achievement;

test.each([
  [{ value: 3, unit: 'ECTS' }, [3, 'ects'], '3 ECTS'],
  [{ value: '7,5', unit: 'hp' }, [7.5, 'hp'], '7.5 hp'],
  [{ value: 40, unit: 'hours' }, [40, 'hours'], '40 hours'],
  [{ value: 2, unit: 'weeks' }, [2, 'weeks'], '2 weeks'],
  ['15 hp', [15, 'hp'], '15 hp'],
  ['PT60H', [60, 'hours'], 'PT60H'],
  [{ value: 3, unit: 'YH-poäng' }, null, '3 YH-poäng'],
  [{ value: 3 }, null, '3'],
  [3, null, '3'],
  ['a few days', null, 'a few days'],
])('workload %j: the unit is the issuer’s or none', async (notionalWorkload, expected, text) => {
  const view = await viewOf({ notionalWorkload });
  expect(view.workload.map(({ amount, unit }) => [amount, unit])).toEqual(expected === null ? [] : [expected]);
  expect(view.elements.workload?.values[0]?.[0]?.text).toBe(text);
});

test.each([
  ['EQF-6', 'EQF', '6'],
  ['EQF level 6', 'EQF', '6'],
  ['SeQF 7', 'SeQF', '7'],
  ['QF-EHEA second cycle', 'QF-EHEA', 'second cycle'],
  ['http://data.europa.eu/snb/eqf/8', 'EQF', '8'],
  ['avancerad nivå', null, 'avancerad nivå'],
  [6, null, '6'],
])('level %j', async (level, framework, value) => {
  expect((await viewOf({ level })).levels).toEqual([{ framework, value, path: 'level' }]);
});

test('the national level stands beside the European one', async () => {
  const { levels } = await viewOf({ level: 'EQF-6', nationalQualificationsFrameworkLevel: 'SeQF-6' });
  expect(levels.map(({ framework }) => framework)).toEqual(['EQF', 'SeQF']);
});

test('what the learner kept back is not stated', async () => {
  const view = await viewOf({ familyName: 'Berg', title: { sv: 'Kurs', en: 'Course' } });
  expect(view.elements.learner).toMatchObject({ path: 'familyName' });
  expect(view.title).toHaveLength(2);
  expect(view.languages).toEqual(['sv', 'en']);
});

test('the issue date falls back to when the token was made', async () => {
  expect((await viewOf({ iat: 1_781_740_800 })).elements['issue-date']).toEqual({
    values: [[{ language: null, text: '2026-06-18' }]],
    path: 'iat',
  });
});

test('skills, field of education and the qualification it is part of', async () => {
  const view = await viewOf({
    escoReference: ['http://data.europa.eu/esco/skill/abc', 'teamwork'],
    fieldOfEducation: '0114',
    partOfQualification: 'Program, 15 hp',
  });
  expect(view.alignments).toEqual([
    {
      name: [],
      framework: 'ESCO',
      code: null,
      url: 'http://data.europa.eu/esco/skill/abc',
      type: null,
      path: 'escoReference[0]',
    },
    {
      name: [{ language: null, text: 'teamwork' }],
      framework: 'ESCO',
      code: null,
      url: null,
      type: null,
      path: 'escoReference[1]',
    },
    { name: [], framework: 'ISCED-F', code: '0114', url: null, type: null, path: 'fieldOfEducation' },
  ]);
  expect(view.parts).toMatchObject([{ title: [{ text: 'Program, 15 hp' }], relation: 'isPartOf' }]);
});

test('an SD-JWT VC in the shape of a badge is read as one (DC4EU)', async () => {
  const view = await viewOf({
    credentialSubject: { achievement: { name: 'Kurs', ECTS: 3 } },
    issuer: { name: 'Norrsken' },
  });
  expect(view).toMatchObject({
    title: [{ text: 'Kurs' }],
    workload: [{ unit: 'ects' }],
    issuerName: [{ text: 'Norrsken' }],
  });
});
