// How the issuer names blank nodes, so that their order gives nothing away (vc-di-ecdsa §3.4.2, vc-di-bbs §3.2.2).
import { encodeBase64url } from '../../../bytes/base64url.ts';
import { hmacSha256 } from '../../../bytes/hmac-sha256.ts';
import { encodeUtf8 } from '../../../bytes/utf8.ts';
import type { SelectiveSuite } from '../suites.ts';

/** Canonical label -> the issuer's, by the HMAC key of a base proof. */
export function issuerLabels(
  suite: SelectiveSuite,
  hmacKey: Uint8Array,
  canonical: readonly string[],
): ReadonlyMap<string, string> {
  const hashed = canonical.map((label) => `u${encodeBase64url(hmacSha256(hmacKey, encodeUtf8(label)))}`);
  if (suite === 'ecdsa-sd-2023') return new Map(canonical.map((label, at) => [label, hashed[at] ?? '']));
  const order = [...hashed].sort();
  return new Map(canonical.map((label, at) => [label, `b${order.indexOf(hashed[at] ?? '')}`]));
}
