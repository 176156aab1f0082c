// Branded primitives: a plain string or number that was made on purpose by its own constructor.
declare const brand: unique symbol;

export type Brand<T, Name extends string> = T & { readonly [brand]: Name };

/** Seconds since 1970-01-01T00:00:00Z, as in JWT NumericDate (RFC 7519 §2). */
export type EpochSeconds = Brand<number, 'EpochSeconds'>;
/** Local random id of a stored credential; never derived from its content. */
export type CredentialId = Brand<string, 'CredentialId'>;
/** Local random id of a holder key pair. */
export type HolderKeyId = Brand<string, 'HolderKeyId'>;
/** Local random id of a portfolio, section or entry. */
export type PortfolioId = Brand<string, 'PortfolioId'>;
export type SectionId = Brand<string, 'SectionId'>;
/** base64url SHA-256 (RFC 7638 §3) of a public JWK. */
export type KeyThumbprint = Brand<string, 'KeyThumbprint'>;
/** base64url SHA-256 of what the issuer signed: equal for the same credential in any wrapping. */
export type ContentDigest = Brand<string, 'ContentDigest'>;

export const epochSeconds = (value: number): EpochSeconds => Math.trunc(value) as EpochSeconds;
export const credentialId = (value: string): CredentialId => value as CredentialId;
export const holderKeyId = (value: string): HolderKeyId => value as HolderKeyId;
export const portfolioId = (value: string): PortfolioId => value as PortfolioId;
export const sectionId = (value: string): SectionId => value as SectionId;
export const keyThumbprint = (value: string): KeyThumbprint => value as KeyThumbprint;
export const contentDigest = (value: string): ContentDigest => value as ContentDigest;
