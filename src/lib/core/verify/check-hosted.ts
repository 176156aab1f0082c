// A hosted Open Badge is worth what its issuer publishes (Open Badges 2.0 "Hosted verification"): the assertion this
// device fetched from an address in the issuer's scope. What somebody brings proves nothing and refutes nothing.
import type { OpenBadge2 } from '../model/credential.ts';
import { finding } from '../model/finding.ts';
import type { Finding } from '../model/finding.ts';
import { isJsonObject } from '../model/json.ts';
import type { ReasonOf } from '../model/reason.ts';
import { listingsOf } from '../trust/find-listed.ts';
import { staleProfile } from '../trust/profile-age.ts';
import { checkEntitlement } from './check-entitlement.ts';
import { checkIssuerTrust } from './check-issuer-trust.ts';
import { isInScope } from './hosting-scope.ts';
import type { Question } from './question.ts';
import { MAX_AGE_AT_A_DOOR, MAX_AGE_FOR_A_DOCUMENT } from './status/list-freshness.ts';

/** Findings for signature, issuer key, trust and entitlement, and for the status that a fetch shows. */
export function checkHosted(credential: OpenBadge2, question: Question): readonly Finding[] {
  const { trust, now } = question;
  const signature = signatureOf(credential);
  const key = keyOf(credential, signature.reason === 'hosted-assertion-same');
  const listings = listingsOf(credential.issuer.id, trust);
  const proven = signature.reason === 'hosted-assertion-same' && key === 'issuer-key-ok';
  if (!proven) {
    const reason = listings.length > 0 ? 'issuer-trust-not-checked' : 'issuer-not-listed';
    const unproven = [signature, finding(key), finding(reason), finding('issuer-entitlement-unknown')];
    return [...unproven, ...statusOf(credential, question)];
  }
  const stale = staleProfile(credential.issuer.id, trust, now);
  const binding = { reason: key, listings, pin: null, specimen: false, given: false, stale };
  const trusted = checkIssuerTrust(binding, credential.issuedAt ?? now, question);
  const entitled = finding(checkEntitlement(credential, trusted.listings));
  return [signature, finding(key), trusted.finding, entitled, ...statusOf(credential, question)];
}

function signatureOf({ hostedAt, published, readFrom }: OpenBadge2): Finding {
  if (hostedAt === null) return finding('unsigned');
  if (published === null) return finding('hosted-assertion-not-in-hand');
  const evidence = { source: hostedAt, asOf: published.fetched };
  if (!published.vouched) return finding('hosted-assertion-given', evidence);
  if (!published.agrees) return finding('hosted-assertion-differs', evidence);
  // What the badge means is part of it: a badge class that somebody brought is not the one its issuer published.
  if (readFrom.badgeClass === 'given') return finding('hosted-assertion-given', evidence);
  if (readFrom.badgeClass === 'nowhere') return finding('hosted-assertion-not-in-hand', evidence);
  return finding('hosted-assertion-same', evidence);
}

/**
 * Its address must be the issuer's, by the profile at the issuer's own address. In 0.5 no profile exists, and whoever
 * may put a file on the issuer's host could claim to be the issuer: enough to refuse another host, not to trust this.
 */
function keyOf(credential: OpenBadge2, isPublished: boolean): ReasonOf<'issuer-key'> {
  const { hostedAt, issuer, readFrom, claims } = credential;
  if (hostedAt === null) return 'issuer-key-not-checked';
  const badge = isJsonObject(claims['badge']) ? claims['badge'] : {};
  const profile = isJsonObject(badge['issuer']) ? badge['issuer'] : {};
  const isOwn = readFrom.issuer === 'own-address';
  const names = isOwn || (readFrom.issuer === 'inside' && isOrigin(issuer.id, profile));
  if (issuer.id === null || !names) return 'issuer-key-not-in-hand';
  if (!isInScope(hostedAt, issuer.id, isOwn ? profile : {})) return 'hosted-elsewhere';
  if (!isOwn) return 'issuer-key-not-in-hand';
  return isPublished ? 'issuer-key-ok' : 'issuer-key-not-checked';
}

function isOrigin(issuerId: string | null, profile: Readonly<Record<string, unknown>>): boolean {
  return issuerId !== null && profile['origin'] === issuerId && !('id' in profile && profile['id'] !== issuerId);
}

/** A hosted badge is revoked where it is published, so the fetch is its status, and ages as one. */
function statusOf({ hostedAt, published }: OpenBadge2, { context, now }: Question): readonly Finding[] {
  if (hostedAt === null || published?.vouched !== true) return [];
  const evidence = { source: hostedAt, asOf: published.fetched };
  if (published.revoked) return published.agrees ? [finding('revoked', evidence)] : [];
  const limit = context.kind === 'document' ? MAX_AGE_FOR_A_DOCUMENT : MAX_AGE_AT_A_DOOR;
  // Fetched tomorrow: this device's clock was wrong then or is now.
  const stale = now - published.fetched > limit || published.fetched - now > MAX_AGE_AT_A_DOOR;
  return [finding(stale ? 'status-stale' : 'status-ok', evidence)];
}
