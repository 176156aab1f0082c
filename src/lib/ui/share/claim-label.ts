// The name of a claim in the reader's words. Issuers write the same thing as givenName, given_name or given-name.
import type { ClaimPath } from '$lib/core/model/credential.ts';
import { m } from '$lib/i18n/paraglide/messages.js';

const LABELS: ReadonlyMap<string, () => string> = new Map([
  ['givenname', m.share_claim_given_name],
  ['firstname', m.share_claim_given_name],
  ['familyname', m.share_claim_family_name],
  ['lastname', m.share_claim_family_name],
  ['surname', m.share_claim_family_name],
  ['name', m.share_claim_name],
  ['fullname', m.share_claim_name],
  ['dateofbirth', m.share_claim_birth_date],
  ['birthdate', m.share_claim_birth_date],
  ['personalidentitynumber', m.share_claim_personal_number],
  ['personaladministrativenumber', m.share_claim_personal_number],
  ['personalnumber', m.share_claim_personal_number],
  ['email', m.share_claim_email],
  ['identifier', m.share_claim_identifier],
  ['title', m.share_claim_title],
  ['description', m.share_claim_description],
  ['issuercountry', m.share_claim_issuer_country],
  ['country', m.share_claim_issuer_country],
  ['awardingbody', m.share_claim_awarding_body],
  ['awardingbodyhomepage', m.share_claim_awarding_body_homepage],
  ['issuancedate', m.share_claim_issue_date],
  ['issuedate', m.share_claim_issue_date],
  ['dateofissuance', m.share_claim_issue_date],
  ['level', m.share_claim_level],
  ['eqflevel', m.share_claim_level],
  ['learningoutcomes', m.share_claim_outcomes],
  ['learningoutcome', m.share_claim_outcomes],
  ['fieldofeducation', m.share_claim_field],
  ['notionalworkload', m.share_claim_workload],
  ['workload', m.share_claim_workload],
  ['typeofassessment', m.share_claim_assessment],
  ['assessment', m.share_claim_assessment],
  ['formofparticipation', m.share_claim_participation],
  ['grade', m.share_claim_grade],
  ['gradingscheme', m.share_claim_grading_scheme],
  ['qualityassurance', m.share_claim_quality],
  ['partofqualification', m.share_claim_part_of],
  ['language', m.share_claim_language],
  ['prerequisites', m.share_claim_prerequisites],
  ['image', m.share_claim_image],
  ['portrait', m.share_claim_image],
  ['iss', m.share_claim_issuer],
  ['issuer', m.share_claim_issuer],
  ['vct', m.share_claim_type],
  ['iat', m.share_claim_issued_at],
  ['nbf', m.share_claim_valid_from],
  ['validfrom', m.share_claim_valid_from],
  ['exp', m.share_claim_valid_until],
  ['validuntil', m.share_claim_valid_until],
  ['cnf', m.share_claim_holder_key],
  ['status', m.share_claim_status],
  ['credentialstatus', m.share_claim_status],
  ['sub', m.share_claim_subject],
  ['id', m.share_claim_id],
  ['jti', m.share_claim_id],
  ['aud', m.share_claim_audience],
  ['type', m.share_claim_kind],
  ['url', m.share_claim_web_address],
  ['homepage', m.share_claim_web_address],
  ['credentialsubject', m.share_claim_content],
  ['achievement', m.share_claim_achievement],
  ['criteria', m.share_claim_criteria],
  ['narrative', m.share_claim_text],
  ['result', m.share_claim_result],
  ['value', m.share_claim_value],
  ['evidence', m.share_claim_evidence],
  ['proof', m.share_claim_proof],
  ['context', m.share_claim_context],
  ['credentialschema', m.share_claim_schema],
]);

/** Label of the claim at `path`; the issuer's own word, spaced out, where we have none. */
export function claimLabel(path: ClaimPath): string {
  const last = path.at(-1);
  if (last === undefined) return '';
  if (typeof last === 'number') return m.share_claim_item({ number: last + 1 });
  if (path.length === 1 && last === 'type') return m.share_claim_type();
  return LABELS.get(last.replace(/[^A-Za-z]/g, '').toLowerCase())?.() ?? spacedOut(last);
}

/** `learningMode` and `learning_mode` as "Learning mode". */
function spacedOut(name: string): string {
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/[_-]+/g, ' ')
    .trim()
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
