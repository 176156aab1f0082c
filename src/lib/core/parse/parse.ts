// Recognised -> ParsedCredential. Nothing is proven here: what is wrong goes into `problems` for verify to report.
import type { Recognised } from '../recognise/recognised.ts';
import { parseDataIntegrity } from './data-integrity/parse-data-integrity.ts';
import type { EvidenceDocument } from '../model/trust.ts';
import type { Parsing } from './parsing.ts';
import { parseSdJwtVc } from './sd-jwt-vc/parse-sd-jwt-vc.ts';
import { parseVcJwt } from './vc-jwt/parse-vc-jwt.ts';

export type { Parsing } from './parsing.ts';

/**
 * Reads a recognised credential into the model. `documents` in hand complete what a credential only refers to (badge
 * classes, type metadata). Never throws on what a stranger wrote.
 */
export async function parse(recognised: Recognised, documents: readonly EvidenceDocument[]): Promise<Parsing> {
  switch (recognised.kind) {
    case 'sd-jwt-vc':
      return parseSdJwtVc(recognised, documents);
    case 'vc-jwt':
      return parseVcJwt(recognised);
    case 'vc-di':
      return parseDataIntegrity(recognised);
    case 'open-badge-2':
      return (await import('./open-badge-2/parse-open-badge-2.ts')).parseOpenBadge2(recognised, documents);
  }
}
