// Specimen 3: a CLR 2.0 transcript, one course of study and the three courses it is made of, as VC-JWT.
import {
  CLR_CONTEXTS,
  LEARNER_IDENTIFIER,
  OPEN_BADGE_CONTEXTS,
  SPECIMEN_DID_P256,
  norrskenProfile,
} from './norrsken.ts';
import { signVcJwt } from './sign-vc-jwt.ts';

interface Course {
  readonly id: string;
  readonly credential: string;
  readonly code: string;
  readonly name: string;
  readonly description: string;
  readonly credits: number;
  readonly grade: string;
  readonly on: string;
}

const PROGRAMME_ID = 'urn:uuid:7e0a4c52-1d8b-4f6e-8a35-20c9b7d6e510';

const COURSES: readonly Course[] = [
  {
    id: 'urn:uuid:1a2b6c9d-3e4f-4a5b-8c7d-9e0f1a2b3c01',
    credential: 'urn:uuid:90b0c7a1-54e2-4c1d-9f3a-6d7e8f901201',
    code: 'FHV101',
    name: 'Folkhälsovetenskapens grunder',
    description: 'Hälsans fördelning i befolkningen och vad som påverkar den.',
    credits: 7.5,
    grade: 'VG',
    on: '2025-01-17T12:00:00Z',
  },
  {
    id: 'urn:uuid:1a2b6c9d-3e4f-4a5b-8c7d-9e0f1a2b3c02',
    credential: 'urn:uuid:90b0c7a1-54e2-4c1d-9f3a-6d7e8f901202',
    code: 'FHV102',
    name: 'Epidemiologi och biostatistik',
    description: 'Studiedesign, mått och osäkerhet, med övningar på registerdata.',
    credits: 15,
    grade: 'G',
    on: '2025-03-28T12:00:00Z',
  },
  {
    id: 'urn:uuid:1a2b6c9d-3e4f-4a5b-8c7d-9e0f1a2b3c03',
    credential: 'urn:uuid:90b0c7a1-54e2-4c1d-9f3a-6d7e8f901203',
    code: 'FHV103',
    name: 'Hälsofrämjande arbete i praktiken',
    description: 'Ett eget projekt tillsammans med en kommun eller region.',
    credits: 7.5,
    grade: 'VG',
    on: '2025-06-05T12:00:00Z',
  },
];

function courseCredential(course: Course): object {
  return {
    '@context': OPEN_BADGE_CONTEXTS,
    id: course.credential,
    type: ['VerifiableCredential', 'AchievementCredential'],
    name: course.name,
    issuer: norrskenProfile(SPECIMEN_DID_P256),
    validFrom: course.on,
    credentialSubject: {
      type: ['AchievementSubject'],
      identifier: [LEARNER_IDENTIFIER],
      creditsEarned: course.credits,
      result: [{ type: ['Result'], resultDescription: `${course.id}#betyg`, value: course.grade }],
      achievement: {
        id: course.id,
        type: ['Achievement'],
        achievementType: 'Course',
        humanCode: course.code,
        name: course.name,
        description: course.description,
        criteria: { narrative: `Godkända examinationer i ${course.code}.` },
        creditsAvailable: course.credits,
        resultDescription: [
          { id: `${course.id}#betyg`, type: ['ResultDescription'], name: 'Betyg', resultType: 'LetterGrade' },
        ],
      },
    },
  };
}

/** Compact JWS, ES256; the parts are tied to the whole by `isPartOf` (CLR 2.0 §4.4). */
export function issueTranscript(): Promise<string> {
  return signVcJwt({
    '@context': CLR_CONTEXTS,
    id: 'urn:uuid:d4f1e2c3-b5a6-4978-8a9b-0c1d2e3f4a55',
    type: ['VerifiableCredential', 'ClrCredential'],
    name: 'Studieutdrag: Folkhälsovetenskap I',
    description: 'Resultat för en fristående kurs om 30 högskolepoäng och dess tre delkurser.',
    issuer: norrskenProfile(SPECIMEN_DID_P256),
    validFrom: '2025-06-12T08:00:00Z',
    credentialSubject: {
      type: ['ClrSubject'],
      identifier: [LEARNER_IDENTIFIER],
      achievement: [
        {
          id: PROGRAMME_ID,
          type: ['Achievement'],
          achievementType: 'Course',
          humanCode: 'FHV100',
          name: 'Folkhälsovetenskap I',
          description: 'Grundkurs i folkhälsovetenskap, grundnivå.',
          criteria: { narrative: 'Alla tre delkurser godkända.' },
          creditsAvailable: 30,
        },
      ],
      verifiableCredential: COURSES.map(courseCredential),
      association: COURSES.map((course) => ({
        type: 'Association',
        associationType: 'isPartOf',
        sourceId: course.id,
        targetId: PROGRAMME_ID,
      })),
    },
  });
}
