// Runs the corridor in a few workers. Every question settles: an Examination, or a rejection when the corridor broke.
import type { Examination } from '../../core/model/examination.ts';
import type { Corridor, CorridorQuestion } from '../../core/ports.ts';
import { CorridorBroken, CorridorLane } from './corridor-lane.ts';
import type { Job, LaneLimits, WorkerLike } from './corridor-lane.ts';

export interface CorridorLimits extends LaneLimits {
  /** Most workers at once. The first answers single questions; others start when questions wait. */
  readonly workers: number;
  /** Most questions that are with one worker: the next is there when it is done, the rest wait here in order. */
  readonly perWorker: number;
}

const LIMITS: CorridorLimits = { slowMs: 1500, stuckMs: 30_000, idleMs: 60_000, workers: 4, perWorker: 4 };
/** After a crash nobody knows which question caused it: each is asked once more, alone. */
const ATTEMPTS = 2;

export const corridorWorker = (): Worker =>
  new Worker(new URL('../../workers/corridor.worker.ts', import.meta.url), { type: 'module', name: 'corridor' });

/** As many workers as the device has processors for, and never more than four: each holds its own copy of the evidence. */
export const workersHere = (): number => Math.max(1, Math.min(navigator.hardwareConcurrency, LIMITS.workers));

export class CorridorClient implements Corridor {
  readonly #makeWorker: () => WorkerLike;
  readonly #takingLong: (long: boolean) => void;
  readonly #limits: CorridorLimits;
  readonly #lanes: CorridorLane[] = [];
  /** In the order in which they were asked. */
  readonly #waiting: Job[] = [];
  /** Each was with a worker that broke. */
  readonly #suspects: Job[] = [];
  #handingOut = false;
  #long = false;

  constructor(makeWorker: () => WorkerLike, takingLong: (long: boolean) => void, limits: Partial<CorridorLimits> = {}) {
    this.#makeWorker = makeWorker;
    this.#takingLong = takingLong;
    this.#limits = { ...LIMITS, ...limits };
  }

  examine(bytes: Uint8Array<ArrayBuffer>, question: CorridorQuestion): Promise<Examination> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ bytes, question, resolve, reject, attempts: 0 });
      this.#handOut();
    });
  }

  /** Gives out what there is room for. A worker that breaks at once calls again from within: its jobs wait for the loop. */
  #handOut(): void {
    if (this.#handingOut) return;
    this.#handingOut = true;
    while (this.#handOutSuspect() || this.#handOutNext());
    this.#handingOut = false;
    this.#tellWhetherLong();
  }

  #handOutSuspect(): boolean {
    const lane = this.#suspects.length === 0 ? null : (this.#lanes.find(({ load }) => load === 0) ?? this.#newLane());
    const suspect = lane === null ? undefined : this.#suspects.shift();
    if (suspect === undefined) return false;
    lane?.take(suspect, true);
    return true;
  }

  #handOutNext(): boolean {
    const lane = this.#waiting.length === 0 ? null : (this.#laneWithRoom() ?? this.#newLane());
    const job = lane === null ? undefined : this.#waiting.shift();
    if (job === undefined) return false;
    lane?.take(job, false);
    return true;
  }

  /** The one with least to do; of equals the first, so that single questions never wake a second worker. */
  #laneWithRoom(): CorridorLane | null {
    const open = this.#lanes.filter(({ alone, load }) => !alone && load < this.#limits.perWorker);
    return open.reduce<CorridorLane | null>(
      (best, lane) => (best === null || lane.load < best.load ? lane : best),
      null,
    );
  }

  #newLane(): CorridorLane | null {
    if (this.#lanes.length >= this.#limits.workers) return null;
    const listener = {
      changed: () => this.#handOut(),
      broke: (interrupted: readonly Job[]) => this.#askAgain(interrupted),
    };
    const lane = new CorridorLane(this.#makeWorker, listener, this.#limits);
    this.#lanes.push(lane);
    return lane;
  }

  #askAgain(interrupted: readonly Job[]): void {
    for (const job of interrupted) {
      if (job.attempts < ATTEMPTS) this.#suspects.push(job);
      else job.reject(new CorridorBroken());
    }
    this.#handOut();
  }

  #tellWhetherLong(): void {
    const long = this.#lanes.some(({ slow }) => slow);
    if (long === this.#long) return;
    this.#long = long;
    this.#takingLong(long);
  }
}
