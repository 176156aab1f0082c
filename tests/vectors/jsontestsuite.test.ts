// nst/JSONTestSuite: every file has a decided answer.
import { expect, test } from 'vitest';
import { parseJson } from '../../src/lib/core/bytes/parse-json.ts';
import { decodeUtf8 } from '../../src/lib/core/bytes/utf8.ts';
import { describeVectors, vectorBytes } from './folder.ts';
import { answer, DECIDED, filesThat, FOLDER, REFUSED_THOUGH_VALID } from './suites/json-test-suite.ts';

describeVectors('JSONTestSuite', () => {
  test('all 95 files that must be accepted are, except the two with duplicate keys', () => {
    expect(filesThat('y_')).toHaveLength(95);
    for (const file of filesThat('y_'))
      expect([file, answer(file)]).toEqual([file, REFUSED_THOUGH_VALID.get(file) ?? 'ok']);
  });

  test('what is accepted has the value JSON.parse gives it', () => {
    for (const file of filesThat('y_')) {
      if (REFUSED_THOUGH_VALID.has(file)) continue;
      const text = decodeUtf8(vectorBytes(`${FOLDER}/${file}`)) ?? '';
      const parsed = parseJson(text);
      expect([file, parsed.ok && JSON.stringify(parsed.value)]).toEqual([file, JSON.stringify(JSON.parse(text))]);
    }
  });

  test('all 188 files that must be refused are', () => {
    expect(filesThat('n_')).toHaveLength(188);
    for (const file of filesThat('n_')) expect([file, answer(file)]).not.toEqual([file, 'ok']);
  });

  test('all 35 files left to the reader have a decided answer', () => {
    expect(filesThat('i_')).toHaveLength(35);
    expect([...DECIDED.keys()].sort()).toEqual(filesThat('i_'));
    for (const file of filesThat('i_')) expect([file, answer(file)]).toEqual([file, DECIDED.get(file)]);
  });
});
