// A link that carries a credential behind its `#` -> the bytes of the credential. Nothing is fetched, and the address
// before the `#` means nothing: whoever made the link chose it.
//   /add#c=<base64url of the file>      any file
//   /add#c=<the text itself, escaped>   a token (it has dots) or JSON
import { decodeBase64url } from '../core/bytes/base64url.ts';
import { encodeUtf8 } from '../core/bytes/utf8.ts';

const CARRIER = /^https?:\/\/\S*\/add\/?(?:\?[^#\s]*)?#(\S+)$/i;
/** Browsers carry about 2 MB of address at most. */
const MAX_LENGTH = 4_000_000;

/** What stands after `#` in `/add#c=…`, or null when it carries nothing readable. */
export function readAddFragment(fragment: string): Uint8Array<ArrayBuffer> | null {
  if (!fragment.startsWith('c=') || fragment.length > MAX_LENGTH) return null;
  const value = unescaped(fragment.slice(2));
  if (value === null || value === '') return null;
  if (/[.~{[<\s:]/.test(value)) return encodeUtf8(value);
  return decodeBase64url(value.replace(/=+$/, ''));
}

/** The fragment of a pasted or scanned link to a page like ours, or null when `text` is something else. */
export function addFragmentOf(text: string): string | null {
  return CARRIER.exec(text.trim())?.[1] ?? null;
}

function unescaped(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
