// Which claim of a flat credential states which EU element, per vocabulary. Data: DOMAIN section 6, last two columns.
import type { EuElement } from '../../model/achievement.ts';

export interface ClaimTable {
  /** Paths with dots, best first. The learner's name and the workload have their own members. */
  readonly elements: Readonly<Partial<Record<EuElement, readonly string[]>>>;
  readonly learner: {
    readonly given: readonly string[];
    readonly family: readonly string[];
    readonly other: readonly string[];
  };
  readonly workload: readonly string[];
  readonly level: readonly string[];
  readonly description: readonly string[];
  readonly grade: readonly string[];
  readonly gradingScheme: readonly string[];
  readonly skills: readonly string[];
  readonly field: readonly string[];
  readonly whole: readonly string[];
  readonly supervision: readonly string[];
}

/** WE BUILD Micro-credential Rulebook v0.1 (Sunet, July 2026), with the spellings of EUDI attestations beside. */
export const WE_BUILD: ClaimTable = {
  elements: {
    title: ['title'],
    'issuer-country': ['issuerCountry', 'issuing_country'],
    'awarding-body': ['awardingBody', 'issuing_authority'],
    'issue-date': ['issuanceDate', 'issuance_date', 'date_of_issuance'],
    'learning-outcomes': ['learningOutcomes'],
    assessment: ['typeOfAssessment'],
    participation: ['formOfParticipation'],
    'quality-assurance': ['qualityAssurance', 'accreditation.title'],
  },
  learner: { given: ['givenName', 'given_name'], family: ['familyName', 'family_name'], other: ['sub'] },
  workload: ['notionalWorkload'],
  level: ['level', 'nationalQualificationsFrameworkLevel'],
  description: ['description'],
  grade: ['grade'],
  gradingScheme: ['gradingScheme'],
  skills: ['escoReference'],
  field: ['fieldOfEducation'],
  whole: ['partOfQualification'],
  supervision: ['idVerificationMethod'],
};

/** The older flat claim set of DC4EU (2024). */
export const DC4EU: ClaimTable = {
  elements: {
    title: ['title_of_the_micro_credential.title'],
    'issuer-country': ['country_or_region_of_the_issuer.country'],
    'awarding-body': ['awarding_body.legalName', 'awarding_body.title'],
    'issue-date': ['dateOfIssuing'],
    'learning-outcomes': ['learning_outcomes.title', 'learning_outcomes.moreInformation'],
    assessment: ['type_of_assessment.type', 'type_of_assessment.description'],
    participation: ['form_of_participation.mode', 'form_of_participation.type'],
    'quality-assurance': ['quality_assurance.title', 'quality_assurance.type', 'quality_assurance.identifier'],
  },
  learner: {
    given: ['identification_of_the_learner.givenNames'],
    family: ['identification_of_the_learner.familyName'],
    other: ['identification_of_the_learner.nationalId', 'sub'],
  },
  workload: ['notionalWorkload'],
  level: ['education_level.eqfLevel', 'education_level.qfLevel', 'education_level.educationLevel'],
  description: ['learning_outcomes.moreInformation'],
  grade: ['gradeAchieved', 'type_of_assessment.grade'],
  gradingScheme: [],
  skills: ['learning_outcomes.relatedESCOskills'],
  field: ['title_of_the_micro_credential.iscedCode'],
  whole: ['integrationStackabilityOptions'],
  supervision: ['supervisionAndIdentityVerification'],
};
