// Specimen 1: a teaching-course micro-credential as SD-JWT VC, claim names as in the WE BUILD rulebook v0.1.
import type { EpochSeconds } from '../../model/brand.ts';
import type { PublicJwk } from '../../model/jwk.ts';
import type { Random } from '../../ports.ts';
import { LEARNER, NORRSKEN } from './norrsken.ts';
import { signSdJwt } from './sign-sd-jwt.ts';

/** 19 claims, all of the 11 EU elements among them (Council Recommendation 2022/C 243/02, Annex I). */
const CLAIMS = {
  givenName: LEARNER.givenName,
  familyName: LEARNER.familyName,
  dateOfBirth: LEARNER.dateOfBirth,
  identifier: 'MC-2026-0417',
  title: 'Högskolepedagogik – att undervisa kliniskt',
  issuerCountry: 'SE',
  awardingBody: NORRSKEN.name,
  awardingBodyHomepage: NORRSKEN.homepage,
  issuanceDate: '2026-05-14',
  level: 'EQF-7',
  learningOutcomes: [
    'Planera och leda undervisning vid patientens säng',
    'Ge återkoppling som hjälper studenten vidare',
    'Bedöma kliniska färdigheter mot uttalade kriterier',
    'Utveckla den egna undervisningen med stöd i forskning',
  ],
  fieldOfEducation: '0114',
  notionalWorkload: { value: 3, unit: 'ECTS' },
  typeOfAssessment: 'Observerad undervisning och portfölj',
  formOfParticipation: 'Blandat, obligatorisk närvaro',
  grade: 'Godkänd',
  gradingScheme: 'U, G',
  qualityAssurance: 'Lärosätets kvalitetssäkring, granskad av UKÄ',
  partOfQualification: 'Högskolepedagogisk utbildning, 15 hp',
} as const;

/** SD-JWT with `cnf.jwk` = `holderKey` (RFC 7800 §3.2); only issuer, time, type and key cannot be withheld. */
export function issueTeachingCourse(now: EpochSeconds, holderKey: PublicJwk, random: Random): Promise<string> {
  const { kty, crv, x, y } = holderKey;
  return signSdJwt({
    header: { typ: 'dc+sd-jwt', kid: 'specimen-p256' },
    open: { iss: NORRSKEN.homepage, iat: now, vct: 'VerifiableMicroCredential', cnf: { jwk: { kty, crv, x, y } } },
    hidden: CLAIMS,
    random,
  });
}
