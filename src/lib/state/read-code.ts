// What somebody handed a verifier as text -> what to examine. The address in a code is read past: whoever made the
// code chose it, and nothing is ever opened or fetched because a code says so.
import type { EnvelopeProblem } from '../core/present/envelope/unpack-envelope.ts';

export type CodeContent =
  /** Shown by somebody. `host` is the address the code would have opened; null when it held none. */
  | { readonly kind: 'shown'; readonly text: string; readonly host: string | null }
  /** Text as it stood; the corridor says what it is. */
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'damaged'; readonly why: EnvelopeProblem; readonly host: string | null };

const LINK = /^https?:\/\/([^/?#\s]+)(\/[^?#\s]*)?(?:\?[^#\s]*)?#([0-9]+)$/i;
const OUR_PATH = /\/V$/i;
const SD_JWT_WITH_KEY_BINDING = /^[\w-]+\.[\w-]+\.[\w-]+~(?:[\w-]+~)*[\w-]+\.[\w-]+\.[\w-]+$/;

/** `text` from a code, a paste or a file. */
export async function readCode(text: string): Promise<CodeContent> {
  const trimmed = text.trim();
  const link = LINK.exec(trimmed);
  if (link === null) return { kind: 'text', text: trimmed };
  const [, host = '', path = '', digits = ''] = link;
  const content = await readFragment(digits, host.toLowerCase());
  return content.kind === 'damaged' && !OUR_PATH.test(path) ? { kind: 'text', text: trimmed } : content;
}

/** What stands after the `#` of a show link. Its reader is loaded with the first one. */
export async function readFragment(fragment: string, host: string | null): Promise<CodeContent> {
  const [{ readShowFragment }, { unpackEnvelope }] = await Promise.all([
    import('../core/present/show-link.ts'),
    import('../core/present/envelope/unpack-envelope.ts'),
  ]);
  const envelope = readShowFragment(fragment);
  if (envelope === null) return { kind: 'damaged', why: 'malformed-envelope', host };
  const unpacked = await unpackEnvelope(envelope);
  return unpacked.ok ? { kind: 'shown', text: unpacked.text, host } : { kind: 'damaged', why: unpacked.why, host };
}

/** Whether `text` was made to be shown to somebody: it then counts as shown, however it came. */
export function carriesKeyBinding(text: string): boolean {
  return SD_JWT_WITH_KEY_BINDING.test(text.replace(/\s+/g, ''));
}
