// FIGURES §6, last section point 6: one symbol holds the specimen with three claims and key binding.
import { beforeAll, describe, expect, test } from 'vitest';
import { packEnvelope } from '../../../src/lib/core/present/envelope/pack-envelope.ts';
import { unpackEnvelope } from '../../../src/lib/core/present/envelope/unpack-envelope.ts';
import { planSymbol } from '../../../src/lib/core/present/plan-symbol.ts';
import { showLink } from '../../../src/lib/core/present/show-link.ts';
import { disclosureName, issueCourse, makeHolder, showCourse } from '../../builders/show-specimen.ts';
import type { Holder } from '../../builders/show-specimen.ts';

const BASE = 'https://meritfolio.example/';
const GOAL = 22;
const MUST = 25;

describe('the specimen as one QR code', () => {
  let holder: Holder;
  let sdJwt: string;
  let names: readonly string[];
  beforeAll(async () => {
    holder = await makeHolder();
    sdJwt = await issueCourse(holder);
    names = sdJwt.split('~').slice(1, -1).map(disclosureName);
  });

  async function versionWith(shown: readonly string[], base = BASE): Promise<number> {
    const text = await showCourse(sdJwt, holder, shown);
    const envelope = await packEnvelope(text);
    if (envelope === null) throw new Error('not packed');
    expect(await unpackEnvelope(envelope)).toEqual({ ok: true, text });
    const plan = planSymbol(showLink(base, envelope), 40);
    const version = plan.fits ? plan.version : plan.needs;
    console.log(`${shown.join('+')} ${text.length} characters, ${envelope.length} bytes, version ${String(version)}`);
    return version ?? 99;
  }

  test('name and title fit the goal, version 22', async () => {
    expect(await versionWith(['givenName', 'familyName', 'title'])).toBeLessThanOrEqual(GOAL);
  });
  test('19 claims there are', () => {
    expect(names).toHaveLength(19);
  });
  test('the three longest claims fit version 25', async () => {
    expect(await versionWith(['learningOutcomes', 'qualityAssurance', 'title'])).toBeLessThanOrEqual(MUST);
  });
  test('title, level, workload', async () => {
    expect(await versionWith(['title', 'level', 'notionalWorkload'])).toBeLessThanOrEqual(GOAL);
  });
  test('all', async () => {
    expect(await versionWith(names)).toBeGreaterThan(0);
  });
  test('on a lower-case base path', async () => {
    expect(
      await versionWith(['givenName', 'familyName', 'title'], 'https://someone.github.io/meritfolio/'),
    ).toBeLessThanOrEqual(GOAL);
  });
});
