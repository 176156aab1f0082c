// Settings as state: whether the browser keeps the wallet, and since when it was asked.
import { askForPersistence, persistence } from '../adapters/platform/persistence.ts';
import type { Persistence } from '../adapters/platform/persistence.ts';
import { world } from './compose.ts';

const ASKED = 'persistence-asked';

class Settings {
  #persistence = $state<Persistence>('unknown');
  #asked = $state(false);
  #keysGuarded = $state(true);

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
    const guarded = await world().keys.guarded();
    this.#keysGuarded = !guarded.ok || guarded.value !== false;
    this.#persistence = await persistence();
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
