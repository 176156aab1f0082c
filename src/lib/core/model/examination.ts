// What the corridor says of some bytes, ready to cross a worker boundary (structured clone).
import type { ParsedCredential } from './credential.ts';
import type { Judgement } from './verdict.ts';

/** Why bytes are not read as a credential. Each has its own sentence with a next step. */
export const UNREADABLE = [
  'empty',
  'too-large',
  'not-recognised',
  'truncated-image',
  'image-without-credential',
  'malformed-jwt',
  'malformed-sd-jwt',
  'malformed-json',
  'json-too-deep',
  'json-duplicate-key',
  'json-forbidden-key',
  'json-not-a-credential',
  'html-page',
  'bomb',
  'not-text',
] as const;
export type Unreadable = (typeof UNREADABLE)[number];

export type Examination =
  | { readonly outcome: 'credential'; readonly credential: ParsedCredential; readonly judgement: Judgement }
  /** `mine`: it looked like one of ours but is malformed. Not `mine`: keep as a document. */
  | { readonly outcome: 'unreadable'; readonly why: Unreadable; readonly mine: boolean };
