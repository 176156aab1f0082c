// A Data Integrity credential -> is what it says what was signed, and with which key (VC Data Integrity 1.0 §4.4, vc-di-eddsa §3.2).
import { digest } from '../../bytes/digest.ts';
import { joinBytes } from '../../bytes/join-bytes.ts';
import { encodeUtf8 } from '../../bytes/utf8.ts';
import type { EpochSeconds } from '../../model/brand.ts';
import type { VcDataIntegrity } from '../../model/credential.ts';
import { isJsonObject, many } from '../../model/json.ts';
import type { JsonObject, JsonValue } from '../../model/json.ts';
import type { PublicJwk } from '../../model/jwk.ts';
import type { ReasonCode, ReasonOf } from '../../model/reason.ts';
import { canonicalise } from './canonicalise.ts';
import type { Canonical } from './canonicalise.ts';
import { checkContexts } from './check-contexts.ts';
import { readProof } from './read-proof.ts';
import type { ReadProof } from './read-proof.ts';
import { controllerOf, selfDescribedKey } from './self-described-key.ts';
import type { KeyResolution } from './self-described-key.ts';
import { verifyEd25519 } from './verify-ed25519.ts';

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

/** Looks for a key in lists and documents in hand; null when they say nothing of this method. */
export type KeyLookup = (verificationMethod: string) => Promise<KeyResolution | null>;

/** A document with more proofs than this is not read: each costs a canonicalisation. */
const MAX_PROOFS = 10;
const nothingInHand: KeyLookup = () => Promise.resolve(null);

/**
 * Checks every eddsa-rdfc-2022 proof of `credential`; all must hold. Proofs of other suites are named in `notChecked`.
 * Asks no network and no clock: the caller judges `created` and `expires`.
 */
export async function verifyDataIntegrity(
  credential: Pick<VcDataIntegrity, 'document' | 'issuer'>,
  lookUp: KeyLookup = nothingInHand,
): Promise<ProofCheck> {
  const { proof: proofMember, ...unsecured } = credential.document;
  const proofs = many(proofMember);
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
  const contexts = checkContexts(credential.document);
  if (!contexts.ok) return { ...about, reasons: withoutSignature(contexts.reason) };
  const checks = await checkEach(unsecured, proofs, ours, lookUp);
  const reasons = combine(checks, contexts.inline);
  return { ...about, key: checks[primary]?.key ?? null, keyFrom: checks[primary]?.keyFrom ?? null, reasons };
}

/** Of several proofs the issuer's own speaks for the credential; a witness may stand before it. */
function primaryOf(proofs: readonly ReadProof[], issuerId: string | null): number {
  return Math.max(
    0,
    proofs.findIndex((proof) => controllerOf(proof.verificationMethod) === issuerId),
  );
}

interface SignatureCheck {
  readonly reason: ReasonCode;
  readonly key: PublicJwk | null;
  readonly keyFrom: ProofCheck['keyFrom'];
}

async function checkEach(
  unsecured: JsonObject,
  proofs: readonly JsonValue[],
  ours: readonly ReadProof[],
  lookUp: KeyLookup,
): Promise<readonly SignatureCheck[]> {
  const whole = canonicalise(unsecured);
  return Promise.all(
    ours.map(async (proof) => {
      const signed = proof.previous.length === 0 ? whole : withPrevious(unsecured, proofs, proof.previous);
      return checkSignature(proof, await signed, many(unsecured['@context']), lookUp);
    }),
  );
}

/** A proof in a chain signs the document together with the proofs it names (VC Data Integrity 1.0 §4.6). */
async function withPrevious(
  unsecured: JsonObject,
  proofs: readonly JsonValue[],
  ids: readonly string[],
): Promise<Canonical> {
  const previous = proofs.filter((proof) => isJsonObject(proof) && ids.some((id) => id === proof['id']));
  if (previous.length < new Set(ids).size) return { ok: false, reason: 'proof-malformed' };
  return canonicalise({ ...unsecured, proof: previous });
}

async function checkSignature(
  proof: ReadProof,
  document: Canonical,
  context: readonly JsonValue[],
  lookUp: KeyLookup,
): Promise<SignatureCheck> {
  if (!document.ok) return { reason: document.reason, key: null, keyFrom: null };
  const inHand = await lookUp(proof.verificationMethod);
  const keyFrom = inHand?.ok === true ? 'in-hand' : 'self-described';
  const resolved = inHand ?? selfDescribedKey(proof.verificationMethod);
  if (!resolved.ok) return { reason: resolved.reason, key: null, keyFrom: null };
  const config = await canonicalise({ ...proof.config, '@context': context });
  if (!config.ok) return { reason: config.reason, key: resolved.key, keyFrom };
  const hashes = await Promise.all([config, document].map(({ nquads }) => digest('SHA-256', encodeUtf8(nquads))));
  const holds = await verifyEd25519(resolved.key, proof.signature, joinBytes(hashes));
  if (holds === null) return { reason: 'algorithm-key-mismatch', key: resolved.key, keyFrom };
  return { reason: holds ? 'signature-ok' : 'signature-invalid', key: resolved.key, keyFrom };
}

function combine(checks: readonly SignatureCheck[], inline: boolean): readonly ReasonCode[] {
  const failed = [...new Set(checks.map(({ reason }) => reason).filter((reason) => reason !== 'signature-ok'))];
  if (failed[0] !== undefined) return failed.flatMap(withoutSignature);
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
