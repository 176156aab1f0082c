// A credential document -> VC-JWT with the credential at top level and the JWT's own claims beside it (OB 3.0 §8.2.4).
import { epochSeconds } from '../../model/brand.ts';
import { SPECIMEN_DID_P256 } from './norrsken.ts';
import { signJws } from './sign-jws.ts';

export interface CredentialDocument {
  readonly id: string;
  /** ISO 8601. */
  readonly validFrom: string;
  readonly [member: string]: unknown;
}

/** Compact JWS; `iss` and `jti` repeat the credential's issuer and id, `nbf` its `validFrom`. */
export function signVcJwt(document: CredentialDocument): Promise<string> {
  const kid = `${SPECIMEN_DID_P256}#${SPECIMEN_DID_P256.slice('did:key:'.length)}`;
  const nbf = epochSeconds(Date.parse(document.validFrom) / 1000);
  return signJws({ typ: 'JWT', kid }, { iss: SPECIMEN_DID_P256, jti: document.id, nbf, ...document });
}
