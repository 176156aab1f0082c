// What core and state ask of the world. Adapters implement these; nothing here knows how.
import type {
  ContentDigest,
  CredentialId,
  EpochSeconds,
  HolderKeyId,
  KeyThumbprint,
  PortfolioId,
} from './model/brand.ts';
import type { Examination } from './model/examination.ts';
import type { PublicJwk } from './model/jwk.ts';
import type { Portfolio } from './model/portfolio.ts';
import type { EvidenceDocument, Pin, TrustMaterial } from './model/trust.ts';
import type { VerificationContext } from './model/verdict.ts';

export type Origin = 'file' | 'drop' | 'paste' | 'camera' | 'qr-image' | 'link' | 'specimen';

/** A received thing, verbatim. Everything else about it is derived from `raw`. */
export interface StoredCredential {
  readonly id: CredentialId;
  readonly raw: Uint8Array<ArrayBuffer>;
  /** `document` when nothing was recognised and the learner kept it anyway. */
  readonly kind: string;
  readonly contentDigest: ContentDigest;
  readonly fileName: string | null;
  readonly mediaType: string;
  readonly origin: Origin;
  readonly receivedAt: EpochSeconds;
  readonly holderKey: HolderKeyId | null;
}

/** Why a write did not happen. Nothing was half written. */
export type StorageFailure = 'full' | 'closed' | 'newer-schema' | 'unavailable' | 'corrupt';
export type Stored<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: StorageFailure };

/** A stored row that is no longer what was written. Its bytes, as far as there are any, can still be exported. */
export interface DamagedRecord {
  readonly id: string;
  readonly raw: Uint8Array<ArrayBuffer>;
}

export interface StoredRows {
  readonly credentials: readonly StoredCredential[];
  readonly damaged: readonly DamagedRecord[];
}

export interface CredentialStore {
  /** All or nothing; resolves only after a strictly durable commit. */
  add(credentials: readonly StoredCredential[]): Promise<Stored<null>>;
  /** Newest first. Damaged rows are left out, never an error for the others. */
  all(): Promise<Stored<readonly StoredCredential[]>>;
  /** Ids of all rows, newest first; damaged ones that have no time any more come last. */
  ids(): Promise<Stored<readonly CredentialId[]>>;
  /** The rows of `ids`, in their order: what is whole, and what is damaged. Ids that are gone are left out. */
  some(ids: readonly CredentialId[]): Promise<Stored<StoredRows>>;
  damaged(): Promise<Stored<readonly DamagedRecord[]>>;
  get(id: CredentialId): Promise<Stored<StoredCredential | null>>;
  findByDigest(digest: ContentDigest): Promise<Stored<readonly StoredCredential[]>>;
  /** Also forgets what was derived from them, in the same transaction. */
  remove(ids: readonly CredentialId[]): Promise<Stored<null>>;
  /** Called after any change, also one made in another tab. Returns how to stop listening. */
  watch(changed: () => void): () => void;
}

/** What was worked out from a credential, when, and from what. May be dropped at any time. */
export interface DerivedRecord {
  readonly id: CredentialId;
  readonly examination: Examination;
  readonly checkedAt: EpochSeconds;
  /** Program version and digest of the trust material it was judged with. */
  readonly basis: string;
}

export interface DerivedStore {
  all(): Promise<Stored<readonly DerivedRecord[]>>;
  /** Those of `ids` there is anything of. */
  some(ids: readonly CredentialId[]): Promise<Stored<readonly DerivedRecord[]>>;
  /** Rows whose credential is gone are not written. */
  put(records: readonly DerivedRecord[]): Promise<Stored<null>>;
  clear(): Promise<Stored<null>>;
}

export interface PortfolioStore {
  put(portfolio: Portfolio): Promise<Stored<null>>;
  all(): Promise<Stored<readonly Portfolio[]>>;
  remove(id: PortfolioId): Promise<Stored<null>>;
  watch(changed: () => void): () => void;
}

/** An imported trust list, verbatim. */
export interface StoredTrustList {
  readonly id: string;
  readonly raw: Uint8Array<ArrayBuffer>;
  readonly fileName: string | null;
  readonly importedAt: EpochSeconds;
  /** What the importer said of a list whose format names neither itself nor its issuer. */
  readonly about?: { readonly name: string; readonly issuerId: string | null; readonly importedAt: EpochSeconds };
}

export interface TrustStore {
  putList(list: StoredTrustList): Promise<Stored<null>>;
  lists(): Promise<Stored<readonly StoredTrustList[]>>;
  removeList(id: string): Promise<Stored<null>>;
  putPin(pin: Pin): Promise<Stored<null>>;
  pins(): Promise<Stored<readonly Pin[]>>;
  removePin(issuerId: string): Promise<Stored<null>>;
  watch(changed: () => void): () => void;
}

