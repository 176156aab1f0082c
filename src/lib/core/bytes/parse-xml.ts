// XML text -> just enough of a tree (@xmldom/xmldom, strict). The same parser in page, worker and Node.
import { DOMParser, onWarningStopParsing } from '@xmldom/xmldom';

export interface XmlElement {
  readonly text: string;
  attribute(name: string): string | null;
}

export type XmlParsing =
  | { readonly ok: true; find(namespace: string, localName: string): XmlElement | null }
  | { readonly ok: false; readonly why: 'malformed' | 'entities' | 'too-deep' };

/** Drawing programs write this in every SVG. It names a file that is never fetched; it declares nothing. */
const PUBLIC_DOCTYPE = /^((?:\s|<\?[^>]*\?>|<!--(?:(?!--)[\s\S])*-->)*)<!DOCTYPE\s[^<>[\]]*>/;
/** How many elements may be open at once: bounds what walking the tree can cost. */
const MAX_DEPTH = 256;
const MAX_ELEMENTS = 50_000;

/**
 * Parses well-formed XML. `entities`: a document type declaration that could declare entities is refused
 * before parsing (THREATS B5, B6: a few hundred bytes of them can expand to gigabytes or name a local file).
 */
export function parseXml(text: string): XmlParsing {
  const plain = text.replace(PUBLIC_DOCTYPE, '$1');
  if (/<!(?:DOCTYPE|ENTITY)/i.test(plain)) return { ok: false, why: 'entities' };
  if (!isShallow(plain)) return { ok: false, why: 'too-deep' };
  try {
    const document = new DOMParser({ onError: onWarningStopParsing }).parseFromString(plain, 'text/xml');
    return {
      ok: true,
      find(namespace, localName): XmlElement | null {
        const element = document.getElementsByTagNameNS(namespace, localName)[0];
        if (element === undefined) return null;
        return {
          text: element.textContent ?? '',
          attribute: (name) => element.getAttribute(name),
        };
      },
    };
  } catch {
    return { ok: false, why: 'malformed' };
  }
}

/** One linear pass over the tags, before the parser builds anything. */
function isShallow(text: string): boolean {
  let depth = 0;
  let elements = 0;
  for (const [tag] of text.matchAll(/<[a-zA-Z_/][^<>]*>/g)) {
    if (tag.startsWith('</')) depth -= 1;
    else {
      elements += 1;
      if (!tag.endsWith('/>')) depth += 1;
    }
    if (depth > MAX_DEPTH || elements > MAX_ELEMENTS) return false;
  }
  return true;
}
