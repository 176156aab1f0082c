// Who signed, whose key that is, who vouches for them, and for what: four findings from one signature.
import type { ParsedCredential, SdJwtVc, VcDataIntegrity, VcJwt } from '../model/credential.ts';
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
}

/** Findings for signature, issuer key, issuer trust and issuer entitlement. */
export async function checkIssuer(credential: ParsedCredential, question: Question): Promise<readonly Finding[]> {
  const moment = credential.issuedAt ?? credential.validFrom ?? question.now;
  const signed =
    credential.kind === 'vc-di'
      ? await whoProved(credential, question.trust)
      : await whoSigned(credential, question.trust, moment);
  const signature = signed.reasons.map((reason) => finding(reason));
  if (signed.key === null) return [...signature, ...unchecked(signed.reasons)];
  const binding = bindIssuer({ key: signed.key, chain: signed.chain, issuerId: credential.issuer.id }, question.trust);
  const reason = contradictsItself(credential) ? 'issuer-key-not-the-issuers' : keyReason(binding, signed.against);
  if (reason !== 'issuer-key-ok') {
    return [...signature, finding(reason), finding('issuer-trust-not-checked'), finding('issuer-entitlement-unknown')];
  }
  return [
    ...signature,
    finding(reason),
    checkIssuerTrust(binding, moment, question),
    finding(checkEntitlement(credential, binding.listings)),
  ];
}

async function whoSigned(credential: SdJwtVc | VcJwt, trust: TrustMaterial, moment: EpochSeconds): Promise<Signed> {
  const { jws, issuer } = credential;
  const chain = await readCarriedChain(jws.header, trust, moment);
  const keys = await findKeys(jws.header, issuer.id, trust, chain);
  const { reason, key } = await checkSignature(jws, keys);
  return { reasons: [reason], key, chain, against: null };
}

async function whoProved(credential: VcDataIntegrity, trust: TrustMaterial): Promise<Signed> {
  const proof = await verifyDataIntegrity(credential, (method) => lookUpMethod(method, credential.issuer.id, trust));
  const holds = proof.reasons.includes('signature-ok');
  return { reasons: proof.reasons, key: holds ? proof.key : null, chain: null, against: proof.issuerKey };
}

/** A list, a pin or a document that binds the key outweighs where the key says it lives; a refusal stays one. */
function keyReason(binding: IssuerBinding, against: ReasonOf<'issuer-key'> | null): ReasonOf<'issuer-key'> {
  return binding.reason === 'issuer-key-self-asserted' && against !== null ? against : binding.reason;
}

/** Nothing can be said of a key that signed nothing. */
function unchecked(reasons: readonly ReasonCode[]): readonly Finding[] {
  const missing = reasons.includes('key-not-in-hand') || reasons.includes('did-method-not-supported');
  return [
    finding(missing ? 'issuer-key-not-in-hand' : 'issuer-key-not-checked'),
    finding('issuer-trust-not-checked'),
    finding('issuer-entitlement-unknown'),
  ];
}

/** The wrapper names one issuer and the credential inside another (VC-JWT 1.1 §6.3.1: `iss` is `issuer`). */
function contradictsItself(credential: ParsedCredential): boolean {
  if (credential.kind === 'vc-di') return false;
  const iss = credential.jws.payload['iss'];
  return iss !== undefined && iss !== credential.issuer.id;
}
