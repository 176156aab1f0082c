// Recognised -> ParsedCredential. Nothing is proven here: what is wrong goes into `problems` for verify to report.
import type { ParsedCredential } from '../model/credential.ts';
import type { Unreadable } from '../model/examination.ts';
import type { Recognised } from '../recognise/recognised.ts';
import { parseDataIntegrity } from './data-integrity/parse-data-integrity.ts';
import { parseSdJwtVc } from './sd-jwt-vc/parse-sd-jwt-vc.ts';
import { parseVcJwt } from './vc-jwt/parse-vc-jwt.ts';

export type Parsing =
  | { readonly outcome: 'parsed'; readonly credential: ParsedCredential }
  | { readonly outcome: 'unreadable'; readonly why: Unreadable; readonly mine: true };

/** Reads a recognised credential into the model. Never throws on what a stranger wrote. */
export function parse(recognised: Recognised): Promise<Parsing> {
  switch (recognised.kind) {
    case 'sd-jwt-vc':
      return parseSdJwtVc(recognised);
    case 'vc-jwt':
      return parseVcJwt(recognised);
    case 'vc-di':
      return parseDataIntegrity(recognised);
  }
}
