// The view of a learning achievement against the raw JSON, read here by other means: JSON.parse and plain paths.
import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { EU_ELEMENTS, statedCount } from '../../src/lib/core/model/achievement.ts';
import type { EuElement, LearningAchievement } from '../../src/lib/core/model/achievement.ts';
import { parseJson } from '../../src/lib/core/bytes/parse-json.ts';
import { isJsonObject } from '../../src/lib/core/model/json.ts';
import { readAchievement } from '../../src/lib/core/parse/achievement/read-achievement.ts';
import { parsedFrom } from '../builders/parsed.ts';
import { VECTORS, describeVectors, vectorBytes, vectorText, vectorsPresent } from './folder.ts';

const WE_BUILD = 'sdjwtvc-edu/webuild/micro-credential-rulebook-v0.1-example-claims.json';
const DC4EU_FLAT = 'sdjwtvc-edu/dc4eu__vc/pkg/education/testdata/microcredential.golden';
const NPULS = 'ob3/educredentials__obv3-examples/_data/credentials';
const DC4EU = 'sdjwtvc-edu/dc4eu__vc/standards/education_credential/micro_credential';
const ONE_EDTECH = 'ob3/1EdTech__digital-credentials-public-validator';
const CLR = 'clr2/1EdTech__digital-credentials-public-validator';

/** The value at a path such as `a.b[0].c`, or at each of several with a comma between, in raw JSON. */
function at(raw: unknown, path: string): unknown {
  const values = path.split(', ').map((one) =>
    one.split(/[.[\]]+/).reduce<unknown>((value, key) => {
      if (key === '') return value;
      return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined;
    }, raw),
  );
  return values.length === 1 ? values[0] : values.join(' ');
}

const rawOf = (file: string): unknown => JSON.parse(vectorText(file));
const firstValue = (view: LearningAchievement, element: EuElement): string | undefined =>
  view.elements[element]?.values[0]?.[0]?.text;
const pathsOf = (view: LearningAchievement): Record<string, string | undefined> =>
  Object.fromEntries(EU_ELEMENTS.map((element) => [element, view.elements[element]?.path]));

function viewOfClaims(file: string, types: readonly string[]): LearningAchievement {
  const parsed = parseJson(vectorText(file));
  if (!parsed.ok || !isJsonObject(parsed.value)) throw new Error(`${file} holds no claims`);
  return readAchievement(parsed.value, types);
}

const viewOf = async (file: string): Promise<LearningAchievement> => (await parsedFrom(vectorBytes(file))).achievement;

/** Every stated value is what stands at its path, for text and numbers; derived texts are checked apart. */
function expectWhatIsThere(view: LearningAchievement, raw: unknown): void {
  for (const element of EU_ELEMENTS) {
    const stated = view.elements[element];
    if (stated === null || element === 'workload' || element === 'level') continue;
    const there = at(raw, stated.path);
    const texts = stated.values.map((value) => value[0]?.text);
    expect([element, texts]).toEqual([element, Array.isArray(there) ? there : [String(there)]]);
  }
  for (const workload of view.workload) {
    const there = at(raw, workload.path);
    const amount = typeof there === 'object' && there !== null && 'value' in there ? there.value : there;
    expect([workload.path, workload.amount]).toEqual([workload.path, amount]);
  }
}

describeVectors(
  'WE BUILD rulebook v0.1, flat claims',
  () => {
    test('11 of 11, each from the claim the rulebook names', () => {
      const view = viewOfClaims(WE_BUILD, ['VerifiableMicroCredential']);
      expect(statedCount(view)).toBe(11);
      expect(pathsOf(view)).toEqual({
        learner: 'givenName, familyName',
        title: 'title',
        'issuer-country': 'issuerCountry',
        'awarding-body': 'awardingBody',
        'issue-date': 'issuanceDate',
        'learning-outcomes': 'learningOutcomes',
        workload: 'notionalWorkload',
        level: 'level',
        assessment: 'typeOfAssessment',
        participation: 'formOfParticipation',
        'quality-assurance': 'qualityAssurance',
      });
      expectWhatIsThere(view, rawOf(WE_BUILD));
      expect(view.workload).toEqual([{ amount: 3, unit: 'ects', path: 'notionalWorkload' }]);
      expect(view.levels).toEqual([{ framework: 'EQF', value: '6', path: 'level' }]);
      expect(view.results).toEqual([
        { label: [], value: 'Pass', scale: [{ language: null, text: 'Pass/Fail' }], path: 'grade' },
      ]);
      expect(view.elements['learning-outcomes']?.values).toHaveLength(2);
    });
  },
  [WE_BUILD],
);

describeVectors('DC4EU, older flat claim set', () => {
  test('11 of 11; a workload without a unit is stated, not counted', () => {
    const view = viewOfClaims(DC4EU_FLAT, []);
    expect(statedCount(view)).toBe(11);
    expectWhatIsThere(view, rawOf(DC4EU_FLAT));
    expect(firstValue(view, 'learner')).toBe('test-given-names test-family-name');
    expect(firstValue(view, 'workload')).toBe('test-notional-workload');
    expect(view.workload).toEqual([]);
  });
});

