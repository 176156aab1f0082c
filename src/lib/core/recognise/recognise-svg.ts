// An SVG with a credential baked in: <openbadges:credential> (Open Badges 3.0 §5.3.2) or <openbadges:assertion> (2.0
// baking), with a compact JWS in its `verify` attribute, or the JSON as its text.
import { parseXml } from '../bytes/parse-xml.ts';
import type { XmlElement } from '../bytes/parse-xml.ts';
import { recogniseBaked } from './recognise-baked.ts';
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
  if (credential === null) {
    const assertion = parsing.find(OLD_NAMESPACE, 'assertion');
    return assertion === null ? foreign('image-without-credential') : recogniseAssertion(assertion);
  }
  const carried = credential.attribute('verify')?.trim() ?? '';
  const baked = carried === '' ? credential.text.trim() : carried;
  return baked === '' ? broken('image-without-credential') : recogniseText(baked, 'svg');
}

/**
 * The assertion as text, or what `verify` says when the text says less: a JWS, or the address of a hosted assertion.
 * Text that should be JSON and is not makes the badge a broken one.
 */
function recogniseAssertion(element: XmlElement): Recognition {
  const text = element.text.trim();
  const verify = element.attribute('verify')?.trim() ?? '';
  const whole = text === '' ? null : recogniseText(text, 'svg');
  if (whole?.outcome === 'recognised') return whole;
  if (whole !== null && whole.why !== 'json-not-a-credential') return broken(whole.why);
  return recogniseBaked(verify, 'svg');
}
