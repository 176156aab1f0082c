// Proof values of the suites that let claims be left out: CBOR behind a two-byte tag that says which kind it is
// (vc-di-ecdsa §3.5.2–3.5.7, vc-di-bbs §3.3.2–3.3.7).
import { decodeBase64url } from './base64url.ts';
import { decodeCbor } from './decode-cbor.ts';
import type { CborValue } from './decode-cbor.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** As issued: everything is shown, and the issuer says what must always be. */
export interface EcdsaSdBase {
  readonly kind: 'ecdsa-sd-base';
  readonly baseSignature: Bytes;
  /** Multikey bytes of a P-256 key that signed each statement. */
  readonly publicKey: Bytes;
  readonly hmacKey: Bytes;
  readonly signatures: readonly Bytes[];
  readonly mandatoryPointers: readonly string[];
}
/** As shown: some statements were left out. `labels`: number of a canonical blank node -> the issuer's name for it. */
export interface EcdsaSdDerived {
  readonly kind: 'ecdsa-sd-derived';
  readonly baseSignature: Bytes;
  readonly publicKey: Bytes;
  readonly signatures: readonly Bytes[];
  readonly labels: ReadonlyMap<number, Bytes>;
  readonly mandatoryIndexes: readonly number[];
}
export interface BbsBase {
  readonly kind: 'bbs-base';
  readonly signature: Bytes;
  readonly header: Bytes;
  readonly publicKey: Bytes;
  readonly hmacKey: Bytes;
  readonly mandatoryPointers: readonly string[];
}
export interface BbsDerived {
  readonly kind: 'bbs-derived';
  readonly proof: Bytes;
  readonly labels: ReadonlyMap<number, number>;
  readonly mandatoryIndexes: readonly number[];
  readonly selectiveIndexes: readonly number[];
  readonly presentationHeader: Bytes;
}
export type SelectiveProofValue = EcdsaSdBase | EcdsaSdDerived | BbsBase | BbsDerived;

/** 'other': a kind of the same family that is not read here (BBS bound to a holder, or to a pseudonym). */
export type SelectiveReading = SelectiveProofValue | 'other' | 'malformed';

const ECDSA_SIGNATURE = 64;
const P256_MULTIKEY = 35;
const HMAC_KEY = 32;
const BBS_SIGNATURE = 80;
const BBS_HEADER = 64;
const BBS_KEY = 96;
/** Some 4,000 signatures of statements: a longer one only serves to keep a verifier busy. */
const MAX_TEXT = 400_000;

/** Reads a multibase `u…` proof value of `suite`. */
export function readSelectiveProofValue(suite: 'ecdsa-sd-2023' | 'bbs-2023', text: string): SelectiveReading {
  const bytes = text.startsWith('u') && text.length <= MAX_TEXT ? decodeBase64url(text.slice(1)) : null;
  if (bytes?.[0] !== 0xd9 || bytes[1] !== 0x5d) return 'malformed';
  const kind = bytes[2] ?? 0;
  const read = READERS.get(kind);
  if (read === undefined || kind < 2 !== (suite === 'ecdsa-sd-2023')) {
    return suite === 'bbs-2023' && kind > 3 && kind < 8 ? 'other' : 'malformed';
  }
  const parts = decodeCbor(bytes.slice(3));
  return Array.isArray(parts) && parts.length === 5 ? (read(parts) ?? 'malformed') : 'malformed';
}

/** Three points of 48 bytes, four scalars of 32 (draft-irtf-cfrg-bbs-signatures §4.2.4.5), then one scalar a hidden message. */
const BBS_PROOF_WITHOUT_HIDDEN = 272;
const BBS_SCALAR = 32;

/** How many messages a BBS proof keeps hidden. */
export function hiddenMessages({ proof }: BbsDerived): number {
  return (proof.length - BBS_PROOF_WITHOUT_HIDDEN) / BBS_SCALAR;
}