const achievementOf = (raw: unknown): unknown => at(raw, 'credentialSubject.achievement');
const fullFiles = (folder: string): readonly string[] =>
  vectorsPresent
    ? readdirSync(resolve(VECTORS, folder))
        .filter((name) => name.endsWith('.json'))
        .map((name) => `${folder}/${name}`)
    : [];

describeVectors('Npuls and DC4EU, Open Badges 3.0 with the Educredential extension', () => {
  test.each([...fullFiles(NPULS), ...fullFiles(DC4EU)])('%s', async (file) => {
    const raw = rawOf(file);
    const view = await viewOf(file);
    expectWhatIsThere(view, raw);
    const alignments = at(achievementOf(raw), 'alignment');
    const index = (type: string): number =>
      Array.isArray(alignments) ? alignments.findIndex((one) => at(one, 'targetType') === type) : -1;
    const A = 'credentialSubject.achievement';
    const present = (path: string): string | undefined => (at(raw, path) === undefined ? undefined : path);
    const aligned = (type: string, key: string): string | undefined =>
      index(type) < 0 ? undefined : `${A}.alignment[${String(index(type))}].${key}`;
    expect(pathsOf(view)).toEqual({
      learner: 'credentialSubject.id',
      title: `${A}.name`,
      'issuer-country': present('issuer.address.addressCountryCode'),
      'awarding-body': 'issuer.name',
      'issue-date': 'validFrom',
      'learning-outcomes': `${A}.criteria.narrative`,
      workload: present(`${A}.ECTS`) ?? present(`${A}.SBU`),
      level: aligned('ext:EQF', 'targetCode'),
      assessment: present(`${A}.assessmentType`),
      participation: present(`${A}.participationType`),
      'quality-assurance': aligned('ext:QualityAssurance', 'targetName'),
    });
    expect(view.levels.map(({ framework }) => framework)).toEqual(index('ext:EQF') < 0 ? [] : ['EQF']);
    expect(view.languages).toContain(at(achievementOf(raw), 'inLanguage'));
  });

  test('the full micro-credentials state 10 or 11 of 11', async () => {
    const files = [...fullFiles(NPULS), ...fullFiles(DC4EU)].filter((file) => file.includes('_microcredential_full'));
    expect(files.length).toBeGreaterThan(10);
    for (const file of files) expect([file, statedCount(await viewOf(file)) >= 10]).toEqual([file, true]);
  });
});

describeVectors('Open Badges 3.0 without extensions', () => {
  test('complete.json: credits have no unit but their own, nothing of assessment or participation', async () => {
    const file = `${ONE_EDTECH}/complete.json`;
    const view = await viewOf(file);
    expectWhatIsThere(view, rawOf(file));
    expect(view.workload).toEqual([
      { amount: 36, unit: 'credits', path: 'credentialSubject.achievement.creditsAvailable' },
    ]);
    expect(EU_ELEMENTS.filter((element) => view.elements[element] === null)).toEqual([
      'level',
      'assessment',
      'participation',
      'quality-assurance',
    ]);
    expect(view.type).toBe('Degree');
    expect(view.results.map(({ value }) => value)).toEqual(['A', 'Mastery', 'Completed']);
    expect(view.alignments).toHaveLength(2);
    expect(view.evidence.map(({ url }) => url)).toEqual([
      'https://1edtech.edu/credentials/3732/evidence/1',
      'https://github.com/somebody/project',
    ]);
    expect(view.image).toEqual({
      data: null,
      remote: 'https://1edtech.edu/achievements/degree/image',
      caption: '1EdTech University Degree',
    });
  });

  test('a picture carried in the credential is kept, one that is only named is not fetched', async () => {
    const file = 'dcc/w3c-ccg__vc-ed/plugfest-2-2022/unsigned-badge-example-p2-embedded-image.json';
    const { image } = await viewOf(file);
    expect(image?.remote).toBeNull();
    expect(image?.data).toMatch(/^data:image\/png;base64,/);
  });
});

describeVectors('CLR 2.0', () => {
  test('complex.json: parts are the achievements inside, related by achievement id', async () => {
    const file = `${CLR}/complex.json`;
    const raw = rawOf(file);
    const view = await viewOf(file);
    const inside = at(raw, 'credentialSubject.verifiableCredential') as unknown[];
    expect(view.parts.map(({ id }) => id)).toEqual(inside.map((one) => at(one, 'credentialSubject.achievement.id')));
    expect(view.parts.map(({ title }) => title[0]?.text)).toEqual(
      inside.map((one) => at(one, 'credentialSubject.achievement.name')),
    );
    expect(view.parts[0]).toMatchObject({ relation: 'isParentOf' });
    expect(view.parts[1]).toMatchObject({ relation: 'isChildOf' });
    expect(view.workload).toEqual([]);
  });

  test('simple.jwt: a transcript is named as its issuer names it, and claims no workload of its own', async () => {
    const view = await viewOf(`${CLR}/simple.jwt`);
    expect(view.title).toEqual([{ language: null, text: 'Sample Transcript' }]);
    expect(view.parts).toHaveLength(2);
    expect(view.elements.workload).toBeNull();
  });
});

describe('every view', () => {
  test('a credential that says nothing of learning has every element, none stated', () => {
    const view = readAchievement({}, []);
    expect(Object.keys(view.elements).sort()).toEqual([...EU_ELEMENTS].sort());
    expect(statedCount(view)).toBe(0);
  });
});
