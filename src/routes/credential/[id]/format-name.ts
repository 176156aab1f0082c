// The format of a credential by the names its makers use; the same in every language.
import type { CredentialKind, CredentialProfile, OpenBadge2, ParsedCredential } from '$lib/core/model/credential.ts';

const PROFILES: Readonly<Record<CredentialProfile, string | null>> = {
  'open-badge-3': 'Open Badges 3.0',
  'open-badge-2': null,
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

const BADGE_VERSIONS: Readonly<Record<OpenBadge2['version'], string>> = {
  '0.5': 'Open Badges 0.5',
  '1': 'Open Badges 1.x',
  '2': 'Open Badges 2.0',
};

/** "Open Badges 3.0 · JWT · PNG" */
export function formatName(credential: ParsedCredential): string {
  const { profile, kind, carrier } = credential;
  const wrapped = carrier === 'plain' ? null : carrier.toUpperCase();
  const older = kind === 'open-badge-2' ? olderBadge(credential) : [];
  return [PROFILES[profile], KINDS[kind], ...older, wrapped].filter(Boolean).join(' · ');
}

/** Of a badge that is only an address, nothing is known yet. */
function olderBadge({ version, assertion, jws, published }: OpenBadge2): readonly string[] {
  const known = assertion !== null || published !== null;
  return [known ? BADGE_VERSIONS[version] : 'Open Badges', ...(jws === null ? [] : ['JWS'])];
}
