// A JWK Set (RFC 7517 §5) and certificates in PEM (RFC 7468): the keys of one issuer, whom the importer names.
import { isJsonArray, isJsonObject } from '../../model/json.ts';
import type { JsonObject, JsonValue } from '../../model/json.ts';
import { plainText } from '../../model/localised.ts';
import type { ListedIssuer } from '../../model/trust.ts';
import { readPublicJwk } from '../read-public-jwk.ts';
import { plainIssuer } from './named-by-importer.ts';

const MAX_EACH = 1_000;
const MAX_CERTIFICATE_CHARACTERS = 16_384;
const BLOCK = /-----BEGIN ([A-Z0-9 ]+)-----([A-Za-z0-9+/=\s]*)-----END \1-----/g;
const SECRET_MEMBERS = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'k'];

export function isKeySet(value: JsonObject): boolean {
  return isJsonArray(value['keys']) && !('issuers' in value);
}

/** A private or a symmetric key refuses the set: it is a mistake that must not be made use of. */
export function readKeySet(value: JsonObject, name: string, issuerId: string): ListedIssuer | null {
  const stated = isJsonArray(value['keys']) ? value['keys'] : [];
  if (stated.length > MAX_EACH || !stated.every(isPublic)) return null;
  const keys = stated.map((key) => readPublicJwk(key)).filter((key) => key !== null && key.use !== 'enc');
  const read = keys.filter((key) => key !== null);
  return read.length === 0 ? null : { ...plainIssuer(plainText(name), [issuerId]), keys: read };
}

function isPublic(value: JsonValue): boolean {
  if (!isJsonObject(value) || value['kty'] === 'oct') return false;
  return typeof value['kty'] === 'string' && !SECRET_MEMBERS.some((member) => member in value);
}

export function isPem(text: string): boolean {
  return /-----BEGIN [A-Z0-9 ]+-----/.test(text);
}

/**
 * An authority among the certificates stands for the issuer only where the leaf under it names the issuer itself, by
 * its address or its host (SD-JWT VC §3.5). Anything but certificates refuses the file, a private key above all.
 */
export function readPem(text: string, name: string, issuerId: string): ListedIssuer | null {
  const blocks = [...text.matchAll(BLOCK)];
  const begun = text.split('-----BEGIN ').length - 1;
  const certificates = blocks.map(([, label, body = '']) => (label === 'CERTIFICATE' ? body.replace(/\s+/g, '') : ''));
  if (blocks.length !== begun || certificates.length > MAX_EACH) return null;
  if (certificates.length === 0 || !certificates.every(isCertificate)) return null;
  const host = URL.canParse(issuerId) ? new URL(issuerId).hostname : '';
  const subjects = host === '' ? [issuerId] : [issuerId, host];
  return { ...plainIssuer(plainText(name), [issuerId]), certificates: [...new Set(certificates)], subjects };
}

/** Every certificate is a SEQUENCE, in base64 beginning with `MI` (or `MH`, `MF` when short). */
function isCertificate(base64: string): boolean {
  return (
    base64.length <= MAX_CERTIFICATE_CHARACTERS && /^M[A-Za-z0-9+/]+={0,2}$/.test(base64) && base64.length % 4 === 0
  );
}
