// What the corridor says of some bytes, ready to cross a worker boundary (structured clone).
import type { ParsedCredential } from './credential.ts';
import type { Judgement } from './verdict.ts';

/** Why bytes are not read as a credential. Each has its own sentence with a next step. */
export const UNREADABLE = [
  'empty',
  'too-large',
  'not-text',
  'not-recognised',
  'html-page',
  'bomb',
  // images
  'truncated-image',
  'damaged-image',
  'image-without-credential',
  'malformed-svg',
  'svg-declares-entities',
  // JWT and SD-JWT
  'truncated-jwt',
  'malformed-jwt',
  'malformed-sd-jwt',
  'encrypted-jwt',
  'jwt-not-a-credential',
  // JSON
  'malformed-json',
  'json-too-deep',
  'json-too-many-values',
  'json-duplicate-key',
  'json-forbidden-key',
  'json-not-a-credential',
  // known things that are not credentials, or cannot be read yet
  'badge-class',
  'badge-issuer',
  'badge-endorsement',
  'badge-revocation-list',
  'europass-credential',
  'elmo',
  'pdf',
  'presentation-envelope',
  'status-list',
  'trust-list',
  'offer-link',
  'web-address',
] as const;
export type Unreadable = (typeof UNREADABLE)[number];

export type Examination =
  | { readonly outcome: 'credential'; readonly credential: ParsedCredential; readonly judgement: Judgement }
  /** `mine`: it looked like one of ours but is malformed. Not `mine`: keep as a document. */
  | { readonly outcome: 'unreadable'; readonly why: Unreadable; readonly mine: boolean };
