// One file of each family, read whole: the views as data, held against what the files say when they were written down.
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import type { LearningAchievement } from '../../src/lib/core/model/achievement.ts';
import { readAchievement } from '../../src/lib/core/parse/achievement/read-achievement.ts';
import { jsonOf, objectOf } from '../builders/json.ts';
import { parsedFrom, plain } from '../builders/parsed.ts';
import { stringOrNull } from '../../src/lib/core/model/json.ts';
import { describeVectors, vectorBytes, vectorText } from './folder.ts';

const FOLDER = resolve(import.meta.dirname, 'views');
/** Claims alone, without a token around them, and the type they would be issued under. */
const CLAIMS: Readonly<Record<string, readonly string[]>> = {
  'webuild.json': ['VerifiableMicroCredential'],
  'dc4eu-flat.json': [],
};

async function viewOf(name: string, file: string): Promise<LearningAchievement> {
  const types = CLAIMS[name];
  if (types === undefined) return (await parsedFrom(vectorBytes(file))).achievement;
  return readAchievement(objectOf(jsonOf(vectorText(file))), types);
}

describeVectors('the whole view', () => {
  test.each(readdirSync(FOLDER))('%s', async (name) => {
    const { file, view } = objectOf(jsonOf(readFileSync(resolve(FOLDER, name), 'utf8')));
    expect(plain(await viewOf(name, stringOrNull(file) ?? ''))).toEqual(plain(view));
  });
});
