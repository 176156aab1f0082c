// One linear pass over XML text before a parser sees it: parsers take quadratic time on thousands of attributes
// and deep recursion on deep nesting, so both are bounded first.
const MAX_DEPTH = 256;
const MAX_ELEMENTS = 50_000;
const MAX_ATTRIBUTES = 256;
const MAX_ATTRIBUTES_IN_ALL = 100_000;

export type XmlMeasure = 'ok' | 'malformed' | 'too-much';

interface Tag {
  readonly end: number;
  readonly attributes: number;
  readonly closesItself: boolean;
}

/** `too-much`: more than 256 open elements, 256 attributes on one, 50,000 elements or 100,000 attributes in all. */
export function measureXml(text: string): XmlMeasure {
  let depth = 0;
  let elements = 0;
  let attributes = 0;
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at)) {
    const next = skipSpecial(text, at);
    if (next === null) return 'malformed';
    if (next > at) {
      if (text.startsWith('</', at)) depth -= 1;
      at = next;
      continue;
    }
    const tag = scanTag(text, at);
    if (tag === null) return 'malformed';
    elements += 1;
    attributes += tag.attributes;
    if (!tag.closesItself) depth += 1;
    if (depth > MAX_DEPTH || tag.attributes > MAX_ATTRIBUTES) return 'too-much';
    if (elements > MAX_ELEMENTS || attributes > MAX_ATTRIBUTES_IN_ALL) return 'too-much';
    at = tag.end;
  }
  return 'ok';
}

/** Index after the comment, CDATA section, processing instruction or end tag at `at`; `at` itself when it is a start tag. */
function skipSpecial(text: string, at: number): number | null {
  if (text.startsWith('<!--', at)) return after(text, '-->', at + 4);
  if (text.startsWith('<![CDATA[', at)) return after(text, ']]>', at + 9);
  if (text.startsWith('<?', at)) return after(text, '?>', at + 2);
  if (text.startsWith('</', at)) return after(text, '>', at + 2);
  return text.startsWith('<!', at) ? null : at;
}

function after(text: string, mark: string, from: number): number | null {
  const at = text.indexOf(mark, from);
  return at < 0 ? null : at + mark.length;
}

/** A `>` inside a quoted value does not end the tag. */
function scanTag(text: string, start: number): Tag | null {
  let attributes = 0;
  for (let at = start + 1; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (character === '<') return null;
    if (character === '>') return { end: at + 1, attributes, closesItself: text.charAt(at - 1) === '/' };
    if (character === '"' || character === "'") {
      at = text.indexOf(character, at + 1);
      if (at < 0) return null;
      attributes += 1;
    }
  }
  return null;
}
