// Whose word a status list is: signed by a key that is the issuer's as surely as if the credential itself were signed
// with it, or by somebody whom a trust list names for it. Nobody else may lift or refuse anything (DESIGN "Evidence").
import type { EpochSeconds } from '../../model/brand.ts';
import type { PublicJwk } from '../../model/jwk.ts';
import type { ReasonOf } from '../../model/reason.ts';
import type { EvidenceDocument, TrustMaterial } from '../../model/trust.ts';
import type { CertificateChain } from '../../trust/certificate-chain.ts';
import { listingsOf } from '../../trust/find-listed.ts';
import { checkSignature } from '../check-signature.ts';
import { verifyDataIntegrity } from '../data-integrity/verify-proof.ts';
import { findKeys } from '../find-keys.ts';
import { bindIssuer } from '../issuer-binding.ts';
import type { IssuerBinding } from '../issuer-binding.ts';
import { lookUpMethod } from '../look-up-method.ts';
import { readCarriedChain } from '../read-carried-chain.ts';
import type { StatusList } from './status-list.ts';

/** `the-issuers`: it counts. Otherwise why it does not. */
export type Standing =
  | 'the-issuers'
  | Extract<ReasonOf<'status'>, 'status-stale' | `status-list-${'unreadable' | 'not-the-issuers' | 'given'}`>;

export interface Asked {
  readonly list: StatusList;
  readonly document: EvidenceDocument;
  /** The issuer that the credential names. */
  readonly issuerId: string | null;
}

/** Reasons that mean: not by a key of the issuer's. The others mean that it could not be checked. */
const NOT_SIGNED: readonly string[] = [
  'signature-invalid',
  'key-not-in-hand',
  'did-method-not-supported',
  'algorithm-none',
  'algorithm-symmetric',
  'algorithm-key-mismatch',
  'unsigned',
];

type ByIssuer = Map<string, Promise<Standing>>;
const kept = new WeakMap<EvidenceDocument, WeakMap<TrustMaterial, ByIssuer>>();
const HOUR_SECONDS = 3_600;

/**
 * What `list` is worth to a credential of `issuerId` at `now`. Its signature is checked once an hour for each issuer
 * and trust, however many credentials ask.
 */
export function whoSignedList(asked: Asked, trust: TrustMaterial, now: EpochSeconds): Promise<Standing> {
  const byTrust = kept.get(asked.document) ?? new WeakMap<TrustMaterial, ByIssuer>();
  const byIssuer: ByIssuer = byTrust.get(trust) ?? new Map<string, Promise<Standing>>();
  const name = JSON.stringify([asked.issuerId, Math.floor(now / HOUR_SECONDS)]);
  const standing = byIssuer.get(name) ?? judge(asked, trust, now);
  byIssuer.set(name, standing);
  byTrust.set(trust, byIssuer);
  kept.set(asked.document, byTrust);
  return standing;
}

async function judge({ list, document, issuerId }: Asked, trust: TrustMaterial, now: EpochSeconds): Promise<Standing> {
  const signer = list.issuerId ?? issuerId;
  if (list.secured.by === 'nothing') {
    // Fetched from the address that the signed credential names, it is what the issuer publishes there.
    if (signer !== issuerId) return 'status-list-not-the-issuers';
    return document.source === 'given' ? 'status-list-given' : 'the-issuers';
  }
  const signed = await signedBy(list, signer, document.fetched, trust);
  if (signed.key === null) {
    return NOT_SIGNED.includes(signed.reason) ? 'status-list-not-the-issuers' : 'status-list-unreadable';
  }
  const binding = bindIssuer({ key: signed.key, chain: signed.chain, issuerId: signer, now }, trust);
  // Everybody has the specimen key.
  if (binding.reason !== 'issuer-key-ok' || binding.specimen) return 'status-list-not-the-issuers';
  if (binding.given && binding.pin === null) return 'status-list-given';
  if (binding.stale !== null && binding.pin === null) return 'status-stale';
  return signer === issuerId ? 'the-issuers' : byAnother(binding, { list, document, issuerId }, trust);
}

/** An organisation that keeps lists for others: only where a trust list names this list for this issuer. */
function byAnother(binding: IssuerBinding, { document, issuerId }: Asked, trust: TrustMaterial): Standing {
  const named = listingsOf(issuerId, trust).some(({ issuer }) => issuer.statusLists.includes(document.url));
  if (!named) return 'status-list-not-the-issuers';
  const known = binding.listings.length > 0 || binding.pin !== null;
  // Any key can sign what somebody brings along under that address.
  return known || document.source !== 'given' ? 'the-issuers' : 'status-list-given';
}

interface Signed {
  readonly key: PublicJwk | null;
  readonly chain: CertificateChain | null;
  readonly reason: string;
}

async function signedBy(
  { secured, issuedAt }: StatusList,
  signer: string | null,
  fetched: EpochSeconds,
  trust: TrustMaterial,
): Promise<Signed> {
  if (secured.by === 'jws') {
    const { jws } = secured;
    const chain = await readCarriedChain(jws.header, trust, issuedAt ?? fetched);
    const { key, reason } = await checkSignature(jws, await findKeys(jws.header, signer, trust, chain));
    return { key, chain, reason };
  }
  const none = { key: null, chain: null, reason: 'unsigned' };
  if (secured.by === 'nothing') return none;
  const issuer = { id: signer, name: [], homepage: null };
  const proof = await verifyDataIntegrity({ document: secured.document, issuer }, (method) =>
    lookUpMethod(method, signer, trust),
  );
  const holds = proof.reasons.every((reason) => reason === 'signature-ok');
  return holds ? { key: proof.key, chain: null, reason: 'signature-ok' } : { ...none, reason: proof.reasons[0] ?? '' };
}
