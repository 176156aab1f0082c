// Arguments of the evidence command -> what to fetch and for what, or what is wrong with them.
import { parseArgs } from 'node:util';

export interface EvidenceArguments {
  readonly urls: readonly string[];
  /** Credential files and folders of them. */
  readonly files: readonly string[];
  readonly trust: readonly string[];
  /** Say the addresses, fetch nothing. */
  readonly listOnly: boolean;
}

export const EVIDENCE_USAGE =
  'usage: npm run -s evidence -- [--for FILE-OR-FOLDER]... [--trust FILE]... [--list] [https://URL]...  > evidence.json';

const OPTIONS = {
  for: { type: 'string', multiple: true },
  trust: { type: 'string', multiple: true },
  list: { type: 'boolean' },
} as const;

/** Null when it is asked wrongly, or for nothing. */
export function readEvidenceArguments(argv: readonly string[]): EvidenceArguments | null {
  const parsed = parse(argv);
  if (parsed === null) return null;
  const { for: files = [], trust = [], list = false } = parsed.values;
  const urls = parsed.positionals;
  return urls.length + files.length + trust.length === 0 ? null : { urls, files, trust, listOnly: list };
}

/** Node throws on an unknown option or one without its value. */
function parse(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], options: OPTIONS, allowPositionals: true, strict: true });
  } catch {
    return null;
  }
}
