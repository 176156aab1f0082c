// Runs a task over many things, a few at a time, and tells how far it has come.
export interface Turns {
  readonly progress?: (done: number, total: number) => void;
  /** Stops before the next thing; what is under way is finished. */
  readonly signal?: AbortSignal;
}

/** Results in the order of `things`; those that were not reached are left out. */
export async function inTurn<T, R>(
  things: readonly T[],
  atOnce: number,
  task: (thing: T) => Promise<R>,
  turns: Turns = {},
): Promise<R[]> {
  const results = new Map<number, R>();
  const queue = [...things.entries()].values();
  const run = async (): Promise<void> => {
    for (const [index, thing] of queue) {
      if (turns.signal?.aborted === true) return;
      results.set(index, await task(thing));
      turns.progress?.(results.size, things.length);
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, things.length) }, run));
  return [...results.entries()].sort(([a], [b]) => a - b).map(([, result]) => result);
}
