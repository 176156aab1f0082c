// ParsedCredential + Question -> findings, one or more per check. Reads as the table of contents of verifying.
import type { ParsedCredential } from '../model/credential.ts';
import { finding } from '../model/finding.ts';
import type { Finding } from '../model/finding.ts';
import { CHECKS } from '../model/reason.ts';
import { checkClock } from './check-clock.ts';
import { checkDisclosures } from './check-disclosures.ts';
import { checkIssuer } from './check-issuer.ts';
import { checkPossession } from './check-possession.ts';
import { checkReplay } from './check-replay.ts';
import { checkStatus } from './check-status.ts';
import { checkStructure } from './check-structure.ts';
import { checkValidity } from './check-validity.ts';
import type { Question } from './question.ts';

/**
 * Everything there is to say of `credential` from what is in hand. Asks no network, reads no clock, never throws on
 * what a stranger sent. Issuer and holder signatures are checked side by side.
 */
export async function verify(credential: ParsedCredential, question: Question): Promise<readonly Finding[]> {
  const { context, now } = question;
  const [issuer, possession, status] = await Promise.all([
    checkIssuer(credential, question),
    checkPossession(credential, context),
    checkStatus(credential, question),
  ]);
  const own = [
    finding(checkStructure(credential)),
    finding(checkDisclosures(credential)),
    ...issuer.findings,
    finding(checkValidity(credential, issuer.proofTimes, now)),
    ...beside(issuer.findings, status),
    finding(possession.reason),
    finding(checkReplay(possession.binding, context, now)),
    finding(checkClock(question)),
  ];
  return inOrder([...credential.problems.map((reason) => finding(reason)), ...own]);
}

/** The fetch that shows a hosted badge shows its status too: then it does use one. */
function beside(issuer: readonly Finding[], status: readonly Finding[]): readonly Finding[] {
  const shown = issuer.some(({ check }) => check === 'status');
  return shown ? status.filter(({ reason }) => reason !== 'status-not-used') : status;
}

/** In the order of CHECKS, each reason once; where a check found something wrong, nothing of it passes as well. */
function inOrder(findings: readonly Finding[]): readonly Finding[] {
  return CHECKS.flatMap((check) => {
    const found = findings.filter((one) => one.check === check);
    const wrong = found.filter(({ outcome }) => outcome === 'fail' || outcome === 'unknown');
    const told = wrong.length > 0 ? wrong : found;
    return told.filter(({ reason }, at) => told.findIndex((one) => one.reason === reason) === at);
  });
}
