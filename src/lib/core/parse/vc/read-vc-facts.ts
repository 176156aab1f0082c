// What a VC document (VCDM 1.1 or 2.0) and, around it, registered JWT claims say of issuer, types and validity.
import type { EpochSeconds } from '../../model/brand.ts';
import type { CredentialProfile, Issuer } from '../../model/credential.ts';
import { isJsonObject, many, stringOrNull } from '../../model/json.ts';
import type { JsonObject, JsonValue } from '../../model/json.ts';
import type { ReasonCode } from '../../model/reason.ts';
import { readLocalised } from '../read-localised.ts';
import { readValidity } from './read-validity.ts';
import { vcdm2Problems } from './vcdm2-problems.ts';

export interface VcFacts {
  readonly profile: CredentialProfile;
  readonly issuer: Issuer;
  readonly types: readonly string[];
  readonly issuedAt: EpochSeconds | null;
  readonly validFrom: EpochSeconds | null;
  readonly validUntil: EpochSeconds | null;
  readonly problems: readonly ReasonCode[];
}

/** `claims` are the registered claims of the JWT around `document`, or null for a Data Integrity document. */
export function readVcFacts(document: JsonObject, claims: JsonObject | null): VcFacts {
  const types = many(document['type']).filter((type) => typeof type === 'string');
  const issuer = readVcIssuer(document, claims);
  const validity = readValidity(document, claims ?? {});
  const problems: ReasonCode[] = [...validity.problems];
  // A list of issuers, or a number, names none, and must not hide behind `iss`.
  if (issuer.id === null || !isOneIssuer(document['issuer'])) problems.push('issuer-missing');
  if (!types.includes('VerifiableCredential')) problems.push('type-missing');
  if (many(document['@context']).length === 0) problems.push('context-missing');
  problems.push(...vcdm2Problems(document));
  const iss = claims?.['iss'];
  const named = idOf(document);
  // Two names for the issuer: the key of one must not vouch for the other (OB 3.0 §8.2.4).
  if (iss !== undefined && named !== null && iss !== named) problems.push('issuer-key-not-the-issuers');
  return { profile: profileOf(types), issuer, types, ...validity.times, problems };
}

export function profileOf(types: readonly string[]): CredentialProfile {
  if (types.includes('ClrCredential')) return 'clr-2';
  if (types.includes('OpenBadgeCredential') || types.includes('AchievementCredential')) return 'open-badge-3';
  return 'vc';
}

/** `issuer.id` as the credential states it; `iss` when only that is there. */
export function readVcIssuer(document: JsonObject, claims: JsonObject | null): Issuer {
  const { issuer } = document;
  const profile = isJsonObject(issuer) ? issuer : {};
  return {
    id: idOf(document) ?? stringOrNull(claims?.['iss']),
    name: readLocalised(profile['name']),
    homepage: stringOrNull(profile['url']),
  };
}

function isOneIssuer(issuer: JsonValue | undefined): boolean {
  return issuer === undefined || typeof issuer === 'string' || isJsonObject(issuer);
}

export function idOf(document: JsonObject): string | null {
  const { issuer } = document;
  return isJsonObject(issuer) ? stringOrNull(issuer['id']) : stringOrNull(issuer);
}
