// Whose word a status list is: signed by a key that is the issuer's as surely as if the credential itself were signed
// with it, or by somebody whom a trust list names for it. Nobody else may lift or refuse anything (DESIGN "Evidence").
import type { EpochSeconds } from '../../model/brand.ts';
import type { PublicJwk } from '../../model/jwk.ts';
import type { ReasonOf } from '../../model/reason.ts';
import type { EvidenceDocument, TrustMaterial } from '../../model/trust.ts';
import type { CertificateChain } from '../../trust/certificate-chain.ts';
import { withSureDocuments } from '../../trust/document-age.ts';
import { listingsOf } from '../../trust/find-listed.ts';
import { checkSignature } from '../check-signature.ts';
import { verifyDataIntegrity } from '../data-integrity/verify-proof.ts';
import { NO_PROOF_TIMES } from '../check-validity.ts';
import type { ProofTimes } from '../check-validity.ts';
import { findKeys } from '../find-keys.ts';
import { bindIssuer } from '../issuer-binding.ts';
import type { IssuerBinding } from '../issuer-binding.ts';
import { lookUpMethod } from '../look-up-method.ts';
import { readCarriedChain } from '../read-carried-chain.ts';
import type { StatusList } from './status-list.ts';

/** Why a list does not count. */
type Against = Extract<
  ReasonOf<'status'>,
  'status-stale' | `status-list-${'unreadable' | 'not-the-issuers' | 'given'}`
>;

/** Null `against`: it is the issuer's word. `times`: when its proof says it was made and ends. */
export interface Standing {
  readonly against: Against | null;
  readonly times: ProofTimes;
}

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
  const standing = byIssuer.get(name) ?? judgeSurely(asked, trust, now);
  byIssuer.set(name, standing);
  byTrust.set(trust, byIssuer);
  kept.set(asked.document, byTrust);
  return standing;
}

/** Keys that somebody brought may speak for a list; they may not talk it down, which would lift a revocation. */
async function judgeSurely(asked: Asked, trust: TrustMaterial, now: EpochSeconds): Promise<Standing> {
  const first = await judge(asked, trust, now);
  const sure = first.against === null ? null : withSureDocuments(trust, now);
  if (sure === null) return first;
  const second = await judge(asked, sure, now);
  return second.against === null ? second : first;
}

async function judge({ list, document, issuerId }: Asked, trust: TrustMaterial, now: EpochSeconds): Promise<Standing> {
  const signer = list.issuerId ?? issuerId;
  if (list.secured.by === 'nothing')
    return { against: judgeUnsigned(document, signer === issuerId), times: NO_PROOF_TIMES };
  const signed = await signedBy(list, signer, document.fetched, trust);
  const { key, chain, times, reason } = signed;
  if (key === null) {
    return { against: NOT_SIGNED.includes(reason) ? 'status-list-not-the-issuers' : 'status-list-unreadable', times };
  }
  const binding = bindIssuer({ key, chain, issuerId: signer, now }, trust);
  const against = judgeKey(binding);
  if (against !== null || signer === issuerId) return { against, times };
  return { against: judgeKeeper(binding, document, issuerId, trust), times };
}

/** Fetched from the address that the signed credential names, it is what the issuer publishes there. */
function judgeUnsigned(document: EvidenceDocument, isOwn: boolean): Against | null {
  if (!isOwn) return 'status-list-not-the-issuers';
  return document.source === 'given' ? 'status-list-given' : null;
}

function judgeKey({ reason, specimen, given, stale, pin }: IssuerBinding): Against | null {
  // Everybody has the specimen key.
  if (reason !== 'issuer-key-ok' || specimen) return 'status-list-not-the-issuers';
  if (given && pin === null) return 'status-list-given';
  return stale !== null && pin === null ? 'status-stale' : null;
}

/**
 * An organisation that keeps lists for others. Fetched by this device from the address that the issuer signed, its list
 * is the issuer's choice; one that somebody brings counts where a trust list names it for this issuer and knows the key.
 */
function judgeKeeper(
  binding: IssuerBinding,
  document: EvidenceDocument,
  issuerId: string | null,
  trust: TrustMaterial,
): Against | null {
  if (document.source !== 'given') return null;
  const named = listingsOf(issuerId, trust).some(({ issuer }) => issuer.statusLists.includes(document.url));
  if (!named) return 'status-list-not-the-issuers';
  // Any key can sign what somebody brings along under that address.
  return binding.listings.length > 0 || binding.pin !== null ? null : 'status-list-given';
}

interface Signed {
  readonly key: PublicJwk | null;
  readonly chain: CertificateChain | null;
  readonly reason: string;
  readonly times: ProofTimes;
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
    return { key, chain, reason, times: NO_PROOF_TIMES };
  }
  const none = { key: null, chain: null, reason: 'unsigned', times: NO_PROOF_TIMES };
  if (secured.by === 'nothing') return none;
  const issuer = { id: signer, name: [], homepage: null };
  const proof = await verifyDataIntegrity({ document: secured.document, issuer }, (method) =>
    lookUpMethod(method, signer, trust),
  );
  const holds = proof.reasons.every((reason) => reason === 'signature-ok');
  if (!holds) return { ...none, reason: proof.reasons[0] ?? '' };
  // Only of the proof that was checked: anybody can put a newer one beside it.
  return { key: proof.key, chain: null, reason: 'signature-ok', times: proof };
}
