// Specimen 4: an Open Badge 3.0 as VC-JWT.
import { LEARNER_IDENTIFIER, OPEN_BADGE_CONTEXTS, SPECIMEN_DID_P256, norrskenProfile } from './norrsken.ts';
import { signVcJwt } from './sign-vc-jwt.ts';

const ACHIEVEMENT = {
  id: 'urn:uuid:5b1c8f0e-2f5c-4c0a-9b57-3f8a2f6f7d11',
  type: ['Achievement'],
  achievementType: 'MicroCredential',
  name: 'Betyg och bedömning i högre utbildning',
  description: 'Kurs i att konstruera, genomföra och bedöma examinationer på högskolenivå.',
  criteria: {
    narrative:
      'Deltagaren har konstruerat två examinationsuppgifter med betygskriterier, prövat dem med studenter och granskat utfallet i en skriftlig rapport.',
  },
  creditsAvailable: 7.5,
  inLanguage: 'sv',
  alignment: [
    {
      type: ['Alignment'],
      targetName: 'EQF 7',
      targetFramework: 'European Qualifications Framework',
      targetType: 'ext:EQF',
      targetCode: '7',
      targetUrl: 'http://data.europa.eu/snb/eqf/7',
    },
  ],
  resultDescription: [
    {
      id: 'urn:uuid:0d6d7a3e-6c2b-4a36-8f0e-91b7c2f4a9d2',
      type: ['ResultDescription'],
      name: 'Betyg',
      resultType: 'LetterGrade',
      allowedValue: ['U', 'G', 'VG'],
    },
  ],
};

/** Compact JWS, ES256. */
export function issueAssessmentBadge(): Promise<string> {
  return signVcJwt({
    '@context': OPEN_BADGE_CONTEXTS,
    id: 'urn:uuid:c2a1f6d4-8d3e-4b52-a7c9-5e0f1b2d3c44',
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    name: ACHIEVEMENT.name,
    issuer: norrskenProfile(SPECIMEN_DID_P256),
    validFrom: '2025-12-12T09:00:00Z',
    credentialSubject: {
      type: ['AchievementSubject'],
      identifier: [LEARNER_IDENTIFIER],
      achievement: ACHIEVEMENT,
      creditsEarned: 7.5,
      result: [{ type: ['Result'], resultDescription: ACHIEVEMENT.resultDescription[0]?.id, value: 'VG' }],
    },
  });
}
