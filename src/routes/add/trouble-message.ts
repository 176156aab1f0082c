// What to tell of something that gave nothing to look at, each with its next step.
import { m } from '$lib/i18n/paraglide/messages.js';
import type { Trouble } from '$lib/state/adding.svelte.ts';

const SENTENCES: Readonly<Record<Trouble['why'], () => string>> = {
  'too-large': m.add_trouble_too_large,
  'file-unreadable': m.add_trouble_file_unreadable,
  broken: m.add_trouble_broken,
  'unknown-envelope': m.add_trouble_unknown_envelope,
  'envelope-too-large': m.add_trouble_envelope_too_large,
  'malformed-envelope': m.add_trouble_malformed_envelope,
  'link-damaged': m.add_trouble_link_damaged,
  'code-not-readable': m.add_trouble_code_not_readable,
};

export const troubleMessage = (why: Trouble['why']): string => SENTENCES[why]();
