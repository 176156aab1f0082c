// When a VC counts: VCDM 1.1 (issuanceDate, expirationDate), VCDM 2.0 (validFrom, validUntil) and JWT (iat, nbf, exp).
import { epochSeconds } from '../../model/brand.ts';
import type { EpochSeconds } from '../../model/brand.ts';
import { isJsonObject } from '../../model/json.ts';
import type { JsonObject } from '../../model/json.ts';
import type { ReasonCode } from '../../model/reason.ts';
import { readNumericDate, readTimeStamp } from '../read-time.ts';
import type { Moment } from '../read-time.ts';

export interface Validity {
  readonly times: {
    readonly issuedAt: EpochSeconds | null;
    readonly validFrom: EpochSeconds | null;
    readonly validUntil: EpochSeconds | null;
  };
  readonly problems: readonly ReasonCode[];
}

/** JWT times have no fractions of a second, the others may. */
const ROUNDING = 1;

/** The narrowest window any of the claims gives; a problem when two say different things or one says nothing readable. */
export function readValidity(document: JsonObject, claims: JsonObject): Validity {
  const issuance = readTimeStamp(document['issuanceDate']);
  const validFrom = readTimeStamp(document['validFrom']);
  const expiration = readTimeStamp(document['expirationDate']);
  const validUntil = readTimeStamp(document['validUntil']);
  const nbf = readNumericDate(claims['nbf']);
  const exp = readNumericDate(claims['exp']);
  const froms = [nbf, issuance, validFrom];
  // Around a credential in `vc` an end may stand as well: nobody writes one that is not meant.
  const outer = isJsonObject(claims['vc']) && claims['vc'] === document ? claims : {};
  const untils = [exp, expiration, validUntil, ...[outer['validUntil'], outer['expirationDate']].map(readTimeStamp)];
  const from = latest(froms);
  const until = earliest(untils);
  const problems: ReasonCode[] = [];
  if ([...froms, ...untils].includes('malformed')) problems.push('validity-malformed');
  // `nbf` stands for issuanceDate and `exp` for expirationDate (VCDM 1.1 §6.3.1): both are signed, so the issuer
  // contradicts itself, and two readers would disagree about the same credential.
  const differs = disagree(nbf, issuance ?? validFrom) || disagree(exp, expiration ?? validUntil);
  if (differs || (from !== null && until !== null && from > until)) problems.push('validity-contradicts');
  // `iat` limits nothing, so a badly written one is no reason to refuse: VC-JOSE-COSE's own inputs write a date there.
  const iat = readNumericDate(claims['iat']);
  const issuedAt = [iat, nbf, issuance, validFrom].find((moment) => typeof moment === 'number') ?? null;
  return { times: { issuedAt, validFrom: from, validUntil: until }, problems };
}

function disagree(one: Moment, other: Moment): boolean {
  return typeof one === 'number' && typeof other === 'number' && Math.abs(one - other) > ROUNDING;
}

function latest(moments: readonly Moment[]): EpochSeconds | null {
  const known = moments.filter((moment) => typeof moment === 'number');
  return known.length === 0 ? null : epochSeconds(Math.max(...known));
}

function earliest(moments: readonly Moment[]): EpochSeconds | null {
  const known = moments.filter((moment) => typeof moment === 'number');
  return known.length === 0 ? null : epochSeconds(Math.min(...known));
}
