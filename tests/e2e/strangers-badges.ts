// Badges nobody has seen before, signed by somebody nobody knows: as many as a test needs.
import { exportJWK, generateKeyPair, SignJWT } from 'jose';

export interface InputFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** `count` files. `series` tells them from those of another call; `narrative` makes them larger. */
export async function strangersBadges(count: number, series: string, narrative = 'Being there'): Promise<InputFile[]> {
  const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true });
  const issuer = `did:jwk:${Buffer.from(JSON.stringify(await exportJWK(publicKey))).toString('base64url')}`;
  return Promise.all(
    Array.from({ length: count }, async (_, index) => {
      const name = `${series} ${index}`;
      const jwt = await new SignJWT(badge(issuer, name, narrative))
        .setProtectedHeader({ alg: 'ES256', typ: 'JWT', kid: `${issuer}#0` })
        .sign(privateKey);
      return { name: `${name}.jwt`, mimeType: 'application/jwt', buffer: Buffer.from(jwt) };
    }),
  );
}

function badge(issuer: string, name: string, narrative: string): Record<string, unknown> {
  const id = `urn:x-test:${encodeURIComponent(name)}`;
  return {
    iss: issuer,
    jti: id,
    '@context': ['https://www.w3.org/ns/credentials/v2', 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'],
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    id,
    issuer: { id: issuer, type: ['Profile'], name: 'A stranger' },
    validFrom: '2026-01-01T00:00:00Z',
    credentialSubject: {
      type: ['AchievementSubject'],
      achievement: { id: `${id}:achievement`, type: ['Achievement'], name, criteria: { narrative } },
    },
  };
}
