// What somebody is about to keep: received, examined, shown. Nothing is stored before `keep`.
import { encodeUtf8 } from '../core/bytes/utf8.ts';
import type { EnvelopeProblem } from '../core/present/envelope/unpack-envelope.ts';
import type { Origin, Stored } from '../core/ports.ts';
import { beBusy } from '../adapters/offline/busy.ts';
import { addFragmentOf, readAddFragment } from './carried-link.ts';
import { readCode } from './read-code.ts';
import type { NotRead, Preview, Receipt } from './received.ts';
import type { FoundCode, Scan } from './scan.svelte.ts';
import { wallet } from './wallet.svelte.ts';
import type { Kept } from './wallet.svelte.ts';

/** Something that gave nothing to show. `key` is for keyed lists. */
export interface Trouble {
  readonly key: number;
  readonly fileName: string | null;
  readonly why: NotRead['why'] | EnvelopeProblem | 'link-damaged' | 'code-not-readable';
}

export interface Progress {
  readonly done: number;
  readonly total: number;
}

type ImageReader = Pick<Scan, 'readImage'>;

export class Adding {
  #previews = $state.raw<readonly Preview[]>([]);
  #troubles = $state.raw<readonly Trouble[]>([]);
  #progress = $state.raw<Progress | null>(null);
  #keeping = $state(false);
  #stop: AbortController | null = null;
  #count = 0;

  /** In the order they came; each content once. */
  get previews(): readonly Preview[] {
    return this.#previews;
  }
  get troubles(): readonly Trouble[] {
    return this.#troubles;
  }
  /** While something is being read. */
  get progress(): Progress | null {
    return this.#progress;
  }
  get keeping(): boolean {
    return this.#keeping;
  }

  /** Files of any kind; a picture without a credential inside is searched for a QR code. */
  async files(files: readonly File[], origin: Origin, images: ImageReader): Promise<void> {
    await this.#receive(files.length, async (turns) => {
      const receipt = await wallet.receiveFiles(files, origin, turns);
      const read = await Promise.all(receipt.previews.map((one) => this.#lookForCode(one, images)));
      return { previews: read.filter((one) => one !== null), notRead: receipt.notRead };
    });
  }

  /** Text as pasted, or as it stood in a code. */
  async text(text: string, origin: Origin): Promise<void> {
    await this.#receive(1, () => this.#receiveText(text, origin));
  }

  scanned(code: FoundCode): Promise<void> {
    return this.text(code.text, 'camera');
  }

  /** The page was opened by a link that carries a credential. */
  async link(fragment: string): Promise<void> {
    await this.#receive(1, () => this.#receiveFragment(fragment));
  }

  /** Stores `chosen`, all or none, and takes them off the list when that is certain. */
  async keep(chosen: readonly Preview[]): Promise<Stored<Kept>> {
    this.#keeping = true;
    const idle = beBusy();
    try {
      const kept = await wallet.keep(chosen);
      if (kept.ok) this.#previews = this.#previews.filter((one) => !chosen.includes(one));
      return kept;
    } finally {
      idle();
      this.#keeping = false;
    }
  }

  dismiss(preview: Preview): void {
    this.#previews = this.#previews.filter((one) => one !== preview);
  }

  dismissTrouble(trouble: Trouble): void {
    this.#troubles = this.#troubles.filter((one) => one !== trouble);
  }

  /** Stops after what is being read now. */
  stop(): void {
    this.#stop?.abort();
  }

  async #receive(
    total: number,
    work: (turns: { progress: (done: number) => void; signal: AbortSignal }) => Promise<Receipt | null>,
  ): Promise<void> {
    const stop = new AbortController();
    const idle = beBusy();
    this.#stop = stop;
    this.#progress = { done: 0, total };
    try {
      const progress = (done: number): void => void (this.#progress = { done, total });
      const receipt = await work({ progress, signal: stop.signal });
      receipt?.notRead.forEach(({ fileName, why }) => this.#trouble(why, fileName));
      this.#add(receipt?.previews ?? []);
    } finally {
      idle();
      this.#progress = null;
    }
  }

  async #receiveText(text: string, origin: Origin): Promise<Receipt | null> {
    const fragment = addFragmentOf(text);
    if (fragment !== null) return this.#receiveFragment(fragment);
    const content = await readCode(text);
    if (content.kind === 'damaged') return this.#trouble(content.why, null);
    const raw = encodeUtf8(content.text);
    return wallet.receive([{ raw, fileName: null, mediaType: 'text/plain' }], origin);
  }

  async #receiveFragment(fragment: string): Promise<Receipt | null> {
    const raw = readAddFragment(fragment);
    if (raw === null) return this.#trouble('link-damaged', null);
    return wallet.receive([{ raw, fileName: null, mediaType: 'text/plain' }], 'link');
  }

  /** `one`, or what a QR code in it says; null when the code gave only trouble. */
  async #lookForCode(one: Preview, images: ImageReader): Promise<Preview | null> {
    if (one.examination.outcome === 'credential' || !one.mediaType.startsWith('image/')) return one;
    const reading = await images.readImage(new Blob([one.raw], { type: one.mediaType }));
    if (reading.outcome === 'seen') this.#trouble('code-not-readable', one.fileName);
    if (reading.outcome !== 'code') return reading.outcome === 'seen' ? null : one;
    const receipt = await this.#receiveText(reading.text, 'qr-image');
    return receipt?.previews[0] ?? null;
  }

  #add(previews: readonly Preview[]): void {
    const known = Map.groupBy([...this.#previews, ...previews], ({ contentDigest }) => contentDigest);
    this.#previews = [...known.values()].flatMap((same) => same.slice(0, 1));
  }

  #trouble(why: Trouble['why'], fileName: string | null): null {
    this.#troubles = [...this.#troubles, { key: (this.#count += 1), fileName, why }];
    return null;
  }
}
