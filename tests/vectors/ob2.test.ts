// The 1EdTech validator's Open Badges 2.0 fixtures with the documents around them, as if this device had fetched them.
import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { epochSeconds } from '../../src/lib/core/model/brand.ts';
import { NO_TRUST } from '../../src/lib/core/model/trust.ts';
import type { EvidenceDocument, TrustMaterial } from '../../src/lib/core/model/trust.ts';
import { examined, NOW } from '../builders/examined.ts';
import { parsedFrom } from '../builders/parsed.ts';
import { listedIssuer, trusting } from '../builders/trust-list.ts';
import { VECTORS, describeVectors, vectorBytes, vectorText, vectorsPresent } from './folder.ts';

const FOLDER = 'ob2/1EdTech__digital-credentials-public-validator';
const HOSTED_AT = 'https://example.org/beths-robotics-badge.json';
const VALID = 'badgeclass-with-verification-valid-multiple-starts-with.json';

function at(url: string, text: string): EvidenceDocument {
  return { url, text, fetched: epochSeconds(NOW - 60), mediaType: 'application/json', source: 'this-device' };
}

/** Each asset under its file name at both schemes; the fixtures name both. */
function assets(): readonly EvidenceDocument[] {
  const names = readdirSync(resolve(VECTORS, FOLDER, 'assets'));
  const files = names.flatMap((name) => {
    const text = vectorText(`${FOLDER}/assets/${name}`);
    return ['https://example.org', 'http://example.org', 'http://example.com'].map((host) =>
      at(`${host}/${name}`, text),
    );
  });
  const robots = vectorText(`${FOLDER}/assets/altbadgeurl.json`);
  const one = (issuer: string): string => vectorText(`${FOLDER}/assets/${VALID}`).replaceAll('-valid-multiple', issuer);
  return [
    ...files,
    at('https://example.org/robotics-badge.json', robots),
    // Named by fixtures and not collected: the same class with the profile of that name.
    at('https://example.org/badgeclass-with-verification-valid-starts-with.json', one('-valid')),
    at('https://example.org/badgeclass-with-verification-invalid-starts-with.json', one('-invalid')),
  ];
}

const FINE = 'genuine';
/** Verdict and what stands against it; why, where the validator says otherwise. */
const EXPECTED: Readonly<Record<string, string>> = {
  'basic-assertion.json': FINE,
  'assertion-with-data-image.json': FINE,
  'assertion-with-endorsements.json': FINE,
  'simple-badge.png': FINE,
  'simple.jwt': FINE,
  'simple-not-revoked.jwt': FINE,
  'warning-with-redirection.json': FINE,
  'basic-assertion-with-allowed-origins-valid-starts-with.json': FINE,
  'basic-assertion-with-allowed-origins-valid-multiple-starts-with.json': FINE,
  'basic-assertion-with-allowed-origins-invalid-starts-with.json': 'refused hosted-elsewhere',
  'basic-assertion-with-allowed-origins-invalid-multiple-starts-with.json': 'refused hosted-elsewhere',
  'basic-assertion-invalid-type.json': 'refused type-missing',
  'basic-assertion-in-future.json': 'refused not-yet-valid',
  'basic-assertion-expired-before-issued.json': 'refused validity-contradicts expired',
  // Its badge class was not collected.
  'basic-assertion-no-public-key.json': 'cannot-tell hosted-assertion-not-in-hand',
  // Published at http://example.org/assertion. Extensions are left alone, so the second, which the validator refuses
  // for one, is worth what the first is.
  'assertion-with-extension-node-basic.json': FINE,
  'assertion-with-extension-node-invalid.json': FINE,
};

let trust: TrustMaterial;
beforeAll(async () => {
  if (!vectorsPresent) return;
  const profiles = readdirSync(resolve(VECTORS, FOLDER, 'assets')).filter((name) => /issuer|organization/.test(name));
  const ids = profiles.flatMap((name) => [`https://example.org/${name}`, `http://example.org/${name}`]);
  const { lists } = await trusting([listedIssuer({ ids })]);
  trust = { ...NO_TRUST, lists, documents: assets() };
});

describeVectors('the fixtures of the 1EdTech validator, all of them fetched', () => {
  test.each(Object.entries(EXPECTED))('%s: %s', async (name, expected) => {
    const bytes = vectorBytes(`${FOLDER}/${name}`);
    const credential = await parsedFrom(bytes);
    const own = credential.kind === 'open-badge-2' && credential.assertion !== null && credential.jws === null;
    const text = own ? JSON.stringify(credential.assertion) : '';
    const address = credential.kind === 'open-badge-2' ? (credential.hostedAt ?? HOSTED_AT) : HOSTED_AT;
    const documents = own ? [...trust.documents, at(address, text)] : trust.documents;
    const told = await examined(bytes, { trust: { ...trust, documents } });
    const [verdict = '', ...reasons] = expected.split(' ');
    expect([told.verdict, ...told.wrong]).toEqual(expect.arrayContaining([verdict, ...reasons]));
    expect(told.verdict).toBe(verdict);
  });

  test('what the badge class, the issuer and endorsers say is read from their documents', async () => {
    const bytes = vectorBytes(`${FOLDER}/assertion-with-endorsements.json`);
    const { achievement, holder } = await parsedFrom(bytes, trust.documents);
    expect(achievement.title).toEqual([{ language: null, text: 'Awesome Robotics Badge' }]);
    expect(achievement.issuerName).toEqual([{ language: null, text: 'An Example Badge Issuer' }]);
    expect(achievement.elements['awarding-body']?.path).toBe('badge.issuer.name');
    expect(achievement.endorsements.map(({ about, by, byId, path }) => [about, by[0]?.text, byId, path])).toEqual([
      ['credential', 'Example Issuer', 'http://example.org/issuer1.json', 'endorsement[0]'],
      ['credential', 'Example Issuer', 'http://example.org/issuer1.json', 'endorsement[1]'],
      ['achievement', 'Example Issuer', 'http://example.org/issuer1.json', 'badge.endorsement[0]'],
      ['achievement', 'Example Issuer', 'http://example.org/issuer1.json', 'badge.endorsement[1]'],
    ]);
    expect(holder.identities).toMatchObject([{ type: 'email', hashed: true, salt: 'deadsea' }]);
  });
});
