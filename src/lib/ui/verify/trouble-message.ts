// Why there was nothing to examine, in words, with what to do.
import { m } from '$lib/i18n/paraglide/messages.js';

export type Trouble =
  | 'unknown-envelope'
  | 'envelope-too-large'
  | 'malformed-envelope'
  | 'no-code'
  | 'code-not-readable'
  | 'too-large'
  | 'file-unreadable'
  | 'broken';

const MESSAGES: Readonly<Record<Trouble, readonly [what: () => string, next: () => string]>> = {
  'unknown-envelope': [m.verify_trouble_unknown_envelope, m.verify_trouble_unknown_envelope_next],
  'envelope-too-large': [m.verify_trouble_envelope_too_large, m.verify_trouble_envelope_too_large_next],
  'malformed-envelope': [m.verify_trouble_malformed_envelope, m.verify_trouble_malformed_envelope_next],
  'no-code': [m.verify_trouble_no_code, m.verify_trouble_no_code_next],
  'code-not-readable': [m.verify_trouble_code_not_readable, m.verify_trouble_code_not_readable_next],
  'too-large': [m.verify_trouble_too_large, m.verify_trouble_too_large_next],
  'file-unreadable': [m.verify_trouble_file_unreadable, m.verify_trouble_file_unreadable_next],
  broken: [m.verify_trouble_broken, m.verify_trouble_broken_next],
};

export function troubleMessage(trouble: Trouble): { readonly what: string; readonly next: string } {
  const [what, next] = MESSAGES[trouble];
  return { what: what(), next: next() };
}
