// An SD-JWT ready to leave -> SD-JWT+KB: the holder's key says "shown by me, now, for this audience" (RFC 9901 §4.3).
import { decodeBase64url, encodeBase64url } from '../bytes/base64url.ts';
import { digest } from '../bytes/digest.ts';
import type { HashName } from '../bytes/digest.ts';
import { parseJson } from '../bytes/parse-json.ts';
import { decodeUtf8, encodeUtf8 } from '../bytes/utf8.ts';
import type { EpochSeconds } from '../model/brand.ts';
import { isJsonObject } from '../model/json.ts';

export interface KeyBindingRequest {
  /** Issuer-signed JWT and Disclosures, ending with `~` (`presentSelected`). */
  readonly presented: string;
  readonly audience: string;
  readonly nonce: string;
  readonly now: EpochSeconds;
  readonly lifetimeSeconds: number;
  /** ES256 by the key in `cnf.jwk`: 64 bytes r||s (RFC 7518 §3.4). What it rejects with is passed on. */
  readonly sign: (data: Uint8Array<ArrayBuffer>) => Promise<Uint8Array<ArrayBuffer>>;
}

const HASHES: ReadonlyMap<string, HashName> = new Map([
  ['sha-256', 'SHA-256'],
  ['sha-384', 'SHA-384'],
  ['sha-512', 'SHA-512'],
]);

/** The SD-JWT+KB. The order of the members is the one the envelope's dictionary knows. */
export async function bindPresentation(request: KeyBindingRequest): Promise<string> {
  const { presented, now } = request;
  const header = { typ: 'kb+jwt', alg: 'ES256' };
  const payload = {
    aud: request.audience,
    nonce: request.nonce,
    iat: now,
    exp: now + request.lifetimeSeconds,
    sd_hash: encodeBase64url(await digest(hashOf(presented), encodeUtf8(presented))),
  };
  const signingInput = `${encodeJson(header)}.${encodeJson(payload)}`;
  const signature = await request.sign(encodeUtf8(signingInput));
  return `${presented}${signingInput}.${encodeBase64url(signature)}`;
}

const encodeJson = (value: object): string => encodeBase64url(encodeUtf8(JSON.stringify(value)));

/** `_sd_alg` of the issuer-signed JWT; SHA-256 when not said (RFC 9901 §4.1.1) or not ours, which verifying refuses. */
function hashOf(presented: string): HashName {
  const bytes = decodeBase64url(presented.split('.')[1] ?? '');
  const text = bytes && decodeUtf8(bytes);
  const parsed = text === null ? null : parseJson(text);
  const named = parsed?.ok && isJsonObject(parsed.value) ? parsed.value['_sd_alg'] : undefined;
  return (typeof named === 'string' ? HASHES.get(named) : undefined) ?? 'SHA-256';
}
