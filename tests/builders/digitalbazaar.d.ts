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
    signer(): unknown;
    export(options: { publicKey: true; includeContext: true }): Promise<unknown>;
  }
  export function generate(options?: { seed?: Uint8Array }): Promise<Ed25519Multikey>;
}
