// Only what verify/data-integrity/selective and present call of these libraries.
declare module '@digitalbazaar/di-sd-primitives' {
  interface GroupOptions {
    readonly document: unknown;
    readonly labelMapFactoryFunction: (given: {
      readonly canonicalIdMap: ReadonlyMap<string, string>;
    }) => Promise<Map<string, string>>;
    readonly groups: { readonly mandatory: readonly string[] };
    readonly options: { readonly documentLoader: (url: string) => Promise<unknown> };
  }
  export function canonicalizeAndGroup(options: GroupOptions): Promise<{
    readonly groups: { readonly mandatory: { readonly matching: ReadonlyMap<number, string> } };
  }>;
}
declare module '@digitalbazaar/bbs-signatures' {
  export const CIPHERSUITES: { readonly BLS12381_SHA256: string };
  interface Question {
    readonly publicKey: Uint8Array;
    readonly header: Uint8Array;
    readonly ciphersuite: string;
  }
  export function verifySignature(
    question: Question & { readonly signature: Uint8Array; readonly messages: readonly Uint8Array[] },
  ): Promise<unknown>;
  export function verifyProof(
    question: Question & {
      readonly proof: Uint8Array;
      readonly presentationHeader: Uint8Array;
      readonly disclosedMessages: readonly Uint8Array[];
      readonly disclosedMessageIndexes: readonly number[];
    },
  ): Promise<unknown>;
}
interface DerivingSuite {
  derive(given: {
    readonly cryptosuite: DerivingSuite;
    readonly document: unknown;
    readonly purpose: { readonly term: string };
    readonly proofSet: readonly unknown[];
    readonly documentLoader: (url: string) => Promise<unknown>;
    readonly dataIntegrityProof: { readonly matchProof: () => Promise<boolean> };
  }): Promise<unknown>;
}
declare module '@digitalbazaar/ecdsa-sd-2023-cryptosuite' {
  export function createDiscloseCryptosuite(options: { readonly selectivePointers: readonly string[] }): DerivingSuite;
}
declare module '@digitalbazaar/bbs-2023-cryptosuite' {
  export function createDiscloseCryptosuite(options: { readonly selectivePointers: readonly string[] }): DerivingSuite;
}
