// Fetcher over the network worker. The worker lives only while something is asked. Every question settles.
import type { Fetched, Fetcher, FetchFailure } from '../../core/ports.ts';
import { refuseAddress } from '../../core/trust/refuse-address.ts';
import { LIMIT_MS } from './messages.ts';
import type { FromNetwork, ToNetwork } from './messages.ts';

/** The part of Worker that is used, so that tests can bring their own. */
export interface NetworkWorkerLike {
  postMessage(message: ToNetwork): void;
  terminate(): void;
  onmessage: ((event: MessageEvent<FromNetwork>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
}

/** For a worker that never started and never said so: it keeps its own time otherwise. */
const SILENCE_MS = LIMIT_MS + 5_000;

export const networkWorker = (): Worker =>
  new Worker(new URL('../../workers/network.worker.ts', import.meta.url), { type: 'module', name: 'network' });

export class NetworkFetcher implements Fetcher {
  readonly #makeWorker: () => NetworkWorkerLike;
  readonly #silenceMs: number;
  readonly #jobs = new Map<number, (fetched: Fetched) => void>();
  #worker: NetworkWorkerLike | null = null;
  #last = 0;

  constructor(makeWorker: () => NetworkWorkerLike, silenceMs: number = SILENCE_MS) {
    this.#makeWorker = makeWorker;
    this.#silenceMs = silenceMs;
  }

  ask(url: string, stop: AbortSignal): Promise<Fetched> {
    // Refused before there is any worker that could ask.
    const refused = refuseAddress(url);
    if (refused !== null) return Promise.resolve(failed(refused));
    if (stop.aborted) return Promise.resolve(failed('stopped'));
    return new Promise((resolve) => this.#start(url, stop, resolve));
  }

  #start(url: string, stop: AbortSignal, resolve: (fetched: Fetched) => void): void {
    const job = (this.#last += 1);
    const silence = setTimeout(() => this.#settle(job, failed('too-slow')), this.#silenceMs);
    const stopped = (): void => {
      this.#worker?.postMessage({ type: 'stop', job });
      this.#settle(job, failed('stopped'));
    };
    stop.addEventListener('abort', stopped, { once: true });
    this.#jobs.set(job, (fetched) => {
      clearTimeout(silence);
      stop.removeEventListener('abort', stopped);
      resolve(fetched);
    });
    try {
      this.#worker ??= this.#open();
      this.#worker.postMessage({ type: 'ask', job, url });
    } catch {
      this.#settle(job, failed('blocked'));
    }
  }

  #open(): NetworkWorkerLike {
    const worker = this.#makeWorker();
    worker.onmessage = ({ data }) => this.#settle(data.job, data.fetched);
    worker.onerror = (event) => {
      event.preventDefault();
      for (const job of [...this.#jobs.keys()]) this.#settle(job, failed('blocked'));
    };
    return worker;
  }

  #settle(job: number, fetched: Fetched): void {
    this.#jobs.get(job)?.(fetched);
    this.#jobs.delete(job);
    // Whoever asks one thing after another does so at once; the worker goes when nobody did.
    if (this.#jobs.size === 0) setTimeout(() => this.#closeIdle(), 0);
  }

  #closeIdle(): void {
    if (this.#jobs.size > 0) return;
    this.#worker?.terminate();
    this.#worker = null;
  }
}

const failed = (failure: FetchFailure): Fetched => ({ ok: false, failure });
