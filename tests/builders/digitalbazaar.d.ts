// Only what the tests call of other people's libraries, to have credentials that we did not make.
declare module '@digitalbazaar/vc' {
  export function issue(options: {
    credential: unknown;
    suite: unknown;
    documentLoader: (url: string) => Promise<unknown>;
  }): Promise<unknown>;
  export function verifyCredential(options: {
    credential: unknown;
    suite: unknown;
    documentLoader: (url: string) => Promise<unknown>;
    now?: Date;
  }): Promise<{ readonly verified: boolean; readonly error?: unknown }>;
}
declare module '@digitalbazaar/data-integrity' {
  export const DataIntegrityProof: new (options: { cryptosuite: unknown; signer?: unknown; date?: string }) => object;
}
declare module '@digitalbazaar/eddsa-rdfc-2022-cryptosuite' {
  export const cryptosuite: unknown;
}
declare module '@digitalbazaar/ed25519-multikey' {
  export interface Ed25519Multikey {
    id: string;
    controller: string;
    readonly publicKeyMultibase: string;
    signer(): { sign(options: { data: Uint8Array }): Promise<Uint8Array<ArrayBuffer>> };
    export(options: { publicKey: true; includeContext: true }): Promise<unknown>;
  }
  export function generate(options?: { seed?: Uint8Array }): Promise<Ed25519Multikey>;
}
interface Multikey {
  id: string;
  controller: string;
  readonly publicKeyMultibase: string;
  signer(): { sign(options: { data: Uint8Array }): Promise<Uint8Array<ArrayBuffer>> };
  export(options: { publicKey: true; includeContext: true }): Promise<unknown>;
}
declare module '@digitalbazaar/ecdsa-multikey' {
  export function generate(options: { curve: 'P-256' | 'P-384' }): Promise<Multikey>;
}
declare module '@digitalbazaar/bls12-381-multikey' {
  export function generateBbsKeyPair(options: { algorithm: string }): Promise<Multikey>;
}
declare module '@digitalbazaar/ecdsa-rdfc-2019-cryptosuite' {
  export const cryptosuite: unknown;
}
declare module '@digitalbazaar/ed25519-signature-2020' {
  export const Ed25519Signature2020: new (options: { key?: unknown; date?: string }) => object;
}
declare module '@digitalbazaar/ed25519-verification-key-2020' {
  export const Ed25519VerificationKey2020: {
    generate(options: { seed?: Uint8Array }): Promise<{
      id: string;
      controller: string;
      readonly publicKeyMultibase: string;
      export(options: { publicKey: true; includeContext: true }): unknown;
    }>;
  };
}
declare module '@digitalbazaar/ecdsa-sd-2023-cryptosuite' {
  export function createSignCryptosuite(options: { mandatoryPointers: readonly string[] }): unknown;
}
declare module '@digitalbazaar/bbs-2023-cryptosuite' {
  export function createSignCryptosuite(options: { mandatoryPointers: readonly string[] }): unknown;
}
