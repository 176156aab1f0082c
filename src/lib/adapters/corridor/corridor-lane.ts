// One corridor worker and the questions that are with it. Whatever happens to the worker, each question is accounted for.
import type { Examination } from '../../core/model/examination.ts';
import type { TrustMaterial } from '../../core/model/trust.ts';
import type { CorridorQuestion } from '../../core/ports.ts';
import type { FromCorridor, ToCorridor } from './messages.ts';

/** The part of Worker that is used, so that tests can bring their own. */
export interface WorkerLike {
  postMessage(message: ToCorridor): void;
  terminate(): void;
  onmessage: ((event: MessageEvent<FromCorridor>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
  onmessageerror: ((event: MessageEvent) => void) | null;
}

export interface LaneLimits {
  /** Without any answer for this long, the lane is `slow`. */
  readonly slowMs: number;
  /** Without any answer for this long, the worker is held to be stuck and is replaced. */
  readonly stuckMs: number;
  /** After this long without a question the worker's memory is given back. */
  readonly idleMs: number;
}

/** The corridor could not answer. Says nothing of the credential. */
export class CorridorBroken extends Error {
  override readonly name = 'CorridorBroken';
}

export interface Job {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly question: CorridorQuestion;
  readonly resolve: (examination: Examination) => void;
  readonly reject: (error: CorridorBroken) => void;
  attempts: number;
}

export interface LaneListener {
  /** A question left the lane, or the lane became slow or quick. */
  changed(): void;
  /** The worker crashed, got stuck or never started; `interrupted` were with it, nobody knows which was the cause. */
  broke(interrupted: readonly Job[]): void;
}

export class CorridorLane {
  readonly #makeWorker: () => WorkerLike;
  readonly #listener: LaneListener;
  readonly #limits: LaneLimits;
  readonly #jobs = new Map<number, Job>();
  #worker: WorkerLike | null = null;
  #trust: TrustMaterial | null = null;
  #last = 0;
  #slowTimer: ReturnType<typeof setTimeout> | undefined;
  #stuckTimer: ReturnType<typeof setTimeout> | undefined;
  #idleTimer: ReturnType<typeof setTimeout> | undefined;
  #slow = false;
  #alone = false;

  constructor(makeWorker: () => WorkerLike, listener: LaneListener, limits: LaneLimits) {
    this.#makeWorker = makeWorker;
    this.#listener = listener;
    this.#limits = limits;
  }

  get load(): number {
    return this.#jobs.size;
  }

  get slow(): boolean {
    return this.#slow;
  }

  /** No other question comes beside the one it has. */
  get alone(): boolean {
    return this.#alone;
  }

  /** Asks. With `alone` until it is answered nothing else should be taken. */
  take(job: Job, alone: boolean): void {
    this.#alone = alone;
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

  /** Trust goes before the question that needs it, on the same lane: an answer never rests on another's. */
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
    this.#watch();
    this.#listener.changed();
  }

  #broke(): void {
    const interrupted = [...this.#jobs.values()];
    this.#jobs.clear();
    this.#stop();
    this.#watch();
    this.#listener.broke(interrupted);
  }

  #stop(): void {
    this.#worker?.terminate();
    this.#worker = null;
    this.#trust = null;
  }

  #watch(): void {
    clearTimeout(this.#slowTimer);
    clearTimeout(this.#stuckTimer);
    clearTimeout(this.#idleTimer);
    this.#slow = false;
    const { slowMs, stuckMs, idleMs } = this.#limits;
    if (this.#jobs.size === 0) {
      this.#alone = false;
      this.#idleTimer = setTimeout(() => this.#stop(), idleMs);
      return;
    }
    this.#slowTimer = setTimeout(() => {
      this.#slow = true;
      this.#listener.changed();
    }, slowMs);
    this.#stuckTimer = setTimeout(() => this.#broke(), stuckMs);
  }
}
