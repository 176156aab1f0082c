// Disclosures (RFC 9901 §7.1 steps 3–5). Parsing puts them in place and reports each fault in `problems`; decoy
// digests are no fault and leave no trace. A derived Data Integrity proof covers every statement that is left, so that its
// signature judges them.
import type { ParsedCredential } from '../model/credential.ts';
import type { ReasonOf } from '../model/reason.ts';

export function checkDisclosures(credential: ParsedCredential): ReasonOf<'disclosures'> {
  const some = credential.kind === 'sd-jwt-vc' && credential.disclosures.length > 0;
  const derived = credential.kind === 'vc-di' && credential.selective?.mode === 'derived';
  return some || derived ? 'disclosures-ok' : 'disclosures-none';
}
