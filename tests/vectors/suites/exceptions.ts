// Where we answer otherwise than the publisher of a collected file, and why that is right.
import type { ReasonCode } from '../../../src/lib/core/model/reason.ts';

/** What may be refused although its publisher calls it good. */
const REFUSED: ReadonlyMap<ReasonCode, string> = new Map([
  ['presentation-received-as-credential', 'a presentation: nobody may take it for a credential (RFC 9901 §7.2)'],
  ['expired', 'right when it was published; its time is over since'],
]);

/** Whose signature is not shown although others verified it. */
const NOT_SHOWN: ReadonlyMap<ReasonCode, string> = new Map([
  ['suite-not-supported', 'signed with a suite that is not read: cannot tell, by name'],
  ['context-not-in-hand', 'speaks in a context that is not bundled: cannot tell, without a request'],
  ['key-not-in-hand', 'signed by a key that neither a list nor a document in hand holds'],
]);

/** By the end of the file's name. */
const OF_FILES: readonly { readonly of: RegExp; readonly why: string }[] = [
  { of: /\/ldp_vc\.json$/, why: 'an example of shape: its proof value is shortened and cannot be read' },
  { of: /\/proofChainTempDoc2\.json$/, why: 'a working step of the example: its last proof has no value yet' },
  {
    of: /\/sd\/derivedcredential\.json$/,
    why: 'its key is not among those that the list has for its issuer, and others did not find it either',
  },
  {
    of: /\/missingBitStringType$/,
    why: 'a status list without its type, well signed: as a document it holds, and no status is ever read from it',
  },
];

/** The reason why `file` may differ, or undefined: then a difference is a fault of ours. */
export function exceptionOf(file: string, expected: string, reasons: readonly ReasonCode[]): string | undefined {
  const named = OF_FILES.find(({ of }) => of.test(file))?.why;
  const known = expected === 'not refused' ? REFUSED : expected === 'signature holds' ? NOT_SHOWN : null;
  return named ?? reasons.map((reason) => known?.get(reason)).find((why) => why !== undefined);
}
