// Open Badges 3.0 as JWT, signed with a fresh did:jwk by node's own crypto: as many and as odd as a test wants.
import { generateKeyPairSync, sign } from 'node:crypto';

const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const base64url = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const ISSUER = `did:jwk:${base64url(publicKey.export({ format: 'jwk' }))}`;

export interface BadgeWords {
  readonly title?: string;
  readonly issuer?: string;
  readonly id?: string;
  /** Members put over the credential's own. */
  readonly more?: object;
  /** Members put over the achievement's own. */
  readonly achievement?: object;
}

/** A compact JWT of an achievement credential. */
export function badge({
  title = 'Simtest',
  issuer = 'Vattuhallen',
  id = title,
  more,
  achievement,
}: BadgeWords): string {
  const payload = {
    '@context': ['https://www.w3.org/ns/credentials/v2', 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'],
    id: `urn:example:${id}`,
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    iss: ISSUER,
    jti: `urn:example:${id}`,
    issuer: { id: ISSUER, type: ['Profile'], name: issuer },
    validFrom: '2026-01-12T08:00:00Z',
    credentialSubject: {
      type: ['AchievementSubject'],
      achievement: {
        id: 'urn:example:achievement',
        type: ['Achievement'],
        name: title,
        description: 'Simmar 200 meter.',
        criteria: { narrative: 'Simmade 200 meter på djupt vatten.' },
        ...achievement,
      },
    },
    ...more,
  };
  const header = { alg: 'ES256', typ: 'JWT', kid: `${ISSUER}#0` };
  const input = `${base64url(header)}.${base64url(payload)}`;
  const signature = sign('sha256', Buffer.from(input), { key: privateKey, dsaEncoding: 'ieee-p1363' });
  return `${input}.${signature.toString('base64url')}`;
}

/** For `setInputFiles`. */
export const file = (
  name: string,
  content: string | Buffer,
  mimeType = '',
): {
  name: string;
  mimeType: string;
  buffer: Buffer;
} => ({ name, mimeType, buffer: Buffer.from(content) });
