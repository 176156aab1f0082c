// Who vouches for an issuer: what a list or the learner says first, what it says of itself never mixed in.
import type { EpochSeconds } from '$lib/core/model/brand.ts';
import type { ParsedCredential } from '$lib/core/model/credential.ts';
import type { LocalisedText } from '$lib/core/model/localised.ts';
import type { Check } from '$lib/core/model/reason.ts';
import type { TrustList } from '$lib/core/model/trust.ts';
import type { Judgement } from '$lib/core/model/verdict.ts';

export type IssuerStanding =
  | { readonly kind: 'listed'; readonly name: LocalisedText; readonly list: string; readonly asOf: EpochSeconds | null }
  | { readonly kind: 'pinned'; readonly since: EpochSeconds | null }
  | { readonly kind: 'specimen' }
  | { readonly kind: 'unconfirmed' };

/** What a forger fails on; one that ran out is still its issuer's. */
const FORGERY: ReadonlySet<Check> = new Set(['structure', 'signature', 'disclosures', 'issuer-key']);

/** The standing the findings give; the list's own name of the issuer is looked up in `lists`. */
export function issuerStanding(
  credential: ParsedCredential,
  { findings }: Judgement,
  lists: readonly TrustList[],
): IssuerStanding {
  const trust = findings.find(({ check }) => check === 'issuer-trust');
  const asOf = trust?.evidence?.asOf ?? null;
  // A listed name beside a broken signature would lend it the issuer's face.
  const forged = findings.some(({ check, outcome }) => outcome === 'fail' && FORGERY.has(check));
  if (trust?.reason === 'issuer-specimen') return { kind: 'specimen' };
  if (trust?.outcome !== 'pass' || forged) return { kind: 'unconfirmed' };
  if (trust.reason === 'issuer-pinned') return { kind: 'pinned', since: asOf };
  const source = trust.evidence?.source ?? '';
  const list = lists.find(({ name }) => name === source);
  const listed = list?.issuers.find(({ ids }) => credential.issuer.id !== null && ids.includes(credential.issuer.id));
  return { kind: 'listed', name: listed?.name ?? [], list: source, asOf };
}
