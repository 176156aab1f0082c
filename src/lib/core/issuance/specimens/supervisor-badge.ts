// Specimen 2: an Open Badge 3.0 with an eddsa-rdfc-2022 proof, baked into its picture. It names no key of the holder,
// so one signed once serves everybody, and no JSON-LD is needed to issue it.
import { insertPngText } from '../../bytes/png-chunks.ts';
import { decodeBase64url } from '../../bytes/base64url.ts';
import { BADGE_PICTURE, BADGE_THUMBNAIL } from './badge-picture.ts';
import { LEARNER_IDENTIFIER, OPEN_BADGE_CONTEXTS, SPECIMEN_DID_ED25519, norrskenProfile } from './norrsken.ts';

/** What is signed; a test signs it again with somebody else's library and gets the same proof. */
export const SUPERVISOR_BADGE = {
  '@context': OPEN_BADGE_CONTEXTS,
  id: 'urn:uuid:3f6a2b90-7c1d-4e58-b0a4-8d2e5f7c9b33',
  type: ['VerifiableCredential', 'OpenBadgeCredential'],
  name: 'Klinisk handledare',
  issuer: norrskenProfile(SPECIMEN_DID_ED25519),
  validFrom: '2026-02-06T09:00:00Z',
  credentialSubject: {
    type: ['AchievementSubject'],
    identifier: [LEARNER_IDENTIFIER],
    achievement: {
      id: 'urn:uuid:a81d5c27-0e9b-4f63-9d48-6b7c1e2f3a20',
      type: ['Achievement'],
      achievementType: 'Badge',
      name: 'Klinisk handledare',
      description: 'Handledning av studenter i vården: en tvådagarskurs med övningar och auskultation.',
      criteria: {
        narrative:
          'Deltog båda dagarna, handledde en student under observation och skrev en reflektion över återkopplingen.',
      },
      image: { id: `data:image/png;base64,${BADGE_THUMBNAIL}`, type: 'Image', caption: 'Norrsken universitets märke' },
      inLanguage: 'sv',
      tag: ['handledning', 'återkoppling'],
    },
  },
} as const;

/** Data Integrity proof by the Ed25519 specimen key (vc-di-eddsa §3.2). */
export const SUPERVISOR_PROOF = {
  type: 'DataIntegrityProof',
  created: '2026-02-06T09:00:00Z',
  verificationMethod: `${SPECIMEN_DID_ED25519}#${SPECIMEN_DID_ED25519.slice('did:key:'.length)}`,
  cryptosuite: 'eddsa-rdfc-2022',
  proofPurpose: 'assertionMethod',
  proofValue: 'z2HAUyVb7XsPWgjTEz5phxh4LHoSN6LimHFDuRUcketei3P88SHo8EYj8tG4Yfp6kLR2so8MJ6oBJpvGj4P1eJ9XY',
} as const;

/** The PNG with the credential in an iTXt chunk (OB 3.0 §5.3.1). */
export function bakeSupervisorBadge(): Uint8Array<ArrayBuffer> {
  const picture = decodeBase64url(BADGE_PICTURE.replace(/=+$/, '').replaceAll('+', '-').replaceAll('/', '_'));
  const credential = JSON.stringify({ ...SUPERVISOR_BADGE, proof: SUPERVISOR_PROOF });
  const baked = picture && insertPngText(picture, 'openbadgecredential', credential);
  if (baked === null) throw new Error('the badge picture is not a PNG');
  return baked;
}
