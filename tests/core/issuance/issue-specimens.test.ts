import { beforeAll, describe, expect, test } from 'vitest';
import { EU_ELEMENTS, statedCount } from '../../../src/lib/core/model/achievement.ts';
import type { ParsedCredential } from '../../../src/lib/core/model/credential.ts';
import { NO_TRUST } from '../../../src/lib/core/model/trust.ts';
import { examine } from '../../../src/lib/core/examine.ts';
import { issueSpecimens } from '../../../src/lib/core/issuance/specimens/issue-specimens.ts';
import type { Specimen } from '../../../src/lib/core/issuance/specimens/issue-specimens.ts';
import type { Judgement } from '../../../src/lib/core/model/verdict.ts';
import { NOW, makeHolder, random } from '../../builders/show-specimen.ts';
import type { Holder } from '../../builders/show-specimen.ts';

interface Examined {
  readonly specimen: Specimen;
  readonly credential: ParsedCredential;
  readonly judgement: Judgement;
}

let holder: Holder;
const examined: Examined[] = [];

beforeAll(async () => {
  holder = await makeHolder();
  for (const specimen of await issueSpecimens({ now: NOW, holderKey: holder.publicKey, random })) {
    const question = { trust: NO_TRUST, now: NOW, context: { kind: 'document' }, clockFloor: NOW } as const;
    const examination = await examine(specimen.bytes, question);
    if (examination.outcome !== 'credential') throw new Error(`${specimen.fileName}: ${examination.why}`);
    examined.push({ specimen, ...examination });
  }
});

function called(fileName: string): Examined {
  const found = examined.find(({ specimen }) => specimen.fileName === fileName);
  if (!found) throw new Error(`no ${fileName}`);
  return found;
}

describe('the four specimens', () => {
  test('are intact, and specimens on every device: nothing more, nothing less', () => {
    expect(examined.map(({ judgement }) => judgement.verdict)).toEqual([
      'specimen',
      'specimen',
      'specimen',
      'specimen',
    ]);
    for (const { judgement } of examined) expect(judgement.because).toEqual(['issuer-specimen']);
  });
  test('come in four kinds of wrapping', () => {
    expect(examined.map(({ credential: { kind, profile, carrier } }) => [kind, profile, carrier])).toEqual([
      ['sd-jwt-vc', 'sd-jwt-vc', 'plain'],
      ['vc-di', 'open-badge-3', 'png'],
      ['vc-jwt', 'clr-2', 'plain'],
      ['vc-jwt', 'open-badge-3', 'plain'],
    ]);
  });
  test('have a title, an issuer, a learner and an issuing day', () => {
    for (const { credential } of examined) {
      const { elements } = credential.achievement;
      expect(credential.achievement.title.length).toBeGreaterThan(0);
      expect(credential.issuer.name).toEqual([{ language: null, text: 'Norrsken universitet' }]);
      expect([elements.learner, elements['issue-date'], elements['issuer-country']]).not.toContain(null);
    }
  });
});

describe('the micro-credential', () => {
  const file = 'norrsken-hogskolepedagogik.sd-jwt';
  test('states all 11 EU elements in 19 claims that can each be withheld', () => {
    const { credential } = called(file);
    expect(EU_ELEMENTS.filter((element) => credential.achievement.elements[element] === null)).toEqual([]);
    expect(statedCount(credential.achievement)).toBe(11);
    expect(credential.kind === 'sd-jwt-vc' && credential.disclosures).toHaveLength(19);
  });
  test("is bound to the holder's key", () => {
    expect(called(file).credential.holder.key).toMatchObject({ x: holder.publicKey.x, y: holder.publicKey.y });
    expect(examined.map(({ specimen }) => specimen.boundToHolder)).toEqual([true, false, false, false]);
  });
  test('counts as 3 ECTS at level 7', () => {
    const { workload, levels } = called(file).credential.achievement;
    expect(workload).toMatchObject([{ amount: 3, unit: 'ects' }]);
    expect(levels).toMatchObject([{ framework: 'EQF', value: '7' }]);
  });
});

describe('the transcript', () => {
  test('has three parts that belong to the whole', () => {
    const { parts } = called('norrsken-studieutdrag.jwt').credential.achievement;
    const relations = new Set(parts.map(({ relation }) => relation));
    expect(relations).toContain('isPartOf');
    expect(parts.map(({ title }) => title[0]?.text)).toEqual(
      expect.arrayContaining([
        'Folkhälsovetenskapens grunder',
        'Epidemiologi och biostatistik',
        'Hälsofrämjande arbete i praktiken',
      ]),
    );
  });
});

describe('the baked badge', () => {
  test('shows its picture without asking anybody', () => {
    expect(called('norrsken-klinisk-handledare.png').credential.achievement.image?.data).toMatch(/^data:image\/png/);
  });
});

describe('two devices', () => {
  test('get the same badge byte for byte, and micro-credentials with salts of their own', async () => {
    const again = await issueSpecimens({ now: NOW, holderKey: holder.publicKey, random });
    expect(again[1]?.bytes).toEqual(examined[1]?.specimen.bytes);
    expect(again[0]?.bytes).not.toEqual(examined[0]?.specimen.bytes);
  });
});
