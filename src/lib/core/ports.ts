// What core and state ask of the world. Adapters implement these; nothing here knows how.
import type { CredentialId, ContentDigest, EpochSeconds, HolderKeyId } from './model/brand.ts';
import type { PublicJwk } from './model/jwk.ts';
import type { Portfolio } from './model/portfolio.ts';
import type { Pin } from './model/trust.ts';
import type { PortfolioId } from './model/brand.ts';

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

export interface CredentialStore {
  /** All or nothing; resolves only after a strictly durable commit. */
  add(credentials: readonly StoredCredential[]): Promise<Stored<null>>;
  all(): Promise<Stored<readonly StoredCredential[]>>;
  get(id: CredentialId): Promise<Stored<StoredCredential | null>>;
  findByDigest(digest: ContentDigest): Promise<Stored<readonly StoredCredential[]>>;
  remove(ids: readonly CredentialId[]): Promise<Stored<null>>;
  /** Called after any change, also one made in another tab. Returns how to stop listening. */
  watch(changed: () => void): () => void;
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
}

export type Clock = () => EpochSeconds;
export type Random = (length: number) => Uint8Array<ArrayBuffer>;
