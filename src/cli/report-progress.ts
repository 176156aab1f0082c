// How far a run has come, for whoever waits at a terminal, and its figures at the end.
import type { VerdictString } from '../lib/core/model/verdict.ts';

const EVERY_MILLISECONDS = 200;
const CLEAR_LINE = '\r\u001b[K';

export class Progress {
  readonly #total: number;
  /** A line that is rewritten: only where somebody looks, and no lines of the answer run through it. */
  readonly #live = process.stderr.isTTY && !process.stdout.isTTY;
  readonly #began = performance.now();
  readonly #verdicts = new Map<VerdictString, number>();
  #done = 0;
  #told = 0;

  constructor(total: number) {
    this.#total = total;
  }

  note(verdict: VerdictString): void {
    this.#done += 1;
    this.#verdicts.set(verdict, (this.#verdicts.get(verdict) ?? 0) + 1);
    if (!this.#live || performance.now() - this.#told < EVERY_MILLISECONDS) return;
    this.#told = performance.now();
    process.stderr.write(`${CLEAR_LINE}${String(this.#done)} of ${String(this.#total)}, ${this.#speed()} a second`);
  }

  complain(message: string): void {
    process.stderr.write(`${this.#live ? CLEAR_LINE : ''}${message}\n`);
  }

  end(withSummary: boolean): void {
    if (this.#live) process.stderr.write(CLEAR_LINE);
    if (!withSummary) return;
    const seconds = (performance.now() - this.#began) / 1000;
    // Of the whole process, all threads: kilobytes (getrusage).
    const peak = Math.round(process.resourceUsage().maxRSS / 1000);
    const verdicts = [...this.#verdicts].map(([verdict, count]) => `${verdict} ${String(count)}`);
    process.stderr.write(
      `${String(this.#done)} files in ${seconds.toFixed(1)} s, ${this.#speed()} a second, peak memory ${String(peak)} MB\n` +
        `${verdicts.sort().join(', ')}\n`,
    );
  }

  #speed(): string {
    return ((this.#done * 1000) / (performance.now() - this.#began)).toFixed(0);
  }
}
