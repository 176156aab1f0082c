// A Data Integrity credential -> is what it says what was signed, and with which key (VC Data Integrity 1.0 §4.4).
import type { EpochSeconds } from '../../model/brand.ts';
import type { VcDataIntegrity } from '../../model/credential.ts';
import { many } from '../../model/json.ts';
import type { PublicJwk } from '../../model/jwk.ts';
import type { ReasonCode, ReasonOf } from '../../model/reason.ts';
import type { KeyLookup, ProofsCheck } from './check-proofs.ts';
import { readProof } from './read-proof.ts';
import type { ReadProof } from './read-proof.ts';
import { controllerOf } from './self-described-key.ts';

export type { KeyLookup } from './check-proofs.ts';

export interface ProofCheck {
  /** Findings of `structure` (only when something is wrong) and `signature` (always one), most telling first. */
  readonly reasons: readonly ReasonCode[];
  /** The key that was tried; it signed the credential when `reasons` has `signature-ok`. */
  readonly key: PublicJwk | null;
  /** `in-hand`: the caller vouches for it. `self-described`: it stands in the method's own address. */
  readonly keyFrom: 'in-hand' | 'self-described' | null;
  readonly verificationMethod: string | null;
  /** Address of the verification method without its fragment. */
  readonly controller: string | null;
  /** What the method's address alone says of the issuer; null when it is the issuer's own address. */
  readonly issuerKey: ReasonOf<'issuer-key'> | null;
  readonly created: EpochSeconds | null;
  readonly expires: EpochSeconds | null;
  /** Suites of further proofs that were not checked. */
  readonly notChecked: readonly string[];
}

/** A document with more proofs than this is not read: each costs a canonicalisation. */
const MAX_PROOFS = 10;
const MAX_CHAINED = 3;
const nothingInHand: KeyLookup = () => Promise.resolve(null);

/**
 * Checks every proof of `credential` in a suite of ours; all must hold. Proofs of other suites are named in `notChecked`.
 * Asks no network and no clock: the caller judges `created` and `expires`.
 */
export async function verifyDataIntegrity(
  credential: Pick<VcDataIntegrity, 'document' | 'issuer'>,
  lookUp: KeyLookup = nothingInHand,
): Promise<ProofCheck> {
  const proofs = many(credential.document['proof']);
  const readings = proofs.slice(0, MAX_PROOFS).map(readProof);
  const notChecked = readings.flatMap((reading) => (reading.kind === 'other-suite' ? [reading.suite] : []));
  const ours = readings.flatMap((reading) => (reading.kind === 'ours' ? [reading.proof] : []));
  const wrong = readings.flatMap((reading) => (reading.kind === 'ours-wrong' ? [reading.reason] : []));
  const primary = primaryOf(ours, credential.issuer.id);
  const about = describe(ours[primary] ?? null, credential.issuer.id, notChecked);
  if (proofs.length === 0) return { ...about, reasons: ['unsigned'] };
  if (proofs.length > MAX_PROOFS) return { ...about, reasons: ['signature-not-checked'] };
  if (wrong.length > 0) return { ...about, reasons: wrong };
  if (ours.length === 0) return { ...about, reasons: ['suite-not-supported'] };
  if (isTooMuchWork(ours)) return { ...about, reasons: ['signature-not-checked'] };
  const { checkProofs } = await import('./check-proofs.ts');
  const checks = await checkProofs(credential.document, ours, lookUp);
  const { key = null, keyFrom = null } = checks.proofs[primary] ?? {};
  const reasons = combine(checks);
  // Only others' proofs could be checked: they hold, but the issuer's own word is in what could not be.
  const isWitness = notChecked.length > 0 && about.issuerKey !== null && keyFrom !== 'in-hand';
  if (isWitness && reasons.includes('signature-ok')) {
    return { ...about, issuerKey: null, reasons: ['suite-not-supported'] };
  }
  return { ...about, key, keyFrom, reasons };
}

/**
 * Seconds each: a proof that lets claims be left out checks every statement, and one in a chain transforms the document
 * anew. Nobody needs several, and anybody can write a valid one ten times under a key of his own.
 */
function isTooMuchWork(proofs: readonly ReadProof[]): boolean {
  const chained = proofs.filter(({ previous }) => previous.length > 0);
  return chained.length > MAX_CHAINED || proofs.filter(({ selective }) => selective !== null).length > 1;
}

/** Of several proofs the issuer's own speaks for the credential; a witness may stand before it. */
function primaryOf(proofs: readonly ReadProof[], issuerId: string | null): number {
  return Math.max(
    0,
    proofs.findIndex((proof) => controllerOf(proof.verificationMethod) === issuerId),
  );
}

function combine({ proofs, inline }: ProofsCheck): readonly ReasonCode[] {
  const failed = [...new Set(proofs.map(({ reason }) => reason).filter((reason) => reason !== 'signature-ok'))];
  if (failed.length > 0) return failed.flatMap(withoutSignature);
  return inline ? ['context-not-in-hand', 'signature-ok'] : ['signature-ok'];
}

const STRUCTURAL: readonly ReasonCode[] = [
  'malformed',
  'context-missing',
  'context-redefines-term',
  'claim-not-covered-by-signature',
  'context-not-in-hand',
];

/** A reason of structure means that the signature was not looked at: that is said too. */
function withoutSignature(reason: ReasonCode): readonly ReasonCode[] {
  return STRUCTURAL.includes(reason) ? [reason, 'signature-not-checked'] : [reason];
}

function describe(
  proof: ReadProof | null,
  issuerId: string | null,
  notChecked: readonly string[],
): Omit<ProofCheck, 'reasons'> {
  const controller = proof === null ? null : controllerOf(proof.verificationMethod);
  return {
    key: null,
    keyFrom: null,
    verificationMethod: proof?.verificationMethod ?? null,
    controller,
    issuerKey: controller === null || issuerId === null ? null : judgeController(controller, issuerId),
    created: proof?.created ?? null,
    expires: proof?.expires ?? null,
    notChecked,
  };
}

/**
 * A method under another address than the issuer's is not the issuer's. A bare key (did:key, did:jwk) names nobody,
 * so beside an issuer that is not itself a bare key it is only unproven.
 */
function judgeController(controller: string, issuerId: string): ReasonOf<'issuer-key'> | null {
  if (controller === issuerId) return null;
  return isBareKey(controller) && !isBareKey(issuerId) ? 'issuer-key-self-asserted' : 'issuer-key-not-the-issuers';
}

function isBareKey(id: string): boolean {
  return id.startsWith('did:key:') || id.startsWith('did:jwk:');
}
