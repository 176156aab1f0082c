// Unsigned tokens by hand: for reading tests, where no signature is looked at. Independent of the code under test.
import { createHash } from 'node:crypto';

export const segment = (value: unknown): string =>
  Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');

/** Compact JWS with a signature of three bytes. */
export const jwt = (payload: unknown, header: unknown = { alg: 'ES256' }): string =>
  `${segment(header)}.${segment(payload)}.AAEC`;

/** A Disclosure and its digest. Two-element when `name` is null. */
export function disclosure(name: string | null, value: unknown, hash = 'sha256'): { encoded: string; digest: string } {
  const salt = `salt-${String(name)}-${JSON.stringify(value)}`;
  return encodedDisclosure(name === null ? [salt, value] : [salt, name, value], hash);
}

/** A Disclosure of any content, also one that must be refused. */
export function encodedDisclosure(content: unknown, hash = 'sha256'): { encoded: string; digest: string } {
  const encoded = segment(content);
  return { encoded, digest: createHash(hash).update(encoded, 'ascii').digest('base64url') };
}

export const SD_JWT_HEADER = { alg: 'ES256', typ: 'dc+sd-jwt' };

/** SD-JWT with `disclosures` behind the issuer-signed JWT and a `~` at the end. */
export const sdJwt = (
  payload: object,
  disclosures: readonly { encoded: string }[],
  header: object = SD_JWT_HEADER,
): string =>
  [
    jwt({ iss: 'https://a.example', vct: 'urn:x', ...payload }, header),
    ...disclosures.map(({ encoded }) => encoded),
    '',
  ].join('~');

/** An Open Badge 3.0 document without a proof. */
export const BADGE = {
  '@context': ['https://www.w3.org/ns/credentials/v2', 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'],
  id: 'urn:uuid:1',
  type: ['VerifiableCredential', 'OpenBadgeCredential'],
  issuer: { id: 'https://issuer.example', type: ['Profile'], name: 'Issuer' },
  validFrom: '2024-01-01T00:00:00Z',
  credentialSubject: {
    id: 'did:example:learner',
    type: ['AchievementSubject'],
    achievement: {
      id: 'urn:uuid:2',
      type: ['Achievement'],
      name: 'Badge',
      description: '',
      criteria: { narrative: 'Do' },
    },
  },
};
