// Certificates by @peculiar/x509: a root, what it certifies, and each way of getting that wrong.
import 'reflect-metadata';
import {
  BasicConstraintsExtension,
  Extension,
  KeyUsageFlags,
  KeyUsagesExtension,
  SubjectAlternativeNameExtension,
  X509CertificateGenerator,
} from '@peculiar/x509';
import type { JsonGeneralNames, X509Certificate } from '@peculiar/x509';
import { makeKey } from './signing-key.ts';
import type { SigningKey } from './signing-key.ts';

export interface Certified {
  readonly certificate: X509Certificate;
  readonly key: SigningKey;
  /** base64 DER, as in `x5c` and in trust lists. */
  readonly der: string;
}

interface Wanted {
  readonly subject: string;
  /** Null: self-signed. */
  readonly by: Certified | null;
  readonly authority?: { readonly pathLength?: number } | null;
  readonly usages?: KeyUsageFlags | null;
  readonly names?: JsonGeneralNames;
  readonly from?: Date;
  readonly until?: Date;
  readonly critical?: string;
}

export const LEAF_USAGE = KeyUsageFlags.digitalSignature;
export const ENCRYPTION_USAGE = KeyUsageFlags.keyEncipherment;
export const FROM = new Date('2025-01-01T00:00:00Z');
export const UNTIL = new Date('2027-01-01T00:00:00Z');

export async function certify(wanted: Wanted): Promise<Certified> {
  const { subject, by, authority = null, names, from = FROM, until = UNTIL, critical } = wanted;
  const key = await makeKey('ES256');
  const publicKey = await crypto.subtle.importKey('jwk', { ...key.publicJwk }, ECDSA, true, ['verify']);
  const usages = wanted.usages ?? (authority === null ? LEAF_USAGE : KeyUsageFlags.keyCertSign);
  const certificate = await X509CertificateGenerator.create({
    serialNumber: '01',
    subject,
    issuer: by?.certificate.subject ?? subject,
    notBefore: from,
    notAfter: until,
    signingAlgorithm: { name: 'ECDSA', hash: 'SHA-256' },
    publicKey,
    signingKey: by?.key.privateKey ?? key.privateKey,
    extensions: [
      ...(authority === null ? [] : [new BasicConstraintsExtension(true, authority.pathLength, true)]),
      ...(wanted.usages === null ? [] : [new KeyUsagesExtension(usages, true)]),
      ...(names === undefined ? [] : [new SubjectAlternativeNameExtension(names)]),
      ...(critical === undefined ? [] : [new Extension(critical, true, new Uint8Array([5, 0]))]),
    ],
  });
  return { certificate, key, der: Buffer.from(certificate.rawData).toString('base64') };
}

const ECDSA = { name: 'ECDSA', namedCurve: 'P-256' } as const;

/** A root of a made-up trust service, able to certify others. */
export const makeRoot = (pathLength?: number): Promise<Certified> =>
  certify({ subject: 'CN=Norra CA, C=SE', by: null, authority: pathLength === undefined ? {} : { pathLength } });
