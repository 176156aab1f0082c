// May this issuer issue this type? Asked apart from who it is (THREATS C4, SD-JWT VC "issuer authorisation").
import type { ParsedCredential } from '../model/credential.ts';
import type { ReasonOf } from '../model/reason.ts';
import type { ListedIssuer } from '../model/trust.ts';
import type { Listing } from '../trust/find-listed.ts';

/** Types that say nothing of what is attested, so that no list needs to name them. */
const BASE_TYPES: ReadonlySet<string> = new Set(['VerifiableCredential']);
/** Two names for one type (Open Badges 3.0 §B.1.1). */
const SAME_TYPES: readonly (readonly string[])[] = [['OpenBadgeCredential', 'AchievementCredential']];

/** Entitled when one listing lets the issuer issue every type the credential says it is. */
export function checkEntitlement(
  credential: ParsedCredential,
  listings: readonly Listing[],
): ReasonOf<'issuer-entitlement'> {
  if (listings.length === 0) return 'issuer-entitlement-unknown';
  return listings.some(({ issuer }) => mayIssue(issuer, credential)) ? 'issuer-entitled' : 'issuer-not-entitled';
}

function mayIssue(issuer: ListedIssuer, { kind, types }: ParsedCredential): boolean {
  if (issuer.mayIssue.includes('*')) return true;
  const telling = kind === 'sd-jwt-vc' ? types : types.filter((type) => !BASE_TYPES.has(type));
  const asked = telling.length > 0 ? telling : types;
  return asked.length > 0 && asked.every((type) => namesFor(type).some((name) => issuer.mayIssue.includes(name)));
}

function namesFor(type: string): readonly string[] {
  return SAME_TYPES.find((names) => names.includes(type)) ?? [type];
}
