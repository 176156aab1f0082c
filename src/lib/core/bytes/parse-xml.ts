// XML text -> just enough of a tree (@xmldom/xmldom, strict). The same parser in page, worker and Node.
import { DOMParser, onWarningStopParsing } from '@xmldom/xmldom';
import { measureXml } from './measure-xml.ts';

export interface XmlElement {
  readonly text: string;
  attribute(name: string): string | null;
}

export type XmlParsing =
  | { readonly ok: true; find(namespace: string, localName: string): XmlElement | null }
  | { readonly ok: false; readonly why: 'malformed' | 'entities' | 'too-much' };

/** Drawing programs write this in every SVG. It names a file that is never fetched; it declares nothing. */
const PUBLIC_DOCTYPE = /^((?:\s|<\?[^>]*\?>|<!--(?:(?!--)[\s\S])*-->)*)<!DOCTYPE\s[^<>[\]]*>/;

/**
 * Parses well-formed XML. `entities`: a document type declaration that could declare entities is refused
 * before parsing (THREATS B5, B6: a few hundred bytes of them can expand to gigabytes or name a local file).
 */
export function parseXml(text: string): XmlParsing {
  const plain = text.replace(PUBLIC_DOCTYPE, '$1');
  if (/<!(?:DOCTYPE|ENTITY)/i.test(plain)) return { ok: false, why: 'entities' };
  const measure = measureXml(plain);
  if (measure !== 'ok') return { ok: false, why: measure };
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
