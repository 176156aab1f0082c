import { expect, test } from 'vitest';
import type { LearningAchievement } from '../../../../src/lib/core/model/achievement.ts';
import { BADGE, jwt } from '../../../builders/tokens.ts';
import { parsedDocument } from '../../../builders/parsed.ts';

const inside = (id: string, name: string, credits?: number): object => ({
  ...BADGE,
  type: ['VerifiableCredential', 'AchievementCredential'],
  credentialSubject: {
    type: ['AchievementSubject'],
    achievement: { id, type: ['Achievement'], name, creditsAvailable: credits },
  },
});
const WHOLE = { id: 'urn:whole', type: ['Achievement'], name: 'Programme', creditsAvailable: 30 };

async function viewOf(subject: object): Promise<LearningAchievement> {
  const type = ['VerifiableCredential', 'ClrCredential'];
  return (
    await parsedDocument({
      ...BADGE,
      type,
      name: 'Transcript',
      credentialSubject: { type: ['ClrSubject'], ...subject },
    })
  ).achievement;
}
const association = (sourceId: string, associationType: string, targetId: string): object => ({
  type: 'Association',
  sourceId,
  associationType,
  targetId,
});

test('one achievement of its own is the whole, with its workload; the credentials inside are the parts', async () => {
  const view = await viewOf({
    achievement: [WHOLE],
    verifiableCredential: [inside('urn:1', 'One', 7.5), inside('urn:2', 'Two', 22.5)],
    association: [association('urn:1', 'isPartOf', 'urn:whole'), association('urn:2', 'precedes', 'urn:1')],
  });
  expect(view.title).toEqual([{ language: null, text: 'Transcript' }]);
  expect(view.workload).toEqual([
    { amount: 30, unit: 'credits', path: 'credentialSubject.achievement[0].creditsAvailable' },
  ]);
  expect(view.parts.map(({ id, relation, workload }) => [id, relation, workload?.amount])).toEqual([
    ['urn:1', 'isPartOf', 7.5],
    ['urn:2', 'precedes', 22.5],
  ]);
});

test('several of its own are parts; one that is also inside stands once', async () => {
  const view = await viewOf({
    achievement: [WHOLE, { id: 'urn:1', name: 'One' }],
    verifiableCredential: [inside('urn:1', 'One', 7.5)],
  });
  expect(view.parts.map(({ id }) => id)).toEqual(['urn:1', 'urn:whole']);
  expect(view.workload).toEqual([]);
});

test('a part inside as a JWT is read; one that cannot be read is left out', async () => {
  const view = await viewOf({ verifiableCredential: [jwt(inside('urn:1', 'One')), 'not.a.jwt'] });
  expect(view.parts).toEqual([
    {
      id: 'urn:1',
      title: [{ language: null, text: 'One' }],
      workload: null,
      relation: null,
      path: 'credentialSubject.verifiableCredential[0].credentialSubject.achievement',
    },
  ]);
});

test('associations go by achievement id; a credential id relates nothing', async () => {
  const view = await viewOf({
    verifiableCredential: [inside('urn:1', 'One')],
    association: [association(BADGE.id, 'isPartOf', 'urn:whole'), association('urn:9', 'isParentOf', 'urn:1')],
  });
  expect(view.parts[0]?.relation).toBe('isChildOf');
});

test('associations with missing ends change nothing', async () => {
  const view = await viewOf({
    verifiableCredential: [inside('urn:1', 'One')],
    association: [{}, { associationType: 'isPartOf' }, 'x'],
  });
  expect(view.parts[0]?.relation).toBeNull();
});

test.each([
  ['exactMatchOf', 'exactMatchOf'],
  ['isChildOf', 'isParentOf'],
  ['isParentOf', 'isChildOf'],
  ['isPartOf', null],
  ['isPeerOf', 'isPeerOf'],
  ['isRelatedTo', 'isRelatedTo'],
  ['precedes', null],
  ['replacedBy', null],
])('%s is the word of its source, and says %s of its target', async (word, inverse) => {
  const view = await viewOf({
    verifiableCredential: [inside('urn:1', 'One'), inside('urn:2', 'Two')],
    association: [association('urn:1', word, 'urn:2')],
  });
  expect(view.parts.map(({ relation }) => relation)).toEqual([word, inverse]);
});

test('a record inside a record, and an enveloped credential, are read with what is inside them', async () => {
  const enveloped = {
    type: 'EnvelopedVerifiableCredential',
    id: `data:application/vc+jwt,${jwt(inside('urn:2', 'Two'))}`,
  };
  const record = {
    type: ['VerifiableCredential', 'ClrCredential'],
    name: 'Term',
    credentialSubject: { verifiableCredential: [inside('urn:1', 'One'), enveloped] },
  };
  const view = await viewOf({
    verifiableCredential: [record, { type: 'EnvelopedVerifiableCredential', id: 'data:,x' }],
  });
  expect(view.parts.map(({ id, title }) => [id, title[0]?.text])).toEqual([
    [null, 'Term'],
    ['urn:1', 'One'],
    ['urn:2', 'Two'],
  ]);
});

test('records inside records come to an end', async () => {
  let record: object = inside('urn:deep', 'Deep');
  for (let depth = 0; depth < 12; depth += 1)
    record = { name: `Level ${String(depth)}`, credentialSubject: { verifiableCredential: [record] } };
  expect((await viewOf({ verifiableCredential: [record] })).parts).toHaveLength(4);
});
