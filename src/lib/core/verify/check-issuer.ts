// Who signed, whose key that is, who vouches for them, and for what: four findings from one signature.
import type { OpenBadge2, ParsedCredential, SdJwtVc, VcDataIntegrity, VcJwt } from '../model/credential.ts';
import { finding } from '../model/finding.ts';
import type { Finding } from '../model/finding.ts';
import type { PublicJwk } from '../model/jwk.ts';
import type { ReasonCode, ReasonOf } from '../model/reason.ts';
import type { TrustMaterial } from '../model/trust.ts';
import type { EpochSeconds } from '../model/brand.ts';
import type { CertificateChain } from '../trust/certificate-chain.ts';
import { readCarriedChain } from './read-carried-chain.ts';
import { checkEntitlement } from './check-entitlement.ts';
import { checkIssuerTrust } from './check-issuer-trust.ts';
import { checkSignature } from './check-signature.ts';
import { verifyDataIntegrity } from './data-integrity/verify-proof.ts';
import { withSureDocuments } from '../trust/document-age.ts';
import { listingsOf } from '../trust/find-listed.ts';
import { NO_PROOF_TIMES } from './check-validity.ts';
import type { ProofTimes } from './check-validity.ts';
import { findKeys } from './find-keys.ts';
import { lookUpMethod } from './look-up-method.ts';
import { bindIssuer } from './issuer-binding.ts';
import type { IssuerBinding } from './issuer-binding.ts';
import type { Question } from './question.ts';

interface Signed {
  /** Of the signature, and of the structure where that stood in its way. */
  readonly reasons: readonly ReasonCode[];
  /** The key that verified; null when none did. */
  readonly key: PublicJwk | null;
  readonly chain: CertificateChain | null;
  /** What the address of the key alone says against it (Data Integrity). */
  readonly against: ReasonOf<'issuer-key'> | null;
  readonly times: ProofTimes;
}

export interface IssuerCheck {
  /** For signature, issuer key, issuer trust and issuer entitlement. */
  readonly findings: readonly Finding[];
  /** When the proof itself says it was made and ends. */
  readonly proofTimes: ProofTimes;
}

export async function checkIssuer(credential: ParsedCredential, question: Question): Promise<IssuerCheck> {
  const moment = credential.issuedAt ?? credential.validFrom ?? question.now;
  if (credential.kind === 'open-badge-2') {
    return { findings: await checkOldBadge(credential, moment, question), proofTimes: NO_PROOF_TIMES };
  }
  const signed = await whoStandsSurely(credential, question, moment);
  const signature = signed.reasons.map((reason) => signatureFinding(reason, signed.key));
  const isListed = listingsOf(credential.issuer.id, question.trust).length > 0;
  const issuer =
    signed.key === null
      ? unchecked(signed.reasons, isListed)
      : checkKey(credential, { ...signed, key: signed.key }, moment, question);
  return { findings: [...signature, ...issuer], proofTimes: signed.times };
}

/** Older badges are checked by rules of their own, loaded for those who have some. */
async function checkOldBadge(
  credential: OpenBadge2,
  moment: EpochSeconds,
  question: Question,
): Promise<readonly Finding[]> {
  const { jws } = credential;
  if (jws === null) return (await import('./check-hosted.ts')).checkHosted(credential, question);
  return (await import('./check-signed-badge.ts')).checkSignedBadge(credential, jws, moment, question);
}

/** The key goes with it, so that a learner can compare it and pin it; under a signature that does not hold it never does. */
function signatureFinding(reason: ReasonCode, key: PublicJwk | null): Finding {
  return reason === 'signature-ok' && key !== null ? finding(reason, { source: '', asOf: null, key }) : finding(reason);
}

function checkKey(
  credential: ParsedCredential,
  signed: Signed & { readonly key: PublicJwk },
  moment: EpochSeconds,
  question: Question,
): readonly Finding[] {
  const { key, chain, against } = signed;
  const binding = bindIssuer({ key, chain, issuerId: credential.issuer.id, now: question.now }, question.trust);
  const reason = keyReason(binding, against);
  if (reason !== 'issuer-key-ok') {
    return [finding(reason), ...withoutTrust(listingsOf(credential.issuer.id, question.trust).length > 0)];
  }
  const trusted = checkIssuerTrust(binding, moment, question);
  return [finding(reason), trusted.finding, finding(checkEntitlement(credential, trusted.listings))];
}

/**
 * A key that somebody brought along, or that was fetched long ago, may prove; under it alone nothing is refuted: a
 * stranger's document would make everybody's credential look forged.
 */
async function whoStandsSurely(
  credential: SdJwtVc | VcJwt | VcDataIntegrity,
  { trust, now }: Question,
  moment: EpochSeconds,
): Promise<Signed> {
  const signed = await whoStands(credential, trust, moment);
  const sure = signed.key === null ? withSureDocuments(trust, now) : null;
  return sure === null ? signed : whoStands(credential, sure, moment);
}

function whoStands(
  credential: SdJwtVc | VcJwt | VcDataIntegrity,
  trust: TrustMaterial,
  moment: EpochSeconds,
): Promise<Signed> {
  return credential.kind === 'vc-di' ? whoProved(credential, trust) : whoSigned(credential, trust, moment);
}

async function whoSigned(credential: SdJwtVc | VcJwt, trust: TrustMaterial, moment: EpochSeconds): Promise<Signed> {
  const { jws, issuer } = credential;
  const chain = await readCarriedChain(jws.header, trust, moment);
  const keys = await findKeys(jws.header, issuer.id, trust, chain);
  const { reason, key } = await checkSignature(jws, keys);
  return { reasons: [reason], key, chain, against: null, times: NO_PROOF_TIMES };
}

async function whoProved(credential: VcDataIntegrity, trust: TrustMaterial): Promise<Signed> {
  const proof = await verifyDataIntegrity(credential, (method) => lookUpMethod(method, credential.issuer.id, trust));
  const holds = proof.reasons.includes('signature-ok');
  const key = holds ? proof.key : null;
  return { reasons: proof.reasons, key, chain: null, against: proof.issuerKey, times: proof };
}

/** A list, a pin or a document that binds the key outweighs where the key says it lives; a refusal stays one. */
function keyReason(binding: IssuerBinding, against: ReasonOf<'issuer-key'> | null): ReasonOf<'issuer-key'> {
  return binding.reason === 'issuer-key-self-asserted' && against !== null ? against : binding.reason;
}

/** Nothing can be said of a key that signed nothing. */
function unchecked(reasons: readonly ReasonCode[], isListed: boolean): readonly Finding[] {
  const missing = reasons.includes('key-not-in-hand') || reasons.includes('did-method-not-supported');
  return [finding(missing ? 'issuer-key-not-in-hand' : 'issuer-key-not-checked'), ...withoutTrust(isListed)];
}

/** A list may know the issuer that is named; it says nothing of whoever signed this. */
function withoutTrust(isListed: boolean): readonly Finding[] {
  return [finding(isListed ? 'issuer-trust-not-checked' : 'issuer-not-listed'), finding('issuer-entitlement-unknown')];
}
