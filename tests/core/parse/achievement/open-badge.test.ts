import { describe, expect, test } from 'vitest';
import type { LearningAchievement } from '../../../../src/lib/core/model/achievement.ts';
import { BADGE, jwt } from '../../../builders/tokens.ts';
import { parsedDocument, parsedJwt } from '../../../builders/parsed.ts';

const SUBJECT = BADGE.credentialSubject;
const ACHIEVEMENT = SUBJECT.achievement;

const withAchievement = async (achievement: object, subject: object = {}): Promise<LearningAchievement> =>
  (
    await parsedDocument({
      ...BADGE,
      credentialSubject: { ...SUBJECT, ...subject, achievement: { ...ACHIEVEMENT, ...achievement } },
    })
  ).achievement;

describe('workload', () => {
  test.each([
    [{ ECTS: 7.5 }, {}, [{ amount: 7.5, unit: 'ects', path: 'credentialSubject.achievement.ECTS' }]],
    [{ SBU: 240 }, {}, [{ amount: 240, unit: 'hours', path: 'credentialSubject.achievement.SBU' }]],
    [
      { creditsAvailable: 36 },
      { creditsEarned: 42 },
      [{ amount: 36, unit: 'credits', path: 'credentialSubject.achievement.creditsAvailable' }],
    ],
    [{}, { creditsEarned: 42 }, [{ amount: 42, unit: 'credits', path: 'credentialSubject.creditsEarned' }]],
    [{ creditsAvailable: 'many' }, {}, []],
    [{ timeInvestment: 13 }, {}, []],
  ])('%j %j', async (achievement, subject, expected) => {
    expect((await withAchievement(achievement, subject)).workload).toEqual(expected);
  });
});

describe('level: only an alignment that names a framework', () => {
  test.each([
    [{ targetType: 'ext:EQF', targetCode: '6' }, 'EQF', '6'],
    [{ targetType: 'ext:EQF', targetName: 'EQF level 4' }, 'EQF', '4'],
    [{ targetFramework: 'European Qualifications Framework', targetCode: '7' }, 'EQF', '7'],
    [{ targetFramework: 'SeQF', targetCode: '6' }, 'SeQF', '6'],
    [{ targetUrl: 'http://data.europa.eu/snb/eqf/5' }, 'EQF', '5'],
  ])('%j', async (alignment, framework, value) => {
    expect((await withAchievement({ alignment })).levels).toMatchObject([{ framework, value }]);
  });

  test.each([
    { targetFramework: 'University Course Catalog', targetCode: '6' },
    { targetType: 'CFItem', targetCode: '6', targetName: 'Level 6' },
    { targetType: 'ext:EQF', targetName: 'Higher education' },
  ])('not %j', async (alignment) => {
    const view = await withAchievement({ alignment });
    expect(view.levels).toEqual([]);
    expect(view.alignments).toHaveLength(1);
  });
});

describe('learner', () => {
  test.each([
    ['a name', { name: 'Elin Berg' }, 'Elin Berg', 'credentialSubject.name'],
    [
      'given and family name',
      { givenName: 'Elin', familyName: 'Berg' },
      'Elin Berg',
      'credentialSubject.givenName, credentialSubject.familyName',
    ],
    [
      'an identifier that is a name',
      {
        identifier: [
          { identityHash: 'a@b.se', hashed: false, identityType: 'emailAddress' },
          { identityHash: 'Elin', hashed: false, identityType: 'name' },
        ],
      },
      'Elin',
      'credentialSubject.identifier[1].identityHash',
    ],
    ['an id', {}, 'did:example:learner', 'credentialSubject.id'],
    [
      'a hash when there is nothing else',
      { id: undefined, identifier: { identityHash: 'sha256$00', hashed: true } },
      'sha256$00',
      'credentialSubject.identifier.identityHash',
    ],
  ])('%s', async (_, subject, text, path) => {
    const { learner } = (await withAchievement({}, subject)).elements;
    expect(learner).toEqual({ values: [[{ language: null, text }]], path });
  });

  test('nobody', async () => {
    expect((await withAchievement({}, { id: undefined })).elements.learner).toBeNull();
  });
});

test('texts are in the language the achievement states', async () => {
  const view = await withAchievement({ inLanguage: 'sv', name: 'Kurs', description: 'Om något' });
  expect(view.title).toEqual([{ language: 'sv', text: 'Kurs' }]);
  expect(view.languages).toEqual(['sv']);
});

test('language maps keep every language', async () => {
  const name = [
    { '@value': 'Kurs', '@language': 'sv' },
    { '@value': 'Course', '@language': 'en' },
  ];
  const view = await withAchievement({ name });
  expect(view.title).toEqual([
    { language: 'sv', text: 'Kurs' },
    { language: 'en', text: 'Course' },
  ]);
  expect(view.elements.title?.values).toHaveLength(1);
  expect(view.languages).toEqual(['sv', 'en']);
});

test('the address of criteria is not what they say', async () => {
  expect(
    (await withAchievement({ criteria: { id: 'https://a.example/criteria' } })).elements['learning-outcomes'],
  ).toBeNull();
});

test('links that are not web addresses are no links, pictures neither', async () => {
  const evidence = [{ id: 'javascript:alert(1)', name: 'x' }, { id: 'mailto:a@b.se' }, { id: 'https://a.example' }];
  const { achievement } = await parsedDocument({ ...BADGE, evidence, image: 'javascript:alert(1)' });
  expect(achievement.evidence.map(({ url }) => url)).toEqual([null, 'mailto:a@b.se', 'https://a.example']);
  expect(achievement.image).toBeNull();
  expect((await withAchievement({ image: 'data:text/html,<script>' })).image).toBeNull();
});

test('the first subject with an achievement is the one shown', async () => {
  const credentialSubject = [{ id: 'did:example:other' }, SUBJECT];
  const { achievement } = await parsedDocument({ ...BADGE, credentialSubject });
  expect(achievement.elements.title?.path).toBe('credentialSubject[1].achievement.name');
});

test('values of unexpected types are not stated, and nothing breaks', async () => {
  const odd = {
    name: 7,
    description: [],
    criteria: 'x',
    alignment: 'x',
    resultDescription: 1,
    image: 1,
    creditsAvailable: {},
  };
  const view = await withAchievement(odd, { result: [1, null, { value: 5 }], identifier: 'x' });
  expect(view.results).toEqual([{ label: [], value: '5', scale: [], path: 'credentialSubject.result[2]' }]);
  expect(view.elements.workload).toBeNull();
});

test('a path in a JWT with `vc` is a path in the credential', async () => {
  const { achievement } = await parsedJwt(jwt({ iss: BADGE.issuer.id, vc: BADGE }));
  expect(achievement.elements.title?.path).toBe('credentialSubject.achievement.name');
});
