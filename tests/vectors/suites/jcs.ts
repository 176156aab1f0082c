// RFC 8785 with the files of its author.
import { canonicaliseJson } from '../../../src/lib/core/bytes/canonicalise-json.ts';
import { hasVectors, vectorText } from '../folder.ts';
import { jsonOf } from '../../builders/json.ts';
import type { Suite } from './suite.ts';

const FOLDER = 'jcs/cyberphone__json-canonicalization/testdata';
const NAMES = ['arrays', 'french', 'structures', 'unicode', 'values', 'weird'];

export function jcs(): readonly Suite[] {
  const present = NAMES.filter((name) => hasVectors(`${FOLDER}/input/${name}.json`));
  const cases = present.map((name) => {
    const ours = Buffer.from(canonicaliseJson(jsonOf(vectorText(`${FOLDER}/input/${name}.json`)))).toString('hex');
    const published = vectorText(`${FOLDER}/outhex/${name}.txt`).replace(/\s/g, '');
    return { name, expected: 'the published bytes', got: ours === published ? 'the published bytes' : 'other bytes' };
  });
  return [{ format: 'JCS (RFC 8785)', source: 'cyberphone/json-canonicalization', asks: 'canonical form', cases }];
}
