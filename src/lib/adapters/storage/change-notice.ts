// Tells the other parts of this tab, and other tabs, that a table changed. Nothing but the table's name is said.
export interface ChangeNotice {
  tell(table: string): void;
  /** Returns how to stop listening. */
  listen(table: string, changed: () => void): () => void;
  close(): void;
}

/** Notices within this tab only. */
export function localNotice(): ChangeNotice {
  const listeners = new Map<string, Set<() => void>>();
  return {
    tell: (table) => listeners.get(table)?.forEach((changed) => changed()),
    listen: (table, changed) => {
      const set = listeners.get(table) ?? new Set();
      listeners.set(table, set.add(changed));
      return () => set.delete(changed);
    },
    close: () => listeners.clear(),
  };
}

/** Notices within this tab and, over a BroadcastChannel of `name`, in every other tab of this origin. */
export function sharedNotice(name: string): ChangeNotice {
  const local = localNotice();
  const channel = new BroadcastChannel(name);
  channel.onmessage = ({ data }: MessageEvent<unknown>) => {
    if (typeof data === 'string') local.tell(data);
  };
  return {
    tell: (table) => {
      local.tell(table);
      channel.postMessage(table);
    },
    listen: (table, changed) => local.listen(table, changed),
    close: () => {
      channel.close();
      local.close();
    },
  };
}
