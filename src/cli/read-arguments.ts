// Arguments of the verify command -> what to do, or what is wrong with them.
import { parseArgs } from 'node:util';
import type { EpochSeconds } from '../lib/core/model/brand.ts';
import type { VerificationContext } from '../lib/core/model/verdict.ts';
import { parseUtcTime } from '../lib/core/trust/parse-time.ts';

export interface Arguments {
  readonly trust: readonly string[];
  readonly evidence: readonly string[];
  /** Null: the machine's clock. */
  readonly now: EpochSeconds | null;
  readonly context: VerificationContext;
  /** How many threads verify. */
  readonly jobs: number;
  /** Whether speed and memory are told at the end. */
  readonly summary: boolean;
  /** Files and folders. */
  readonly files: readonly string[];
}

export type ArgumentsReading =
  { readonly ok: true; readonly arguments: Arguments } | { readonly ok: false; readonly message: string };

export const USAGE =
  'usage: npm run -s verify -- [--trust FILE]... [--evidence FILE]... [--now ISO-8601] [--nonce N --audience A] [--jobs N] [--summary] FILE-OR-FOLDER...';

const MOST_JOBS = 64;

const OPTIONS = {
  trust: { type: 'string', multiple: true },
  evidence: { type: 'string', multiple: true },
  now: { type: 'string' },
  nonce: { type: 'string' },
  audience: { type: 'string' },
  jobs: { type: 'string' },
  summary: { type: 'boolean' },
} as const;

export function readArguments(argv: readonly string[]): ArgumentsReading {
  const parsed = parse(argv);
  if (typeof parsed === 'string') return wrong(parsed);
  const { values, positionals } = parsed;
  const now = values.now === undefined ? null : readTime(values.now);
  if (values.now !== undefined && now === null) return wrong(`--now is not an ISO 8601 time: ${values.now}`);
  if ((values.nonce === undefined) !== (values.audience === undefined)) {
    return wrong('--nonce and --audience belong together');
  }
  const jobs = Number(values.jobs ?? '1');
  if (!Number.isInteger(jobs) || jobs < 1 || jobs > MOST_JOBS) {
    return wrong(`--jobs is not a whole number from 1 to ${String(MOST_JOBS)}: ${String(values.jobs)}`);
  }
  if (positionals.length === 0) return wrong('no file given');
  const { nonce, audience } = values;
  const context: VerificationContext =
    nonce === undefined || audience === undefined
      ? { kind: 'document' }
      : { kind: 'presented', mode: 'answer', nonce, audience };
  const { trust = [], evidence = [], summary = false } = values;
  return { ok: true, arguments: { trust, evidence, now, context, jobs, summary, files: positionals } };
}

/** Node throws on an unknown option or one without its value. */
function parse(argv: readonly string[]) {
  try {
    return strictly(argv);
  } catch (failure) {
    return failure instanceof Error ? failure.message : String(failure);
  }
}

function strictly(argv: readonly string[]) {
  return parseArgs({ args: [...argv], options: OPTIONS, allowPositionals: true, strict: true });
}

/** UTC, or with an offset; a date alone is its first second in UTC. */
function readTime(text: string): EpochSeconds | null {
  const withOffset = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/;
  const alone = /^\d{4}-\d{2}-\d{2}$/;
  if (alone.test(text)) return parseUtcTime(`${text}T00:00:00Z`);
  const strict = parseUtcTime(text);
  if (strict !== null || !withOffset.test(text)) return strict;
  const milliseconds = Date.parse(text);
  return Number.isNaN(milliseconds) ? null : parseUtcTime(new Date(milliseconds).toISOString());
}

function wrong(message: string): ArgumentsReading {
  return { ok: false, message };
}
