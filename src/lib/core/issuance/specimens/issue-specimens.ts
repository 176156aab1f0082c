// "Try with specimens": four merits of a made-up university, signed on this device with the published specimen key.
import { encodeUtf8 } from '../../bytes/utf8.ts';
import type { EpochSeconds } from '../../model/brand.ts';
import type { PublicJwk } from '../../model/jwk.ts';
import type { Random } from '../../ports.ts';
import { issueAssessmentBadge } from './assessment-badge.ts';
import { bakeSupervisorBadge } from './supervisor-badge.ts';
import { issueTeachingCourse } from './teaching-course.ts';
import { issueTranscript } from './transcript.ts';

export interface SpecimenRequest {
  readonly now: EpochSeconds;
  /** P-256 key of the holder, for the micro-credential's `cnf`. */
  readonly holderKey: PublicJwk;
  readonly random: Random;
}

/** A file as an issuer would have sent it. */
export interface Specimen {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly fileName: string;
  readonly mediaType: string;
  /** Whether `holderKey` is in it, so that it can be shown with proof of possession. */
  readonly boundToHolder: boolean;
}

/** The four specimens. No network; only the first differs from device to device by more than its signature. */
export async function issueSpecimens({ now, holderKey, random }: SpecimenRequest): Promise<readonly Specimen[]> {
  const [course, transcript, badge] = await Promise.all([
    issueTeachingCourse(now, holderKey, random),
    issueTranscript(),
    issueAssessmentBadge(),
  ]);
  return [
    {
      bytes: encodeUtf8(course),
      fileName: 'norrsken-hogskolepedagogik.sd-jwt',
      mediaType: 'application/dc+sd-jwt',
      boundToHolder: true,
    },
    {
      bytes: bakeSupervisorBadge(),
      fileName: 'norrsken-klinisk-handledare.png',
      mediaType: 'image/png',
      boundToHolder: false,
    },
    {
      bytes: encodeUtf8(transcript),
      fileName: 'norrsken-studieutdrag.jwt',
      mediaType: 'application/vc+jwt',
      boundToHolder: false,
    },
    {
      bytes: encodeUtf8(badge),
      fileName: 'norrsken-betyg-och-bedomning.jwt',
      mediaType: 'application/vc+jwt',
      boundToHolder: false,
    },
  ];
}
