// One writer at a time, over all tabs where the browser has Web Locks, else within this one.
export type OneAtATime = <T>(task: () => Promise<T>) => Promise<T>;

export function oneAtATime(name: string): OneAtATime {
  // Absent in Node 20 and outside secure contexts, whatever the types say.
  if (typeof navigator !== 'undefined' && 'locks' in navigator) return (task) => navigator.locks.request(name, task);
  let last: Promise<unknown> = Promise.resolve();
  return (task) => {
    const mine = last.then(task, task);
    last = mine;
    return mine;
  };
}
