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

describe('results: what they are measured by', () => {
  const scaled = async (description: object): Promise<unknown> => {
    const resultDescription = [{ id: 'urn:r', type: ['ResultDescription'], name: 'Grade', ...description }];
    const view = await withAchievement({ resultDescription }, { result: [{ resultDescription: 'urn:r', value: 'B' }] });
    return view.results[0]?.scale.map(({ text }) => text);
  };

  test.each([
    ['the values that can be had', { allowedValue: ['F', 'B', 'A'] }, ['F, B, A']],
    ['their range', { valueMin: '1', valueMax: '10' }, ['1–10']],
    ['one end of it', { valueMin: 0 }, ['0–']],
    [
      'the levels of a rubric',
      { rubricCriterionLevel: [{ id: 'urn:1', name: 'Novice' }, { level: '2' }] },
      ['Novice, 2'],
    ],
    ['nothing', {}, []],
  ])('%s', async (_, description, expected) => {
    expect(await scaled(description)).toEqual(expected);
  });
});

describe('endorsements', () => {
  const endorsement = (comment: string): object => ({
    type: ['VerifiableCredential', 'EndorsementCredential'],
    issuer: { id: 'https://quality.example', name: 'Quality Agency' },
    credentialSubject: { id: 'urn:x', endorsementComment: comment },
  });

  test('of credential, achievement, issuer and creator, as JSON and as JWT, each with its path', async () => {
    const { achievement } = await parsedDocument({
      ...BADGE,
      issuer: { id: 'https://a.example', endorsementJwt: [jwt(endorsement('Known'))] },
      endorsement: endorsement('Whole'),
      credentialSubject: {
        ...SUBJECT,
        achievement: {
          ...ACHIEVEMENT,
          endorsement: [endorsement('Good')],
          creator: { id: 'urn:c', endorsement: [endorsement('Old')] },
        },
      },
    });
    expect(achievement.endorsements.map(({ about, comment, path }) => [about, comment[0]?.text, path])).toEqual([
      ['credential', 'Whole', 'endorsement'],
      ['achievement', 'Good', 'credentialSubject.achievement.endorsement[0]'],
      ['issuer', 'Known', 'issuer.endorsementJwt[0]'],
      ['issuer', 'Old', 'credentialSubject.achievement.creator.endorsement[0]'],
    ]);
    expect(achievement.endorsements[0]).toMatchObject({
      by: [{ text: 'Quality Agency' }],
      byId: 'https://quality.example',
    });
  });

  test('that cannot be read or say nothing are left out, and there is an end to them', async () => {
    const odd = await withAchievement({ endorsement: [7, null, {}, [], { issuer: 5 }], endorsementJwt: ['x.y.z', ''] });
    expect(odd.endorsements).toEqual([]);
    const many = await withAchievement({ endorsement: Array.from({ length: 500 }, () => endorsement('Good')) });
    expect(many.endorsements).toHaveLength(20);
  });
});

test('who assessed it, who made it, and what the issuer is part of; never the issuer itself', async () => {
  const { achievement } = await parsedDocument({
    ...BADGE,
    issuer: { id: 'https://a.example', name: 'A', parentOrg: { id: 'https://all.example', name: { sv: 'Alla' } } },
    credentialSubject: {
      ...SUBJECT,
      source: { id: 'https://lab.example', name: 'Lab' },
      achievement: { ...ACHIEVEMENT, creator: { id: 'https://a.example', name: 'A' } },
    },
  });
  expect(achievement.parties).toEqual([
    {
      role: 'assessor',
      name: [{ language: null, text: 'Lab' }],
      id: 'https://lab.example',
      path: 'credentialSubject.source',
    },
    {
      role: 'parent-organisation',
      name: [{ language: 'sv', text: 'Alla' }],
      id: 'https://all.example',
      path: 'issuer.parentOrg',
    },
  ]);
  expect((await withAchievement({ creator: { name: 'Maker' } })).parties).toMatchObject([{ role: 'creator' }]);
});

test.each([
  ['http://data.europa.eu/esco/skill/abc', 'ESCO'],
  ['http://data.europa.eu/snb/eqf/6', 'EQF'],
  ['http://data.europa.eu/snb/isced-f/0613', 'ISCED-F'],
  ['https://www.seqf.se/niva/6', 'SeQF'],
  ['https://opensalt.example/ims/case/v1p0/CFItems/1', 'CASE'],
  ['https://credentialengineregistry.org/resources/ce-1', 'CTDL'],
  ['https://purl.org/ctdlasn/terms/Competency', 'CTDL'],
  ['https://seqf.se.evil.example/6', null],
  ['https://evil.example/?credentialengineregistry.org', null],
])('an alignment to %s is one to %s', async (targetUrl, framework) => {
  const view = await withAchievement({ alignment: [{ targetName: 'X', targetUrl }] });
  expect(view.alignments[0]?.framework).toBe(framework);
});

test('supervision, and names as language objects of VCDM 2.0', async () => {
  const view = await withAchievement({
    supervisionType: 'supervised online',
    name: [
      { '@value': 'Kurs', '@language': 'sv' },
      { '@value': 'Course', '@language': 'en', '@direction': 'ltr' },
    ],
  });
  expect(view.supervision).toMatchObject({ path: 'credentialSubject.achievement.supervisionType' });
  expect(view.title).toEqual([
    { language: 'sv', text: 'Kurs' },
    { language: 'en', text: 'Course' },
  ]);
});
