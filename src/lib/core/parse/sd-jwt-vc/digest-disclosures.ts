// Digests of Disclosures with the hash the issuer named in `_sd_alg` (RFC 9901 §4.1.1, §4.2.3).
import { encodeBase64url } from '../../bytes/base64url.ts';
import { digest } from '../../bytes/digest.ts';
import type { HashName } from '../../bytes/digest.ts';
import { encodeUtf8 } from '../../bytes/utf8.ts';
import type { JsonValue } from '../../model/json.ts';
import type { ReasonOf } from '../../model/reason.ts';
import { parseDisclosure } from './parse-disclosure.ts';
import type { DisclosureContent } from './parse-disclosure.ts';

export interface Digested {
  readonly disclosures: readonly {
    readonly encoded: string;
    readonly digest: string;
    readonly content: DisclosureContent | null;
  }[];
  /** False: the digests are of no use. */
  readonly supported: boolean;
  readonly problems: readonly ReasonOf<'disclosures'>[];
}

/** A policy, not the IANA registry: that one also lists hashes cut to 32 bits (RFC 9901 §9.4). */
const HASHES: ReadonlyMap<string, HashName> = new Map([
  ['sha-256', 'SHA-256'],
  ['sha-384', 'SHA-384'],
  ['sha-512', 'SHA-512'],
]);

export async function digestDisclosures(encoded: readonly string[], sdAlg: JsonValue | undefined): Promise<Digested> {
  const named = sdAlg ?? 'sha-256';
  const hash = typeof named === 'string' ? HASHES.get(named) : undefined;
  const disclosures = await Promise.all(
    encoded.map(async (text) => ({
      encoded: text,
      digest: encodeBase64url(await digest(hash ?? 'SHA-256', encodeUtf8(text))),
      content: parseDisclosure(text),
    })),
  );
  const problems: ReasonOf<'disclosures'>[] = [];
  if (disclosures.some(({ content }) => content === null) || typeof named !== 'string')
    problems.push('disclosure-malformed');
  if (typeof named === 'string' && hash === undefined) problems.push('disclosure-hash-not-supported');
  return { disclosures, supported: hash !== undefined, problems };
}
