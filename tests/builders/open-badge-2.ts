// Open Badges 2.0, 1.x and 0.5 as issuers publish them, with the documents around them.
import { createHash } from 'node:crypto';
import { SignJWT } from 'jose';
import { epochSeconds } from '../../src/lib/core/model/brand.ts';
import type { EvidenceDocument } from '../../src/lib/core/model/trust.ts';
import { NOW } from './examined.ts';
import type { SigningKey } from './signing-key.ts';

type Members = Readonly<Record<string, unknown>>;

export const HOST = 'https://badges.example';
export const ASSERTION_URL = `${HOST}/assertions/1`;
export const CLASS_URL = `${HOST}/classes/robots`;
export const PROFILE_URL = `${HOST}/issuer`;
export const KEY_URL = `${HOST}/key`;
const CONTEXT = 'https://w3id.org/openbadges/v2';

export const hashed = (address: string, salt = 'deadsea', algorithm = 'sha256'): string =>
  `${algorithm}$${createHash(algorithm).update(`${address}${salt}`).digest('hex')}`;

export const assertion = (changes: Members = {}): Members => ({
  '@context': CONTEXT,
  type: 'Assertion',
  id: ASSERTION_URL,
  recipient: { type: 'email', hashed: true, salt: 'deadsea', identity: hashed('lo@example.org') },
  issuedOn: '2026-01-15T08:00:00Z',
  badge: CLASS_URL,
  verification: { type: 'hosted' },
  ...changes,
});

export const badgeClass = (changes: Members = {}): Members => ({
  '@context': CONTEXT,
  type: 'BadgeClass',
  id: CLASS_URL,
  name: 'Robots',
  description: 'For building a robot.',
  criteria: { narrative: 'Build a robot that walks.' },
  issuer: PROFILE_URL,
  ...changes,
});

export const profile = (changes: Members = {}): Members => ({
  '@context': CONTEXT,
  type: 'Issuer',
  id: PROFILE_URL,
  name: 'Robot School',
  url: HOST,
  ...changes,
});

/** An evidence document at `url`, fetched by this device an hour before now. */
export function document(
  url: string,
  content: unknown,
  source: EvidenceDocument['source'] = 'this-device',
  fetched: number = NOW - 3600,
): EvidenceDocument {
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  return { url, fetched: epochSeconds(fetched), mediaType: 'application/json', text, source };
}

/** Everything the issuer publishes for assertion(). */
export const published = (changes: Members = {}): readonly EvidenceDocument[] => [
  document(ASSERTION_URL, assertion(changes)),
  document(CLASS_URL, badgeClass()),
  document(PROFILE_URL, profile()),
];

export async function publicPem({ publicKey }: { readonly publicKey: CryptoKey }): Promise<string> {
  const der = Buffer.from(await crypto.subtle.exportKey('spki', publicKey)).toString('base64');
  return `-----BEGIN PUBLIC KEY-----\n${der.replace(/.{64}/g, '$&\n')}\n-----END PUBLIC KEY-----\n`;
}

/** A signed assertion: a compact JWS over it. */
export function signedAssertion(key: SigningKey, changes: Members = {}): Promise<string> {
  const payload = assertion({ id: 'urn:uuid:1', verification: { type: 'signed', creator: KEY_URL }, ...changes });
  return new SignJWT({ ...payload }).setProtectedHeader({ alg: key.alg }).sign(key.privateKey);
}
