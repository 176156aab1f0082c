// What parsing gives: a credential with nothing proven, or why one of ours cannot be read.
import type { ParsedCredential } from '../model/credential.ts';
import type { Unreadable } from '../model/examination.ts';

export type Parsing =
  | { readonly outcome: 'parsed'; readonly credential: ParsedCredential }
  | { readonly outcome: 'unreadable'; readonly why: Unreadable; readonly mine: true };
