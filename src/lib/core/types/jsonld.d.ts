// Only what verify/data-integrity calls of jsonld 9.0.0.
declare module 'jsonld' {
  interface JsonLdOptions {
    readonly base: null;
    readonly safe: true;
    readonly documentLoader: (url: string) => Promise<unknown>;
  }
  const jsonld: { toRDF(document: unknown, options: JsonLdOptions): Promise<readonly unknown[]> };
  export default jsonld;
}
