// Where in a JWT payload the credential stands: VCDM 1.1 §6.3.1 puts it in `vc`, OB 3.0 §8.2 and VC-JOSE-COSE at the top.
import { isJsonObject } from '../../model/json.ts';
import type { JsonObject } from '../../model/json.ts';

/** The credential in a JWT payload. A stray `vc` beside a whole credential at the top level is ignored. */
export function vcDocument(payload: JsonObject): JsonObject {
  const { vc } = payload;
  const whole = 'credentialSubject' in payload || '@context' in payload;
  return !whole && isJsonObject(vc) ? vc : payload;
}
