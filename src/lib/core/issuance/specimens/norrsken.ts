// The made-up university that signs specimens, and the made-up person they are about.

/** did:key of the two published keys (core/trust/specimen-key.ts); a test compares them. */
export const SPECIMEN_DID_P256 = 'did:key:zDnaehiY9KZGnF4wkEvAnDj1zZu8wznxnQonvSFFu88Y8NHpF';
export const SPECIMEN_DID_ED25519 = 'did:key:z6MkgFh1u1pXV1NxiHAHTz8GwEwXJfDCJYDKXogAkptwPnsN';

export const NORRSKEN = {
  name: 'Norrsken universitet',
  /** RFC 2606 §3: names under `.example` belong to nobody. */
  homepage: 'https://norrsken.example',
} as const;

export const LEARNER = {
  givenName: 'Astrid',
  familyName: 'Lindqvist',
  dateOfBirth: '1991-03-02',
} as const;

/** OB 3.0 Profile of the university, as the controller of `did`. */
export function norrskenProfile(did: string): object {
  return {
    id: did,
    type: ['Profile'],
    name: NORRSKEN.name,
    url: NORRSKEN.homepage,
    address: { type: ['Address'], addressCountry: 'Sverige', addressCountryCode: 'SE' },
  };
}

/** The learner by name: a specimen needs no number or address of anybody. */
export const LEARNER_IDENTIFIER = {
  type: 'IdentityObject',
  hashed: false,
  identityHash: `${LEARNER.givenName} ${LEARNER.familyName}`,
  identityType: 'name',
} as const;

export const OPEN_BADGE_CONTEXTS = [
  'https://www.w3.org/ns/credentials/v2',
  'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
] as const;
export const CLR_CONTEXTS = [
  'https://www.w3.org/ns/credentials/v2',
  'https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json',
  'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
] as const;
