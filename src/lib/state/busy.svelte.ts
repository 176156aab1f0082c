// Whether the corridor is slow to answer, so that a page can say so and offer to wait or leave.
class Busy {
  #slow = $state(false);

  get slow(): boolean {
    return this.#slow;
  }

  takingLong(long: boolean): void {
    this.#slow = long;
  }
}

export const busy = new Busy();
