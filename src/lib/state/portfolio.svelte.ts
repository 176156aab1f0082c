// Portfolios as state: what stands where, and what each section amounts to. Every change is saved at once.
import { encodeBase64url } from '../core/bytes/base64url.ts';
import { sectionId } from '../core/model/brand.ts';
import type { CredentialId, PortfolioId, SectionId } from '../core/model/brand.ts';
import type { Portfolio, PortfolioTemplate } from '../core/model/portfolio.ts';
import {
  arrangeSection,
  moveEntry,
  placeCredential,
  removeEntry,
  shiftEntry,
} from '../core/portfolio/arrange-merits.ts';
import type { Move } from '../core/portfolio/arrange-merits.ts';
import {
  addSection,
  removeSection,
  renameSection,
  restoreSection,
  shiftSection,
} from '../core/portfolio/arrange-sections.ts';
import { createPortfolio } from '../core/portfolio/create-portfolio.ts';
import { TEMPLATES } from '../core/portfolio/find-template.ts';
import type { StorageFailure, Stored } from '../core/ports.ts';
import { world } from './compose.ts';

const ID_BYTES = 12;

class Portfolios {
  #all = $state.raw<readonly Portfolio[]>([]);
  #loading = $state(true);
  #failure = $state<StorageFailure | null>(null);
  #opened: Promise<void> | null = null;
  /** Changes are written one after another, each on top of the one before. */
  #last: Promise<unknown> = Promise.resolve();

  readonly templates: readonly PortfolioTemplate[] = TEMPLATES;

  /** Oldest first. */
  get all(): readonly Portfolio[] {
    return this.#all;
  }

  get loading(): boolean {
    return this.#loading;
  }

  /** The last thing storage refused; the arrangement shown is what is saved. */
  get failure(): StorageFailure | null {
    return this.#failure;
  }

  open(): Promise<void> {
    this.#opened ??= this.#start();
    return this.#opened;
  }

  /** A new portfolio with the template's headings. */
  async create(template: PortfolioTemplate, name = ''): Promise<Stored<Portfolio>> {
    await this.open();
    const portfolio = createPortfolio({ template, name, now: world().clock(), newId });
    const stored = await this.#save(portfolio);
    return stored.ok ? { ok: true, value: portfolio } : stored;
  }

  async remove(id: PortfolioId): Promise<Stored<null>> {
    const removed = await world().portfolios.remove(id);
    this.#failure = removed.ok ? null : removed.failure;
    if (removed.ok) this.#all = this.#all.filter((one) => one.id !== id);
    return removed;
  }

  /** Undoes `remove`. */
  restore(portfolio: Portfolio): Promise<Stored<null>> {
    return this.#save(portfolio);
  }

  place(id: PortfolioId, section: SectionId, credential: CredentialId, position?: number): Promise<Stored<null>> {
    return this.#change(id, (one) => placeCredential(one, section, credential, position));
  }

  takeOut(id: PortfolioId, section: SectionId, credential: CredentialId): Promise<Stored<null>> {
    return this.#change(id, (one) => removeEntry(one, section, credential));
  }

  move(id: PortfolioId, move: Move): Promise<Stored<null>> {
    return this.#change(id, (one) => moveEntry(one, move));
  }

  shift(id: PortfolioId, section: SectionId, credential: CredentialId, step: -1 | 1): Promise<Stored<null>> {
    return this.#change(id, (one) => shiftEntry(one, section, credential, step));
  }

  arrange(id: PortfolioId, section: SectionId, order: readonly CredentialId[]): Promise<Stored<null>> {
    return this.#change(id, (one) => arrangeSection(one, section, order));
  }

  /** The id of the section that was added, when it was. */
  async addSection(id: PortfolioId, title: string): Promise<Stored<SectionId>> {
    const section = sectionId(newId());
    const added = await this.#change(id, (one) => addSection(one, section, title));
    return added.ok ? { ok: true, value: section } : added;
  }

  renameSection(id: PortfolioId, section: SectionId, title: string): Promise<Stored<null>> {
    return this.#change(id, (one) => renameSection(one, section, title));
  }

  removeSection(id: PortfolioId, section: SectionId): Promise<Stored<null>> {
    return this.#change(id, (one) => removeSection(one, section));
  }

  /** Undoes `removeSection`: `before` is the portfolio as it was. */
  restoreSection(before: Portfolio, section: SectionId): Promise<Stored<null>> {
    const position = before.sections.findIndex(({ id }) => id === section);
    const removed = before.sections[position];
    if (!removed) return Promise.resolve({ ok: true, value: null });
    return this.#change(before.id, (one) => restoreSection(one, removed, position));
  }

  shiftSection(id: PortfolioId, section: SectionId, step: -1 | 1): Promise<Stored<null>> {
    return this.#change(id, (one) => shiftSection(one, section, step));
  }

  async #start(): Promise<void> {
    await this.#read();
    this.#loading = false;
    // Another tab may have changed something: what is stored is what is shown.
    world().portfolios.watch(() => void this.#inTurn(() => this.#read()));
  }

  async #read(): Promise<void> {
    const all = await world().portfolios.all();
    this.#failure = all.ok ? null : all.failure;
    if (all.ok) this.#all = all.value.toSorted((a, b) => a.created - b.created || (a.id < b.id ? -1 : 1));
  }

  #change(id: PortfolioId, change: (portfolio: Portfolio) => Portfolio): Promise<Stored<null>> {
    return this.#inTurn(async () => {
      const before = this.#all.find((one) => one.id === id);
      const after = before && change(before);
      if (!after || after === before) return { ok: true, value: null };
      return this.#save(after);
    });
  }

  /** Shown at once, so that a drag does not jump back; taken back when storage refuses. */
  async #save(portfolio: Portfolio): Promise<Stored<null>> {
    const before = this.#all;
    this.#all = before.some(({ id }) => id === portfolio.id)
      ? before.map((one) => (one.id === portfolio.id ? portfolio : one))
      : [...before, portfolio];
    const stored = await world().portfolios.put(portfolio);
    this.#failure = stored.ok ? null : stored.failure;
    if (!stored.ok) this.#all = before;
    return stored;
  }

  #inTurn<T>(task: () => Promise<T>): Promise<T> {
    const mine = this.#last.then(task);
    this.#last = mine.catch(() => undefined);
    return mine;
  }
}

export const portfolios = new Portfolios();

const newId = (): string => encodeBase64url(world().random(ID_BYTES));
