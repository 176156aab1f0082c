// Runs the corridor in a worker. Every question settles: an Examination, or a rejection when the corridor broke.
import type { Examination } from '../../core/model/examination.ts';
import type { TrustMaterial } from '../../core/model/trust.ts';
import type { Corridor, CorridorQuestion } from '../../core/ports.ts';
import type { FromCorridor, ToCorridor } from './messages.ts';

/** The part of Worker that is used, so that tests can bring their own. */
export interface WorkerLike {
  postMessage(message: ToCorridor): void;
  terminate(): void;
  onmessage: ((event: MessageEvent<FromCorridor>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
  onmessageerror: ((event: MessageEvent) => void) | null;
}

export interface CorridorLimits {
  /** Without any answer for this long, `takingLong` is told. */
  readonly slowMs: number;
  /** Without any answer for this long, the worker is held to be stuck and is replaced. */
  readonly stuckMs: number;
}
const LIMITS: CorridorLimits = { slowMs: 1500, stuckMs: 30_000 };
/** After a crash nobody knows which question caused it: each is asked once more, alone. */
const ATTEMPTS = 2;

/** The corridor could not answer. Says nothing of the credential. */
export class CorridorBroken extends Error {
  override readonly name = 'CorridorBroken';
}

interface Job {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly question: CorridorQuestion;
  readonly resolve: (examination: Examination) => void;
  readonly reject: (error: CorridorBroken) => void;
  attempts: number;
}

export const corridorWorker = (): Worker =>
  new Worker(new URL('../../workers/corridor.worker.ts', import.meta.url), { type: 'module', name: 'corridor' });

export class CorridorClient implements Corridor {
  readonly #makeWorker: () => WorkerLike;
  readonly #takingLong: (long: boolean) => void;
  readonly #limits: CorridorLimits;
  readonly #jobs = new Map<number, Job>();
  #suspects: Job[] = [];
  #worker: WorkerLike | null = null;
  #trust: TrustMaterial | null = null;
  #last = 0;
  #slow: ReturnType<typeof setTimeout> | undefined;
  #stuck: ReturnType<typeof setTimeout> | undefined;

  constructor(makeWorker: () => WorkerLike, takingLong: (long: boolean) => void, limits: CorridorLimits = LIMITS) {
    this.#makeWorker = makeWorker;
    this.#takingLong = takingLong;
    this.#limits = limits;
  }

  examine(bytes: Uint8Array<ArrayBuffer>, question: CorridorQuestion): Promise<Examination> {
    return new Promise((resolve, reject) => this.#ask({ bytes, question, resolve, reject, attempts: 0 }));
  }

  #ask(job: Job): void {
    job.attempts += 1;
    this.#last += 1;
    this.#jobs.set(this.#last, job);
    try {
      this.#post(this.#last, job);
      this.#watch();
    } catch {
      this.#broke();
    }
  }

  #post(number: number, { bytes, question }: Job): void {
    const worker = (this.#worker ??= this.#start());
    if (this.#trust !== question.trust) {
      worker.postMessage({ type: 'trust', trust: question.trust });
      this.#trust = question.trust;
    }
    const { now, context, clockFloor } = question;
    worker.postMessage({ type: 'examine', job: number, bytes, now, context, clockFloor });
  }

  #start(): WorkerLike {
    const worker = this.#makeWorker();
    worker.onmessage = ({ data }) => this.#answered(data);
    worker.onerror = (event) => {
      event.preventDefault();
      this.#broke();
    };
    worker.onmessageerror = () => this.#broke();
    return worker;
  }

  #answered(answer: FromCorridor): void {
    const job = this.#jobs.get(answer.job);
    if (job === undefined) return;
    this.#jobs.delete(answer.job);
    if (answer.type === 'examined') job.resolve(answer.examination);
    else job.reject(new CorridorBroken());
    this.#next();
  }

  #next(): void {
    if (this.#jobs.size === 0) {
      const suspect = this.#suspects.shift();
      if (suspect !== undefined) this.#ask(suspect);
    }
    this.#watch();
  }

  /** The worker crashed, got stuck, or never started: a new one for those who may ask again. */
  #broke(): void {
    this.#worker?.terminate();
    this.#worker = null;
    this.#trust = null;
    const interrupted = [...this.#jobs.values()];
    this.#jobs.clear();
    for (const job of interrupted) {
      if (job.attempts < ATTEMPTS) this.#suspects.push(job);
      else job.reject(new CorridorBroken());
    }
    this.#next();
  }

  #watch(): void {
    clearTimeout(this.#slow);
    clearTimeout(this.#stuck);
    this.#takingLong(false);
    if (this.#jobs.size === 0) return;
    this.#slow = setTimeout(() => this.#takingLong(true), this.#limits.slowMs);
    this.#stuck = setTimeout(() => this.#broke(), this.#limits.stuckMs);
  }
}
