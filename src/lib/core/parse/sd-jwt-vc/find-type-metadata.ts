// `vct` -> how the type's publisher says its claims are to be shown (SD-JWT VC Type Metadata).
import type { TypeMetadata } from '../../model/credential.ts';
import type { JsonObject } from '../../model/json.ts';
import type { EvidenceDocument } from '../../model/trust.ts';

/** The metadata of the type in `claims`, bundled or among `documents`; null when neither has it. */
export function findTypeMetadata(_claims: JsonObject, _documents: readonly EvidenceDocument[]): TypeMetadata | null {
  return null;
}
