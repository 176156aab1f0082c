// Names from strangers -> names that are safe on every disk and look like what they are.
/** Line and paragraph marks, bidirectional controls, zero-width characters: they make `gpj.exe` read as `exe.jpg`. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\u2028\u2029]/gu;
const FORBIDDEN = /[\\/:*?"<>|]/g;
/** Device names of Windows, with or without an extension. */
const RESERVED = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\..*)?$/i;
const MAX_BYTES = 120;

/**
 * `wanted` as a file name that ends in `extension` (without dot; empty: as it is). Never empty, a path, hidden or
 * reserved; at most 120 bytes of UTF-8.
 */
export function fileName(wanted: string, extension: string): string {
  const clean = wanted.normalize('NFC').replace(INVISIBLE, '').replace(FORBIDDEN, '-').replace(/\s+/g, ' ');
  const ending = extension === '' ? '' : `.${extension}`;
  const stem = hasEnding(clean, ending) ? clean.slice(0, clean.length - ending.length) : clean;
  const short = shorten(trimmed(stem), MAX_BYTES - ending.length);
  const name = `${trimmed(short) || 'file'}${ending}`;
  return RESERVED.test(name) ? `_${name}` : name;
}

/** `name`, or `name (2)` and so on when it is in `taken`. Case does not tell names apart on every disk. */
export function uniqueName(name: string, taken: ReadonlySet<string>): string {
  const dot = name.lastIndexOf('.');
  const [stem, ending] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, ''];
  let candidate = name;
  for (let copy = 2; taken.has(candidate.toLowerCase()); copy += 1) candidate = `${stem} (${copy})${ending}`;
  return candidate;
}

const hasEnding = (name: string, ending: string): boolean =>
  ending !== '' && name.toLowerCase().endsWith(ending.toLowerCase());

/** No dots or spaces at either end: hidden files on one system, silently dropped on another. */
const trimmed = (name: string): string => name.replace(/^[\s.]+|[\s.]+$/g, '');

function shorten(name: string, bytes: number): string {
  let kept = '';
  let length = 0;
  for (const character of name) {
    length += new TextEncoder().encode(character).length;
    if (length > bytes) break;
    kept += character;
  }
  return kept;
}
