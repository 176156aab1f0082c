// What stands in the protected header and changes how everything else is read (RFC 7515 §4.1.11, RFC 7797).
// The rest of the structure is judged by parsing, which reports it in `problems`.
import type { ParsedCredential } from '../model/credential.ts';
import { isJsonArray } from '../model/json.ts';
import type { JsonObject } from '../model/json.ts';
import type { ReasonOf } from '../model/reason.ts';

export function checkStructure(credential: ParsedCredential): ReasonOf<'structure'> {
  const header = credential.kind === 'vc-di' ? undefined : credential.jws?.header;
  const critical = header !== undefined && hasCriticalHeader(header);
  return critical ? 'critical-header-not-understood' : 'structure-ok';
}

/** No critical extension is understood here; an unencoded payload (`b64: false`) least of all. */
function hasCriticalHeader(header: JsonObject): boolean {
  const critical = header['crit'];
  if (critical === undefined) return header['b64'] === false;
  return !isJsonArray(critical) || critical.length !== 1 || critical[0] !== 'b64' || header['b64'] !== true;
}
