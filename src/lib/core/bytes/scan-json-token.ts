// The two JSON tokens with an inside of their own: strings and numbers (RFC 8259 §6, §7).
interface Token<T> {
  readonly value: T;
  /** Index just after the token. */
  readonly end: number;
}

const NUMBER = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;
const HEX4 = /[0-9a-fA-F]{4}/y;
const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ['\\', '\\'],
  ['/', '/'],
  ['b', '\b'],
  ['f', '\f'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
]);

/**
 * The number at `start`; null when there is none or it is too large for a double (1e400): a reader that
 * takes it as infinity and one that refuses it would disagree.
 */
export function scanNumber(text: string, start: number): Token<number> | null {
  NUMBER.lastIndex = start;
  const digits = NUMBER.exec(text)?.[0];
  if (digits === undefined) return null;
  const value = Number(digits);
  return Number.isFinite(value) ? { value, end: start + digits.length } : null;
}

/**
 * The string whose opening quote is at `start`; null when it does not end, holds a control character,
 * an unknown escape, or a lone surrogate (which has no UTF-8 form, so it cannot be signed or shown).
 */
export function scanString(text: string, start: number): Token<string> | null {
  const parts: string[] = [];
  let from = start + 1;
  for (let at = from; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0x22) {
      parts.push(text.slice(from, at));
      const value = parts.join('');
      return value.isWellFormed() ? { value, end: at + 1 } : null;
    }
    if (code < 0x20) return null;
    if (code === 0x5c) {
      parts.push(text.slice(from, at));
      const escaped = scanEscape(text, at + 1);
      if (escaped === null) return null;
      parts.push(escaped.value);
      from = escaped.end;
      at = escaped.end - 1;
    }
  }
  return null;
}

function scanEscape(text: string, at: number): Token<string> | null {
  const letter = text.charAt(at);
  if (letter === 'u') {
    HEX4.lastIndex = at + 1;
    const hex = HEX4.exec(text)?.[0];
    return hex === undefined ? null : { value: String.fromCharCode(parseInt(hex, 16)), end: at + 5 };
  }
  const value = ESCAPES.get(letter);
  return value === undefined ? null : { value, end: at + 1 };
}
