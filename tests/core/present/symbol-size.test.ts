// One QR code of version 22 holds a flat micro-credential of 19 claims with three of them disclosed and key binding.
import { beforeAll, describe, expect, test } from 'vitest';
import { NORRSKEN } from '../../../src/lib/core/issuance/specimens/norrsken.ts';
import { signSdJwt } from '../../../src/lib/core/issuance/specimens/sign-sd-jwt.ts';
import { packEnvelope } from '../../../src/lib/core/present/envelope/pack-envelope.ts';
import { unpackEnvelope } from '../../../src/lib/core/present/envelope/unpack-envelope.ts';
import { planSymbol } from '../../../src/lib/core/present/plan-symbol.ts';
import { showLink } from '../../../src/lib/core/present/show-link.ts';
import { NOW, disclosureName, issueCourse, makeHolder, random, showCourse } from '../../builders/show-specimen.ts';
import type { Holder } from '../../builders/show-specimen.ts';

const BASE = 'https://meritfolio.example/';
const GOAL = 22;
const MUST = 25;

let holder: Holder;
let sdJwt: string;
let names: readonly string[];
beforeAll(async () => {
  holder = await makeHolder();
  sdJwt = await issueCourse(holder);
  names = sdJwt.split('~').slice(1, -1).map(disclosureName);
});

async function versionOf(credential: string, shown: readonly string[], base = BASE): Promise<number | null> {
  const text = await showCourse(credential, holder, shown);
  const envelope = await packEnvelope(text);
  if (envelope === null) throw new Error('not packed');
  expect(await unpackEnvelope(envelope)).toEqual({ ok: true, text });
  const plan = planSymbol(showLink(base, envelope), 40);
  return plan.fits ? plan.version : plan.needs;
}

describe('the specimen as one QR code', () => {
  test.each([
    [['givenName', 'familyName', 'title']],
    [['title', 'level', 'notionalWorkload']],
    [['familyName', 'awardingBody', 'issuanceDate']],
  ])('%j fits the goal', async (shown) => {
    expect(await versionOf(sdJwt, shown)).toBeLessThanOrEqual(GOAL);
  });
  test('its three longest claims fit what a phone camera reads', async () => {
    expect(await versionOf(sdJwt, ['learningOutcomes', 'qualityAssurance', 'title'])).toBeLessThanOrEqual(MUST);
  });
  test('with all 19 claims it fits too, since their digests stay at home', async () => {
    expect(names).toHaveLength(19);
    expect(await versionOf(sdJwt, names)).toBeLessThanOrEqual(MUST);
  });
  test('under a lower-case base path as well', async () => {
    const base = 'https://someone.github.io/meritfolio/';
    expect(await versionOf(sdJwt, ['givenName', 'familyName', 'title'], base)).toBeLessThanOrEqual(GOAL);
  });
});

test('a credential whose words and claim names are not in the dictionary fits the goal just as well', async () => {
  const { kty, crv, x, y } = holder.publicKey;
  const hidden = Object.fromEntries(Array.from({ length: 16 }, (_, at) => [`zzz_${at}`, `värde ${at}`]));
  const foreign = await signSdJwt({
    header: { typ: 'dc+sd-jwt', kid: '8yFQb3wN0vXk2p' },
    open: {
      iss: NORRSKEN.homepage,
      iat: NOW,
      vct: 'https://oppisopimus.example/vct/pätevyys',
      cnf: { jwk: { kty, crv, x, y } },
    },
    hidden: {
      ...hidden,
      etunimi: 'Väinämö',
      sukunimi: 'Äkäslompolo-Jänkä',
      oppiaine: 'Ympäristöoikeuden jatkokurssi maistereille',
    },
    random,
  });
  expect(await versionOf(foreign, ['etunimi', 'sukunimi', 'oppiaine'])).toBeLessThanOrEqual(GOAL);
});
