// Disclosures (RFC 9901 §7.1 steps 3–5): parsing puts them in place and reports each fault; here they become findings.
import type { ParsedCredential } from '../model/credential.ts';
import { REASONS } from '../model/reason.ts';
import type { ReasonCode, ReasonOf } from '../model/reason.ts';

/** Every fault, else whether there was anything to check. Decoy digests are no fault and leave no trace. */
export function checkDisclosures(credential: ParsedCredential): readonly ReasonOf<'disclosures'>[] {
  const faults = credential.problems.filter(isAboutDisclosures);
  if (faults.length > 0) return faults;
  const any = credential.kind === 'sd-jwt-vc' && credential.disclosures.length > 0;
  return [any ? 'disclosures-ok' : 'disclosures-none'];
}

function isAboutDisclosures(reason: ReasonCode): reason is ReasonOf<'disclosures'> {
  return REASONS[reason].check === 'disclosures';
}
