// A signed Open Badge 2.0 or 1.x: whose key signed it, by the issuer's profile, a list or a pin.
import type { EpochSeconds } from '../model/brand.ts';
import type { Jws, OpenBadge2 } from '../model/credential.ts';
import { finding } from '../model/finding.ts';
import type { Finding } from '../model/finding.ts';
import type { ReasonOf } from '../model/reason.ts';
import type { TrustMaterial } from '../model/trust.ts';
import { badgeKey } from '../trust/badge-key.ts';
import type { BadgeKey } from '../trust/badge-key.ts';
import { isKeyDocumentStale, withSureDocuments } from '../trust/document-age.ts';
import { listingsOf } from '../trust/find-listed.ts';
import { staleProfile } from '../trust/profile-age.ts';
import { sameKey } from '../trust/same-key.ts';
import { checkEntitlement } from './check-entitlement.ts';
import { checkIssuerTrust } from './check-issuer-trust.ts';
import { checkSignature } from './check-signature.ts';
import type { SignatureCheck } from './check-signature.ts';
import { findKeys } from './find-keys.ts';
import { bindIssuer } from './issuer-binding.ts';
import type { IssuerBinding } from './issuer-binding.ts';
import type { Question } from './question.ts';

/** Findings for signature, issuer key, trust and entitlement. `moment`: when it says it was issued. */
export async function checkSignedBadge(
  credential: OpenBadge2,
  jws: Jws,
  moment: EpochSeconds,
  question: Question,
): Promise<readonly Finding[]> {
  const { trust } = question;
  const { id } = credential.issuer;
  const { check, documented } = await checkSurely(credential, jws, question);
  if (check.key === null) return [finding(check.reason), ...unproven(keyUnchecked(check.reason), id, trust)];
  const signature = finding(check.reason, { source: '', asOf: null, key: check.key });
  const bound = bindIssuer({ key: check.key, chain: null, issuerId: id, now: question.now }, trust);
  const own = documented !== null && sameKey(documented.key, check.key) ? documented : null;
  const binding = limit(credential, withDocument(credential, bound, own, question));
  if (binding.reason !== 'issuer-key-ok') return [signature, ...unproven(binding.reason, id, trust)];
  const trusted = checkIssuerTrust(binding, moment, question);
  const entitled = finding(checkEntitlement(credential, trusted.listings));
  return [signature, finding(binding.reason), trusted.finding, entitled];
}

function keyUnchecked(reason: ReasonOf<'signature'>): ReasonOf<'issuer-key'> {
  return reason === 'key-not-in-hand' ? 'issuer-key-not-in-hand' : 'issuer-key-not-checked';
}

function unproven(reason: ReasonOf<'issuer-key'>, id: string | null, trust: TrustMaterial): readonly Finding[] {
  const listed = listingsOf(id, trust).length > 0;
  const vouching = finding(listed ? 'issuer-trust-not-checked' : 'issuer-not-listed');
  return [finding(reason), vouching, finding('issuer-entitlement-unknown')];
}

interface Checked {
  readonly check: SignatureCheck;
  readonly documented: BadgeKey | null;
}

/** Under keys that somebody brought, or that are old, nothing is refuted: it is asked again without them. */
async function checkSurely(credential: OpenBadge2, jws: Jws, { trust, now }: Question): Promise<Checked> {
  const first = await checkWith(credential, jws, trust);
  const sure = first.check.key === null ? withSureDocuments(trust, now) : null;
  return sure === null ? first : checkWith(credential, jws, sure);
}

async function checkWith(credential: OpenBadge2, jws: Jws, trust: TrustMaterial): Promise<Checked> {
  const documented = await badgeKey(credential, trust);
  return { check: await checkUnderKeys(credential, jws, documented, trust), documented };
}

/** What lists and pins state first; then the key that the badge itself names. */
async function checkUnderKeys(
  credential: OpenBadge2,
  jws: Jws,
  documented: BadgeKey | null,
  trust: TrustMaterial,
): Promise<SignatureCheck> {
  const stated = await findKeys(jws.header, credential.issuer.id, trust, null);
  const first = await checkSignature(jws, stated);
  // Whose keys were tried was somebody's word: that none of them fits shows nothing.
  const misled = isNobodysWord(credential) && KEY_FAULTS.has(first.reason);
  const known: SignatureCheck = misled ? { reason: 'key-not-in-hand', key: null } : first;
  if (known.key !== null || documented === null) return known;
  const second = await checkSignature(jws, { keys: [documented.key], namesakes: [], missing: stated.missing });
  if (second.key !== null) return second;
  return documented.vouched && known.reason === 'key-not-in-hand' ? second : known;
}

const KEY_FAULTS: ReadonlySet<ReasonOf<'signature'>> = new Set(['signature-invalid', 'algorithm-key-mismatch']);

/** The issuer is named in the badge class, which a JWS may only refer to. */
const isNobodysWord = ({ readFrom }: OpenBadge2): boolean =>
  readFrom.badgeClass === 'given' || readFrom.badgeClass === 'nowhere';

/** A list or a pin that knows the key outweighs the documents; a refusal by a list stays one. */
function withDocument(
  { issuer }: OpenBadge2,
  bound: IssuerBinding,
  own: BadgeKey | null,
  { trust, now }: Question,
): IssuerBinding {
  if (own === null || bound.reason !== 'issuer-key-self-asserted') return bound;
  if (own.ownedByIssuer === null) return { ...bound, reason: 'issuer-key-not-in-hand' };
  if (own.ownedByIssuer) {
    const stale = isKeyDocumentStale(own.document, now) ? own.document : staleProfile(issuer.id, trust, now);
    return { ...bound, reason: 'issuer-key-ok', listings: listingsOf(issuer.id, trust), given: !own.vouched, stale };
  }
  return { ...bound, reason: own.vouched ? 'issuer-key-not-the-issuers' : 'issuer-key-not-in-hand' };
}

/** Whom a given badge class names neither lifts nor refuses: no pin, and no word of a list, holds for it. */
function limit(credential: OpenBadge2, binding: IssuerBinding): IssuerBinding {
  if (!isNobodysWord(credential)) return binding;
  const refused = binding.reason === 'issuer-key-not-the-issuers';
  return { ...binding, reason: refused ? 'issuer-key-not-in-hand' : binding.reason, pin: null, given: true };
}
