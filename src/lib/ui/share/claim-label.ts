// The name of a claim in the reader's words. Issuers write the same thing as givenName, given_name or given-name.
import type { ClaimPath, TypeClaim, TypeMetadata } from '$lib/core/model/credential.ts';
import type { LocalisedString } from '$lib/core/model/localised.ts';
import { m } from '$lib/i18n/paraglide/messages.js';
import { getLocale } from '$lib/i18n/paraglide/runtime.js';
import { inReadersLanguage } from '../foreign-text.ts';

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

/**
 * Label of the claim at `path`: what `metadata` of its type calls it in the reader's language, our own word, what the
 * metadata calls it in another language, or the issuer's own name of it, spaced out.
 */
export function claimLabel(path: ClaimPath, metadata: TypeMetadata | null = null): string {
  const last = path.at(-1);
  if (last === undefined) return '';
  const stated = statedLabel(path, metadata);
  if (stated !== null && isReadersLanguage(stated)) return stated.text;
  if (typeof last === 'number') return stated?.text ?? m.share_claim_item({ number: last + 1 });
  if (path.length === 1 && last === 'type') return m.share_claim_type();
  return LABELS.get(last.replace(/[^A-Za-z]/g, '').toLowerCase())?.() ?? stated?.text ?? spacedOut(last);
}

function statedLabel(path: ClaimPath, metadata: TypeMetadata | null): LocalisedString | null {
  const claim = metadata?.claims.find((known) => known.path.length === path.length && matches(known.path, path));
  return claim === undefined ? null : inReadersLanguage(claim.label);
}

/** `null` stands for any element of a list. */
function matches(pattern: TypeClaim['path'], path: ClaimPath): boolean {
  return pattern.every((step, at) => step === path[at] || (step === null && typeof path[at] === 'number'));
}

function isReadersLanguage({ language }: LocalisedString): boolean {
  return language?.split('-')[0]?.toLowerCase() === getLocale();
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
