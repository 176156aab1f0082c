// The wallet as state: what is kept and what was found of it; receiving, keeping, removing, undoing.
import { readFile } from '../adapters/files/read-file.ts';
import type { ContentDigest, CredentialId } from '../core/model/brand.ts';
import type { DamagedRecord, Origin, StorageFailure, Stored, StoredCredential } from '../core/ports.ts';
import { world } from './compose.ts';
import { basisNow, examineStored, remember } from './examine-stored.ts';
import type { Examined } from './examine-stored.ts';
import { inTurn } from './in-turn.ts';
import type { Turns } from './in-turn.ts';
import { noteSignedTime } from './question.ts';
import { newOnes, preview, toStored } from './received.ts';
import type { NotRead, Preview, Receipt, Received } from './received.ts';
import { settings } from './settings.svelte.ts';
import { trust } from './trust.svelte.ts';
import { readWallet } from './read-wallet.ts';
import { merged, outdated } from './wallet-item.ts';
import type { WalletItem } from './wallet-item.ts';

const RECEIVE_AT_ONCE = 8;
const READ_AT_ONCE = 4;

export interface Kept {
  readonly kept: readonly CredentialId[];
  /** Not stored again: these were in the wallet already, or twice among what was given. */
  readonly alreadyHere: readonly CredentialId[];
}

class Wallet {
  #items = $state.raw<readonly WalletItem[]>([]);
  #damaged = $state.raw<readonly DamagedRecord[]>([]);
  #removed = $state.raw<readonly WalletItem[]>([]);
  #loading = $state(true);
  #failure = $state<StorageFailure | null>(null);
  #opened: Promise<void> | null = null;
  /** The last checking again that a change of trust began. */
  #checking: Promise<void> = Promise.resolve();
  /** Changes of our own under way: what storage tells meanwhile is no news. */
  #changing = 0;

  /** Newest first. Documents are here too: their examination is `unreadable`. */
  get items(): readonly WalletItem[] {
    return this.#items;
  }

  /** True until everything stored has been listed. */
  get loading(): boolean {
    return this.#loading;
  }

  /** The last thing storage refused; `newer-schema` means "reload". Null when all is well. */
  get failure(): StorageFailure | null {
    return this.#failure;
  }

  /** Rows that storage damaged: they can be exported raw and removed. */
  get damaged(): readonly DamagedRecord[] {
    return this.#damaged;
  }

  /** What the last `remove` took, until undone or dismissed. */
  get removed(): readonly WalletItem[] {
    return this.#removed;
  }

  item(id: string): WalletItem | null {
    return this.#items.find(({ stored }) => stored.id === id) ?? null;
  }

  /** Reads the storage, once. Call it from any page; await it before asking for an item by id. */
  open(): Promise<void> {
    this.#opened ??= this.#start();
    return this.#opened;
  }

  /** Resolves when everything has been checked with the trust of now. */
  whenChecked(): Promise<void> {
    return this.#checking;
  }

