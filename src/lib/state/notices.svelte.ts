// What just happened, with a way back, said once at the bottom of the page.
export interface NoticeText {
  readonly message: string;
  /** Label of the way back; null for "Undo". */
  readonly actionLabel?: string;
  readonly action?: () => void | Promise<void>;
}

/** Long enough to read, reach and decide (WCAG 2.2.1: at least 20 seconds). */
const STAYS_MS = 30_000;

class Notices {
  #current = $state.raw<NoticeText | null>(null);
  #timer: ReturnType<typeof setTimeout> | undefined;

  get current(): NoticeText | null {
    return this.#current;
  }

  /** Shows `notice` in place of the one before. */
  say(notice: NoticeText): void {
    clearTimeout(this.#timer);
    this.#current = notice;
    this.#timer = setTimeout(() => this.clear(), STAYS_MS);
  }

  clear(): void {
    clearTimeout(this.#timer);
    this.#current = null;
  }

  /** Takes the way back and says nothing more. */
  act(): void {
    const action = this.#current?.action;
    this.clear();
    void action?.();
  }
}

export const notices = new Notices();
