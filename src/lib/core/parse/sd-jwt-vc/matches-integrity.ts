// Subresource Integrity (W3C SRI §3.5) as SD-JWT VC uses it for `vct#integrity` and `extends#integrity`.
import { digest } from '../../bytes/digest.ts';
import type { HashName } from '../../bytes/digest.ts';
import { encodeUtf8 } from '../../bytes/utf8.ts';

/** Weakest first. */
const HASHES: readonly (readonly [string, HashName])[] = [
  ['sha256', 'SHA-256'],
  ['sha384', 'SHA-384'],
  ['sha512', 'SHA-512'],
];

/** The hashes of the strongest algorithm in `integrity`; empty when it names none that is known. */
export function strongestHashes(integrity: string): readonly { readonly hash: HashName; readonly value: string }[] {
  const stated = integrity.slice(0, 4096).split(/\s+/);
  const known = HASHES.map(([prefix, hash]) =>
    stated
      .filter((entry) => entry.startsWith(`${prefix}-`))
      .map((entry) => ({ hash, value: withoutPadding(entry.slice(prefix.length + 1).split('?')[0] ?? '') })),
  );
  return known.findLast((hashes) => hashes.length > 0) ?? [];
}

/** Whether `text` is one of what `integrity` names. What it names by no algorithm we know does not match. */
export async function matchesIntegrity(text: string, integrity: string): Promise<boolean> {
  for (const { hash, value } of strongestHashes(integrity)) {
    const bytes = await digest(hash, encodeUtf8(text));
    if (withoutPadding(btoa(String.fromCharCode(...bytes))) === value) return true;
  }
  return false;
}

/** Also as base64url: the two alphabets are mixed up in the field. */
const withoutPadding = (base64: string): string => base64.replaceAll('-', '+').replaceAll('_', '/').replace(/=+$/, '');