type Reader = (parts: readonly CborValue[]) => SelectiveProofValue | null;
const READERS: ReadonlyMap<number, Reader> = new Map<number, Reader>([
  [0, readEcdsaBase],
  [1, readEcdsaDerived],
  [2, readBbsBase],
  [3, readBbsDerived],
]);

function readEcdsaBase([signature, key, hmac, signatures, pointers]: readonly CborValue[]): EcdsaSdBase | null {
  const baseSignature = bytesOf(signature, ECDSA_SIGNATURE);
  const publicKey = bytesOf(key, P256_MULTIKEY);
  const hmacKey = bytesOf(hmac, HMAC_KEY);
  const each = listOf(signatures, (one) => bytesOf(one, ECDSA_SIGNATURE));
  const mandatoryPointers = listOf(pointers, textOf);
  if (!baseSignature || !publicKey || !hmacKey || !each || !mandatoryPointers) return null;
  return { kind: 'ecdsa-sd-base', baseSignature, publicKey, hmacKey, signatures: each, mandatoryPointers };
}

function readEcdsaDerived([signature, key, signatures, map, indexes]: readonly CborValue[]): EcdsaSdDerived | null {
  const baseSignature = bytesOf(signature, ECDSA_SIGNATURE);
  const publicKey = bytesOf(key, P256_MULTIKEY);
  const each = listOf(signatures, (one) => bytesOf(one, ECDSA_SIGNATURE));
  const labels = mapOf(map, (one) => bytesOf(one, HMAC_KEY));
  const mandatoryIndexes = listOf(indexes, numberOf);
  if (!baseSignature || !publicKey || !each || !labels || !mandatoryIndexes) return null;
  return { kind: 'ecdsa-sd-derived', baseSignature, publicKey, signatures: each, labels, mandatoryIndexes };
}

function readBbsBase([one, two, key, hmac, pointers]: readonly CborValue[]): BbsBase | null {
  const signature = bytesOf(one, BBS_SIGNATURE);
  const header = bytesOf(two, BBS_HEADER);
  const publicKey = bytesOf(key, BBS_KEY);
  const hmacKey = bytesOf(hmac, HMAC_KEY);
  const mandatoryPointers = listOf(pointers, textOf);
  if (!signature || !header || !publicKey || !hmacKey || !mandatoryPointers) return null;
  return { kind: 'bbs-base', signature, header, publicKey, hmacKey, mandatoryPointers };
}

function readBbsDerived([one, map, mandatory, selective, header]: readonly CborValue[]): BbsDerived | null {
  const proof = bytesOf(one, null);
  const labels = mapOf(map, numberOf);
  const mandatoryIndexes = listOf(mandatory, numberOf);
  const selectiveIndexes = listOf(selective, numberOf);
  const presentationHeader = bytesOf(header, null);
  if (!proof || !labels || !mandatoryIndexes || !selectiveIndexes || !presentationHeader) return null;
  return { kind: 'bbs-derived', proof, labels, mandatoryIndexes, selectiveIndexes, presentationHeader };
}

function bytesOf(value: CborValue | undefined, length: number | null): Bytes | null {
  return value instanceof Uint8Array && (length === null || value.length === length) ? value : null;
}

const textOf = (value: CborValue): string | null => (typeof value === 'string' ? value : null);
const numberOf = (value: CborValue): number | null => (typeof value === 'number' ? value : null);

function listOf<T>(value: CborValue | undefined, read: (one: CborValue) => T | null): readonly T[] | null {
  if (!Array.isArray(value)) return null;
  const items: readonly CborValue[] = value;
  const all = items.map(read).filter((one) => one !== null);
  return all.length === items.length ? all : null;
}

function mapOf<T>(value: CborValue | undefined, read: (one: CborValue) => T | null): ReadonlyMap<number, T> | null {
  if (!(value instanceof Map)) return null;
  const made = new Map<number, T>();
  const entries: ReadonlyMap<number | string, CborValue> = value;
  for (const [key, one] of entries) {
    const item = read(one);
    if (typeof key !== 'number' || item === null) return null;
    made.set(key, item);
  }
  return made;
}
