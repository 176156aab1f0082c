// Text without markup: JSON, or a token in compact serialisation.
import { parseJson } from '../bytes/parse-json.ts';
import type { Carrier } from '../model/credential.ts';
import { recogniseCompact } from './recognise-compact.ts';
import { recogniseJson } from './recognise-json.ts';
import { foreign } from './recognised.ts';
import type { Recognition } from './recognised.ts';

const OFFER =
  /^(?:openid-credential-offer|openid-initiate-issuance|openid4vp|openid-vc|openid|haip|eudi-openid4vp|mdoc-openid4vp):/i;
const WEB_ADDRESS = /^https?:\/\/\S+$/i;

/** `text` is trimmed and not empty. */
export function recogniseText(text: string, carrier: Carrier): Recognition {
  if (text.startsWith('{') || text.startsWith('[')) return recogniseJson(text, carrier);
  if (text.startsWith('"')) return recogniseQuoted(text, carrier);
  if (OFFER.test(text)) return foreign('offer-link');
  if (WEB_ADDRESS.test(text)) return foreign('web-address');
  return recogniseCompact(text, carrier);
}

/** A token copied together with the quotes of the JSON it stood in. */
function recogniseQuoted(text: string, carrier: Carrier): Recognition {
  const parsed = parseJson(text);
  if (!parsed.ok || typeof parsed.value !== 'string') return foreign('not-recognised');
  const inner = parsed.value.trim();
  return inner.startsWith('{') ? recogniseJson(inner, carrier) : recogniseCompact(inner, carrier);
}
