// An SVG with a credential baked in (Open Badges 3.0 §5.3.2): <openbadges:credential> with a compact JWS in its
// `verify` attribute, or the JSON as its text.
import { parseXml } from '../bytes/parse-xml.ts';
import { broken, foreign } from './recognised.ts';
import type { Recognition } from './recognised.ts';
import { recogniseText } from './recognise-text.ts';

const NAMESPACE = 'https://purl.imsglobal.org/ob/v3p0';
const OLD_NAMESPACE = 'http://openbadges.org';
const MAX_CHARACTERS = 4_000_000;
const WHY = { entities: 'svg-declares-entities', malformed: 'malformed-svg', 'too-much': 'bomb' } as const;

export function recogniseSvg(text: string): Recognition {
  if (text.length > MAX_CHARACTERS) return foreign('too-large');
  const parsing = parseXml(text);
  if (!parsing.ok) return foreign(WHY[parsing.why]);
  const credential = parsing.find(NAMESPACE, 'credential');
  if (credential === null)
    return foreign(parsing.find(OLD_NAMESPACE, 'assertion') === null ? 'image-without-credential' : 'open-badge-2');
  const carried = credential.attribute('verify')?.trim() ?? '';
  const baked = carried === '' ? credential.text.trim() : carried;
  return baked === '' ? broken('image-without-credential') : recogniseText(baked, 'svg');
}
