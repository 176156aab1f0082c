// Status lists as issuers publish them: packed by Node's zlib, signed by jose.
import { SignJWT } from 'jose';
import { deflateSync, gzipSync } from 'node:zlib';
import { epochSeconds } from '../../src/lib/core/model/brand.ts';
import type { EvidenceDocument } from '../../src/lib/core/model/trust.ts';
import { NOW } from './examined.ts';
import type { SigningKey } from './signing-key.ts';
import { ISSUER } from './vc-jwt.ts';

export const LIST_URL = `${ISSUER}/status/1`;
type Members = Readonly<Record<string, unknown>>;
type Values = Readonly<Record<number, number>>;

/** Packed with the lowest bits of a byte first, as Token Status List §4.1 has it. */
export function packLowest(values: Values, bits = 1, length = 1000): string {
  const bytes = Buffer.alloc(Math.ceil((length * bits) / 8));
  for (const [index, value] of Object.entries(values)) {
    const first = Number(index) * bits;
    bytes[Math.floor(first / 8)] = (bytes[Math.floor(first / 8)] ?? 0) | (value << (first % 8));
  }
  return deflateSync(bytes).toString('base64url');
}

/** Packed with the highest bit of a byte first, as Bitstring Status List §3.2 has it; without the `u`. */
export function packHighest(values: Values, bits = 1, length = 131_072): string {
  const bytes = Buffer.alloc(Math.ceil((length * bits) / 8));
  for (const [index, value] of Object.entries(values)) {
    for (let bit = 0; bit < bits; bit += 1) {
      const at = Number(index) * bits + bit;
      const isSet = (value >> (bits - 1 - bit)) & 1;
      bytes[Math.floor(at / 8)] = (bytes[Math.floor(at / 8)] ?? 0) | (isSet << (7 - (at % 8)));
    }
  }
  return gzipSync(bytes).toString('base64url');
}

interface Wanted {
  readonly key: SigningKey;
  readonly values?: Values;
  readonly bits?: number;
  readonly header?: Members;
  readonly payload?: Members;
}

/** A Status List Token an hour old; members of `payload` given as undefined are left out. */
export function tokenList({ key, values = {}, bits = 1, header = {}, payload = {} }: Wanted): Promise<string> {
  const claims = {
    iss: ISSUER,
    sub: LIST_URL,
    iat: NOW - 3_600,
    status_list: { bits, lst: packLowest(values, bits) },
    ...payload,
  };
  return sign(key, claims, { typ: 'statuslist+jwt', ...header });
}

/** A credential of revocations, an hour old, without a proof. */
export function bitList(encodedList: string, changes: Members = {}, subject: Members = {}): Members {
  return {
    '@context': ['https://www.w3.org/ns/credentials/v2'],
    id: LIST_URL,
    type: ['VerifiableCredential', 'BitstringStatusListCredential'],
    issuer: ISSUER,
    validFrom: '2026-11-21T11:00:00Z',
    credentialSubject: {
      id: `${LIST_URL}#list`,
      type: 'BitstringStatusList',
      statusPurpose: 'revocation',
      encodedList,
      ...subject,
    },
    ...changes,
  };
}

/** Any claims as a JWT. */
export function sign(key: SigningKey, claims: Members, header: Members = {}): Promise<string> {
  const stated = Object.entries(claims).filter(([, value]) => value !== undefined);
  return new SignJWT(Object.fromEntries(stated)).setProtectedHeader({ alg: key.alg, ...header }).sign(key.privateKey);
}

/** `text` as this device fetched it an hour ago from LIST_URL. */
export function inHand(text: string, changes: Partial<EvidenceDocument> = {}): EvidenceDocument {
  const fetched = epochSeconds(NOW - 3_600);
  return { url: LIST_URL, fetched, mediaType: null, text, source: 'this-device', ...changes };
}
