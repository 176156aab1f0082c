// The format of a credential by the names its makers use; the same in every language.
import type { CredentialKind, CredentialProfile, ParsedCredential } from '$lib/core/model/credential.ts';

const PROFILES: Readonly<Record<CredentialProfile, string | null>> = {
  'open-badge-3': 'Open Badges 3.0',
  'open-badge-2': 'Open Badges 2.0',
  'clr-2': 'CLR 2.0',
  'sd-jwt-vc': null,
  vc: 'Verifiable Credential',
};
const KINDS: Readonly<Record<CredentialKind, string>> = {
  'sd-jwt-vc': 'SD-JWT VC',
  'vc-jwt': 'JWT',
  'vc-di': 'Data Integrity',
  'open-badge-2': '',
};

/** "Open Badges 3.0 · JWT · PNG" */
export function formatName({ profile, kind, carrier }: ParsedCredential): string {
  const wrapped = carrier === 'plain' ? null : carrier.toUpperCase();
  return [PROFILES[profile], KINDS[kind], wrapped].filter(Boolean).join(' · ');
}
