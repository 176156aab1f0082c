// Fetching what credentials need, on somebody's press: progress, results, and a way to stop. What came is kept together.
import { beBusy } from '../adapters/offline/busy.ts';
import type { ParsedCredential } from '../core/model/credential.ts';
import type { EvidenceDocument } from '../core/model/trust.ts';
import type { FetchFailure, StorageFailure } from '../core/ports.ts';
import { world } from './compose.ts';
import { inTurn } from './in-turn.ts';
import { planFetches } from './plan-fetches.ts';
import type { PlannedFetch } from './plan-fetches.ts';
import { trust } from './trust.svelte.ts';

const AT_ONCE = 4;
/** Characters fetched before they are written down: memory stays bounded, and everything is judged anew but rarely. */
const KEEP_AFTER = 16 * 1024 * 1024;
/** An assertion names its badge class, which names its issuer, which names its list: each is known only when read. */
const MAX_ROUNDS = 5;

type Credentials = readonly ParsedCredential[];

export type FetchResult = 'fetched' | FetchFailure;

export interface FetchOutcome {
  readonly url: string;
  readonly result: FetchResult;
}

export interface FetchProgress {
  readonly done: number;
  readonly total: number;
  /** Whom the last question went to. */
  readonly host: string;
}

export class Prepare {
  #progress = $state.raw<FetchProgress | null>(null);
  #results = $state.raw<readonly FetchOutcome[]>([]);
  #failure = $state<StorageFailure | null>(null);
  #stop: AbortController | null = null;
  /** Fetched, not yet kept. */
  #came: EvidenceDocument[] = [];

  /** While something is being fetched. */
  get progress(): FetchProgress | null {
    return this.#progress;
  }

  /** What came of each address asked since the last press. */
  get results(): readonly FetchOutcome[] {
    return this.#results;
  }

  /** Storage refused what had been fetched: nothing of the last round was kept. */
  get failure(): StorageFailure | null {
    return this.#failure;
  }

  /** What `credentials` need now. Follows trust and what has been fetched. */
  plan(credentials: Credentials): readonly PlannedFetch[] {
    return planFetches(credentials, trust.material, world().clock());
  }

  /**
   * Asks for everything in `shown`, and for what the answers turn out to need from the same hosts: a document never
   * leads to a host that was not on the screen when the button was pressed. `credentials` gives them as they are read
   * with the documents of now.
   */
  async fetch(shown: readonly PlannedFetch[], credentials: () => Promise<Credentials>): Promise<void> {
    if (this.#progress !== null) return;
    const stop = new AbortController();
    const idle = beBusy();
    this.#stop = stop;
    this.#failure = null;
    this.#results = [];
    const hosts = shown.map(({ host }) => host);
    try {
      let round = shown;
      for (let left = MAX_ROUNDS; left > 0 && round.length > 0 && !stop.signal.aborted; left -= 1) {
        if (!(await this.#round(round, stop.signal))) return;
        round = this.plan(await credentials()).filter(
          ({ url, host, due }) => due && hosts.includes(host) && !this.#wasAsked(url),
        );
      }
    } finally {
      idle();
      this.#stop = null;
      this.#progress = null;
    }
  }

  /** Gives up what is under way; what has come is kept. */
  stop(): void {
    this.#stop?.abort();
  }

  /** True when what came is kept. */
  async #round(round: readonly PlannedFetch[], stop: AbortSignal): Promise<boolean> {
    const total = this.#results.length + round.length;
    await inTurn(round, AT_ONCE, (one) => this.#ask(one, total, stop), { signal: stop });
    await this.#keep();
    return this.#failure === null;
  }

  async #ask({ url, host }: PlannedFetch, total: number, stop: AbortSignal): Promise<void> {
    this.#progress = { done: this.#results.length, total, host };
    const fetched = await world().fetcher.ask(url, stop);
    this.#results = [...this.#results, { url, result: fetched.ok ? 'fetched' : fetched.failure }];
    this.#progress = { done: this.#results.length, total, host };
    if (!fetched.ok) return;
    const { mediaType, text } = fetched;
    this.#came.push({ url, fetched: world().clock(), mediaType, text, source: 'this-device' });
    if (this.#came.reduce((sum, one) => sum + one.text.length, 0) > KEEP_AFTER) await this.#keep();
  }

  #wasAsked(address: string): boolean {
    return this.#results.some(({ url }) => url === address);
  }

  async #keep(): Promise<void> {
    const documents = this.#came;
    this.#came = [];
    if (documents.length === 0 || this.#failure !== null) return;
    const kept = await trust.keepDocuments(documents);
    if (kept.ok) return;
    this.#failure = kept.failure;
    this.#stop?.abort();
  }
}