/** Documents in hand, one for each address. All of it can be fetched again, so no second copy is kept. */
export interface EvidenceStore {
  /**
   * All or nothing. A document with an older `fetched` never takes the place of a newer one from the same source, and a
   * given one never that of one this device fetched. Where room runs short others go: given ones first, then the
   * longest in hand; `full` when these alone are too much.
   */
  put(documents: readonly EvidenceDocument[]): Promise<Stored<null>>;
  all(): Promise<Stored<readonly EvidenceDocument[]>>;
  remove(urls: readonly string[]): Promise<Stored<null>>;
  watch(changed: () => void): () => void;
}

/** `blocked`: the browser could not be given an answer (offline, redirect, CORS); which of them it does not tell. */
export const FETCH_FAILURES = [
  'not-https',
  'private-address',
  'unusual-address',
  'blocked',
  'not-found',
  'refused-by-server',
  'too-large',
  'too-slow',
  'not-text',
  'stopped',
] as const;
export type FetchFailure = (typeof FETCH_FAILURES)[number];
export type Fetched =
  | { readonly ok: true; readonly mediaType: string | null; readonly text: string }
  | { readonly ok: false; readonly failure: FetchFailure };

/** Asks the network for one document: HTTPS, no redirect, bounded in size and time. Only ever called on a visible act. */
export interface Fetcher {
  ask(url: string, stop: AbortSignal): Promise<Fetched>;
}

export interface SettingsStore {
  get(key: string): Promise<Stored<string | null>>;
  set(key: string, value: string): Promise<Stored<null>>;
}

export interface HolderKey {
  readonly id: HolderKeyId;
  readonly publicKey: PublicJwk;
}

/** P-256 holder keys, one per credential. The private key never leaves the store unwrapped. */
export interface KeyStore {
  create(): Promise<Stored<HolderKey>>;
  /** Finds the key of a credential by its `cnf.jwk`. */
  find(publicKey: PublicJwk): Promise<Stored<HolderKey | null>>;
  /** ES256 signature, 64 bytes r||s (RFC 7518 §3.4). */
  sign(id: HolderKeyId, data: Uint8Array<ArrayBuffer>): Promise<Stored<Uint8Array<ArrayBuffer>>>;
  remove(ids: readonly HolderKeyId[]): Promise<Stored<null>>;
  /**
   * Whether no script can read what protects the keys: false where the browser cannot store such a key, null while
   * there is none.
   */
  guarded(): Promise<Stored<boolean | null>>;
}

/** A private key as stored: PKCS #8 under AES-GCM with the device key; the key's id is additional data. */
export interface WrappedKey {
  readonly id: HolderKeyId;
  readonly publicKey: PublicJwk;
  readonly thumbprint: KeyThumbprint;
  readonly wrapped: Uint8Array<ArrayBuffer>;
  readonly iv: Uint8Array<ArrayBuffer>;
}

/** A key no script can read, or its bytes where the browser cannot store such a key. */
export type DeviceKey = CryptoKey | Uint8Array<ArrayBuffer>;

/** Where a KeyStore keeps its rows. */
export interface KeyRecords {
  /** The device key in hand; `candidate` becomes it when there is none. Atomic, so that two tabs agree. */
  deviceKey(candidate: DeviceKey | null): Promise<Stored<DeviceKey | null>>;
  put(key: WrappedKey): Promise<Stored<null>>;
  get(id: HolderKeyId): Promise<Stored<WrappedKey | null>>;
  findByThumbprint(thumbprint: KeyThumbprint): Promise<Stored<WrappedKey | null>>;
  remove(ids: readonly HolderKeyId[]): Promise<Stored<null>>;
  /** Writes and reads back a throw-away key: null when the browser loses or refuses it. */
  probe(key: CryptoKey): Promise<Stored<CryptoKey | null>>;
}

/** What is asked of the corridor beside the bytes. */
export interface CorridorQuestion {
  readonly trust: TrustMaterial;
  readonly now: EpochSeconds;
  readonly context: VerificationContext;
  readonly clockFloor: EpochSeconds;
}

/** bytes in, Examination out. Rejects only when the corridor itself broke, never hangs. */
export interface Corridor {
  examine(bytes: Uint8Array<ArrayBuffer>, question: CorridorQuestion): Promise<Examination>;
}

export type Clock = () => EpochSeconds;
export type Random = (length: number) => Uint8Array<ArrayBuffer>;