  /** Examines what came; stores nothing. */
  async receive(received: readonly Received[], origin: Origin, turns?: Turns): Promise<Receipt> {
    await this.open();
    const notRead: NotRead[] = [];
    const found = await inTurn(
      received,
      RECEIVE_AT_ONCE,
      async (one) => {
        const made = await preview(one, origin, (digest) => this.#heldAs(digest));
        if (made === null) notRead.push({ fileName: one.fileName, why: 'broken' });
        return made;
      },
      turns,
    );
    return { previews: found.filter((one) => one !== null), notRead };
  }

  /** As `receive`, of files the learner chose. A file over the limit is not even read. */
  async receiveFiles(files: readonly File[], origin: Origin, turns?: Turns): Promise<Receipt> {
    const read = await inTurn(files, READ_AT_ONCE, readFile);
    const received = await this.receive(
      read.filter((one) => one.ok),
      origin,
      turns,
    );
    return { ...received, notRead: [...read.filter((one) => !one.ok), ...received.notRead] };
  }

  /** Stores all of `previews` that are not here yet, or none. When this resolves `ok`, they survive a crash. */
  async keep(previews: readonly Preview[]): Promise<Stored<Kept>> {
    await this.open();
    void settings.askOnce();
    const { fresh, alreadyHere } = newOnes(previews, (digest) => this.#heldAs(digest));
    const made = await Promise.all(fresh.map(toItem));
    const added = await this.#change(world().credentials.add(made.map(({ stored }) => stored)), () => this.#show(made));
    if (!added.ok) return added;
    await remember(made.filter(({ stale }) => !stale));
    void this.#examine(made.filter(({ stale }) => stale).map((item) => item.stored));
    return { ok: true, value: { kept: made.map(({ stored }) => stored.id), alreadyHere } };
  }

  async remove(ids: readonly CredentialId[]): Promise<Stored<null>> {
    const taken = this.#items.filter(({ stored }) => ids.includes(stored.id));
    const removed = await this.#change(world().credentials.remove(ids), () => this.#hide(ids));
    if (!removed.ok) return removed;
    await this.dismissRemoved();
    this.#removed = taken;
    return removed;
  }

  /** Puts back what the last `remove` took, with the same ids. */
  async undoRemove(): Promise<Stored<null>> {
    const back = this.#removed;
    const added = await this.#change(world().credentials.add(back.map(({ stored }) => stored)), () => this.#show(back));
    if (!added.ok) return added;
    this.#removed = [];
    await remember(back.filter(({ stale }) => !stale));
    return added;
  }

  /** Gives up the undo: holder keys that no credential needs any more go too. */
  async dismissRemoved(): Promise<void> {
    const needed = new Set(this.#items.map(({ stored }) => stored.holderKey));
    const keys = this.#removed.map(({ stored }) => stored.holderKey).filter((key) => key !== null);
    this.#removed = [];
    await world().keys.remove(keys.filter((key) => !needed.has(key)));
  }

  async #start(): Promise<void> {
    world().whenSuperseded(() => (this.#failure = 'newer-schema'));
    await trust.open();
    const fresh: StoredCredential[] = [];
    this.#note(
      await readWallet((page) => {
        fresh.push(...page.fresh);
        this.#damaged = [...this.#damaged, ...page.damaged];
        this.#show(page.items);
      }),
    );
    await this.#examine(fresh);
    this.#loading = false;
    world().credentials.watch(() => void this.#follow());
    trust.onChange(() => {
      this.#checking = this.#checkAgain();
    });
    void this.#examine(this.#items.filter(({ stale }) => stale).map((item) => item.stored));
  }

  async #examine(stored: readonly StoredCredential[]): Promise<void> {
    await examineStored(stored, (batch) => this.#told(batch));
  }

  /** Trust changed: nothing stays green on the strength of what was trusted before. */
  async #checkAgain(): Promise<void> {
    this.#items = this.#items.map(outdated);
    await this.#examine(this.#items.map((item) => item.stored));
  }

  #told({ items, broken }: Examined): void {
    this.#show(items);
    if (broken.length > 0) this.#damaged = [...this.#damaged, ...broken];
  }

  /** Another tab may have changed the wallet: take in what is new, let go of what is gone. */
  async #follow(): Promise<void> {
    if (this.#changing > 0) return;
    const ids = await world().credentials.ids();
    if (!ids.ok || this.#changing > 0) return;
    const there = new Set<string>(ids.value);
    this.#hide(this.#items.map(({ stored }) => stored.id).filter((id) => !there.has(id)));
    const unknown = ids.value.filter((id) => this.item(id) === null);
    const fetched = await Promise.all(unknown.map((id) => world().credentials.get(id)));
    await this.#examine(fetched.flatMap((stored) => (stored.ok && stored.value ? [stored.value] : [])));
  }

  #heldAs(digest: ContentDigest): CredentialId | null {
    return this.#items.find(({ stored }) => stored.contentDigest === digest)?.stored.id ?? null;
  }

  /** A change of our own: shown at once when it is stored, and only then. */
  async #change(storing: Promise<Stored<null>>, show: () => void): Promise<Stored<null>> {
    this.#changing += 1;
    const stored = this.#note(await storing);
    if (stored.ok) show();
    this.#changing -= 1;
    void this.#follow();
    return stored;
  }

  #note<T>(stored: Stored<T>): Stored<T> {
    this.#failure = stored.ok ? null : stored.failure;
    return stored;
  }

  #show(items: readonly WalletItem[]): void {
    if (items.length === 0) return;
    items.forEach(({ examination }) => noteSignedTime(examination));
    this.#items = merged(this.#items, items);
  }

  #hide(ids: readonly CredentialId[]): void {
    if (ids.length === 0) return;
    this.#items = this.#items.filter(({ stored }) => !ids.includes(stored.id));
    this.#damaged = this.#damaged.filter(({ id }) => !ids.some((gone) => gone === id));
  }
}

export const wallet = new Wallet();

async function toItem(kept: Preview, index: number): Promise<WalletItem> {
  const stored = await toStored(kept, index);
  const item = { stored, examination: kept.examination, checkedAt: stored.receivedAt, stale: false };
  return kept.basis === basisNow() ? item : outdated(item);
}
