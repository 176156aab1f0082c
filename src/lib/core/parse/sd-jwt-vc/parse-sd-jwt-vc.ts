// SD-JWT (RFC 9901) in compact form -> credential, with its Disclosures digested and put in place.
import { decodeCompactJws } from '../../bytes/decode-compact-jws.ts';
import type { Disclosure, Issuer, SdJwtVc } from '../../model/credential.ts';
import { isJsonObject, stringOrNull } from '../../model/json.ts';
import type { JsonObject } from '../../model/json.ts';
import type { ReasonCode } from '../../model/reason.ts';
import type { EvidenceDocument } from '../../model/trust.ts';
import type { Recognised } from '../../recognise/recognised.ts';
import { readAchievement } from '../achievement/read-achievement.ts';
import { digestOfJwt } from '../content-digest.ts';
import type { Parsing } from '../parsing.ts';
import { readHolder } from '../read-holder.ts';
import { readLocalised } from '../read-localised.ts';
import { readStatus } from '../read-status.ts';
import { isSdJwtType, promisesVct } from '../token-type.ts';
import { idOf, readVcFacts } from '../vc/read-vc-facts.ts';
import type { VcFacts } from '../vc/read-vc-facts.ts';
import { readValidity } from '../vc/read-validity.ts';
import { digestDisclosures } from './digest-disclosures.ts';
import { placeDisclosures } from './place-disclosures.ts';
import { findTypeMetadata } from './find-type-metadata.ts';
import { splitSdJwt } from './split-sd-jwt.ts';

export async function parseSdJwtVc(
  { text, carrier }: Recognised,
  documents: readonly EvidenceDocument[],
): Promise<Parsing> {
  const { jwt, disclosures: encoded, keyBinding, presented } = splitSdJwt(text);
  const decoding = decodeCompactJws(jwt);
  if (!decoding.ok) return { outcome: 'unreadable', why: decoding.why, mine: true };
  const { jws } = decoding;
  const digested = await digestDisclosures(encoded, jws.payload['_sd_alg']);
  const { claims, placed, problems: misplaced } = placeDisclosures(jws.payload, digested.disclosures);
  const { problems: found, ...facts } = readFacts(claims, jws.header);
  const problems: ReasonCode[] = [...found, ...digested.problems];
  // Digests that could not be computed match nothing: then every Disclosure would look unreferenced.
  if (digested.supported) problems.push(...misplaced);
  if (!isSdJwtType(jws.header)) problems.push('token-type-unexpected');
  const disclosures = digested.disclosures.map(({ encoded: disclosure, digest, content }): Disclosure => {
    const { path = null, parents = [] } = placed.get(digest) ?? {};
    return { encoded: disclosure, digest, name: content?.name ?? null, value: content?.value ?? null, path, parents };
  });
  const credential: SdJwtVc = {
    kind: 'sd-jwt-vc',
    carrier,
    source: text,
    contentDigest: await digestOfJwt(jwt),
    ...facts,
    holder: readHolder(claims, claims),
    status: readStatus(claims, claims),
    claims,
    achievement: readAchievement(claims, facts.types),
    problems: [...new Set(problems)],
    jws,
    disclosures,
    keyBinding,
    typeMetadata: await findTypeMetadata(claims, documents),
    presented,
  };
  return { outcome: 'parsed', credential };
}

/** An SD-JWT VC has a `vct`; a VC secured by SD-JWT (VC-JOSE-COSE) has `@context` and `type`; any other SD-JWT neither. */
function readFacts(claims: JsonObject, header: JsonObject): VcFacts {
  const vct = stringOrNull(claims['vct']);
  if (vct === null && '@context' in claims) return readVcFacts(claims, claims);
  // A badge that has a `vct` as well still ends when it says so, and still names its issuer.
  const document = '@context' in claims ? claims : {};
  const validity = readValidity(document, claims);
  const issuer = readIssuer(claims);
  const problems: ReasonCode[] = [...validity.problems];
  const named = idOf(document);
  if (issuer.id !== null && named !== null && issuer.id !== named) problems.push('issuer-key-not-the-issuers');
  // With a certificate chain in the header its subject is the issuer (SD-JWT VC §2.5).
  if (issuer.id === null && (!('x5c' in header) || 'iss' in claims)) problems.push('issuer-missing');
  // RFC 9901's own examples have no type; only the media type of SD-JWT VC promises one.
  if (vct === null && (promisesVct(header) || 'vct' in claims)) problems.push('type-missing');
  return { profile: 'sd-jwt-vc', issuer, types: vct === null ? [] : [vct], ...validity.times, problems };
}

function readIssuer(claims: JsonObject): Issuer {
  const { issuer } = claims;
  const profile = isJsonObject(issuer) ? issuer : {};
  const name = [profile['name'], claims['awardingBody'], claims['issuing_authority'], claims['issuerName']]
    .map((value) => readLocalised(value))
    .find((text) => text.length > 0);
  const homepage = stringOrNull(profile['url']) ?? stringOrNull(claims['awardingBodyHomepage']);
  return { id: stringOrNull(claims['iss']), name: name ?? [], homepage };
}
