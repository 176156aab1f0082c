// Frameworks told by where their entries live, when the issuer did not name the framework.
const FRAMEWORKS: readonly (readonly [RegExp, string])[] = [
  [/^https?:\/\/data\.europa\.eu\/esco\//, 'ESCO'],
  [/^https?:\/\/data\.europa\.eu\/snb\/eqf\//, 'EQF'],
  [/^https?:\/\/data\.europa\.eu\/snb\/isced-f\//, 'ISCED-F'],
  [/^https?:\/\/(?:www\.)?seqf\.se(?:[/:?#]|$)/, 'SeQF'],
  [/^https?:\/\/[^/?#]+\/[^?#]*ims\/case\/v1p\d\//, 'CASE'],
  [/^https?:\/\/(?:[\w-]+\.)*(?:credentialengineregistry\.org|credreg\.net)(?:[/:?#]|$)/, 'CTDL'],
  [/^https?:\/\/purl\.org\/(?:ctdl|ctdlasn)(?:[/?#]|$)/, 'CTDL'],
];
/** Longer addresses are something else, and cost patterns time. */
const MAX_LENGTH = 2_048;

/** `ESCO`, `EQF`, `SeQF`, `CASE`, `CTDL` or `ISCED-F`; null for any other address. */
export function frameworkOfUrl(url: string | null): string | null {
  if (url === null || url.length > MAX_LENGTH) return null;
  return FRAMEWORKS.find(([pattern]) => pattern.test(url))?.[1] ?? null;
}
