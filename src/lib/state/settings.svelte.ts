// Settings as state: whether the browser keeps the wallet, since when it was asked, and the learner's e-mail addresses.
import { askForPersistence, persistence } from '../adapters/platform/persistence.ts';
import type { Persistence } from '../adapters/platform/persistence.ts';
import { encodeUtf8 } from '../core/bytes/utf8.ts';
import type { StorageFailure, Stored } from '../core/ports.ts';
import { world } from './compose.ts';

const ASKED = 'persistence-asked';
const ADDRESSES = 'addresses';
const MAX_ADDRESSES = 50;
/** RFC 5321 §4.5.3.1: a path has at most 254 octets between its brackets. */
const MAX_OCTETS = 254;

export type AddressProblem = 'not-an-address' | 'already-here' | 'too-many' | StorageFailure;

class Settings {
  #persistence = $state<Persistence>('unknown');
  #asked = $state(false);
  #keysGuarded = $state(true);
  #addresses = $state.raw<readonly string[]>([]);

  /** E-mail addresses of the learner, as they wrote them. Never sent: a badge's recipient is matched against them. */
  get addresses(): readonly string[] {
    return this.#addresses;
  }

  /** `kept`: the browser promised not to clear the wallet by itself. */
  get persistence(): Persistence {
    return this.#persistence;
  }

  /** The browser has been asked, here or at the first keep. */
  get asked(): boolean {
    return this.#asked;
  }

  /** False: this browser cannot store a key that no script can read, so holder keys are kept with less protection. */
  get keysGuarded(): boolean {
    return this.#keysGuarded;
  }

  /** Reads what holds now; asks the browser nothing. */
  async open(): Promise<void> {
    const asked = await world().settings.get(ASKED);
    this.#asked = asked.ok && asked.value !== null;
    await this.#readAddresses();
    const guarded = await world().keys.guarded();
    this.#keysGuarded = !guarded.ok || guarded.value !== false;
    this.#persistence = await persistence();
  }

  /** Null when it is kept. */
  async addAddress(text: string): Promise<AddressProblem | null> {
    const address = text.trim();
    await this.#readAddresses();
    if (!/^[^\s@]+@[^\s@]+$/.test(address) || encodeUtf8(address).length > MAX_OCTETS) return 'not-an-address';
    if (this.#addresses.some((one) => one.toLowerCase() === address.toLowerCase())) return 'already-here';
    if (this.#addresses.length >= MAX_ADDRESSES) return 'too-many';
    const kept = await this.#keepAddresses([...this.#addresses, address]);
    return kept.ok ? null : kept.failure;
  }

  async removeAddress(address: string): Promise<Stored<null>> {
    await this.#readAddresses();
    return this.#keepAddresses(this.#addresses.filter((one) => one !== address));
  }

  /** Another tab, or nobody yet, may have read them: what is written must hold what is there. */
  async #readAddresses(): Promise<void> {
    const kept = await world().settings.get(ADDRESSES);
    if (kept.ok) this.#addresses = kept.value?.split('\n').filter((one) => one !== '') ?? [];
  }

  async #keepAddresses(addresses: readonly string[]): Promise<Stored<null>> {
    const kept = await world().settings.set(ADDRESSES, addresses.join('\n'));
    if (kept.ok) this.#addresses = addresses;
    return kept;
  }

  async askToKeep(): Promise<void> {
    this.#persistence = await askForPersistence();
    this.#asked = true;
    await world().settings.set(ASKED, new Date(world().clock() * 1000).toISOString());
  }

  /** At the first keep, and never again by itself: the answer stands in Settings. */
  async askOnce(): Promise<void> {
    await this.open();
    if (!this.#asked && this.#persistence !== 'kept') await this.askToKeep();
  }
}

export const settings = new Settings();
