// Only what verify/data-integrity and its tests call of rdf-canonize 5.0.0.
declare module 'rdf-canonize' {
  interface CanonizeOptions {
    readonly algorithm: 'RDFC-1.0';
    readonly format: 'application/n-quads';
    readonly messageDigestAlgorithm?: 'SHA-256' | 'SHA-384';
    readonly maxWorkFactor: number;
    readonly signal: { readonly aborted: boolean; readonly reason: string };
  }
  const rdfCanonize: {
    canonize(dataset: unknown, options: CanonizeOptions): Promise<string>;
    readonly NQuads: { parse(text: string): readonly unknown[] };
  };
  export default rdfCanonize;
}
