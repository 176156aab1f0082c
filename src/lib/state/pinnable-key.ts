// Which key a learner may pin from a merit: the one that signed it, when nothing but "who vouches?" is left to ask.
import type { ParsedCredential } from '../core/model/credential.ts';
import type { Finding } from '../core/model/finding.ts';
import type { PublicJwk } from '../core/model/jwk.ts';
import type { Check } from '../core/model/reason.ts';
import type { Judgement } from '../core/model/verdict.ts';

/** What a forger fails on; a merit that ran out or was withdrawn is still its issuer's. */
const FORGERY: ReadonlySet<Check> = new Set(['structure', 'signature', 'disclosures', 'issuer-key']);

export function isForged(findings: readonly Finding[]): boolean {
  return findings.some(({ check, outcome }) => outcome === 'fail' && FORGERY.has(check));
}

/** The key under which the signature was found to hold; null when it was not. */
export function signingKey({ findings }: Judgement): PublicJwk | null {
  return findings.find(({ reason }) => reason === 'signature-ok')?.evidence?.key ?? null;
}

/**
 * The key to pin for the issuer that `credential` names; null when there is nothing to pin: the signature does not
 * hold, a list has its say about this issuer already, or it is a specimen.
 */
export function pinnableKey({ issuer }: ParsedCredential, judgement: Judgement): PublicJwk | null {
  const { findings } = judgement;
  const unlisted = findings.some(({ reason }) => reason === 'issuer-not-listed');
  return issuer.id === null || !unlisted || isForged(findings) ? null : signingKey(judgement);
}
