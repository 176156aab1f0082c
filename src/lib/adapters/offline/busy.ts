// A tab that shows a code, scans or imports says so by a lock that every other tab can see.
import { BUSY_LOCK } from './names.ts';

let held = 0;

/** Marks this tab as busy until the returned function is called (calling it twice does no harm). */
export function beBusy(): () => void {
  let release = (): void => undefined;
  const until = new Promise<void>((resolve) => (release = resolve));
  held += 1;
  void navigator.locks.request(BUSY_LOCK, { mode: 'shared' }, () => until).catch(() => undefined);
  let done = false;
  return () => {
    if (done) return;
    done = true;
    held -= 1;
    release();
  };
}

/** True when another tab of this app is busy. This tab's own locks are subtracted. */
export async function isAnotherTabBusy(): Promise<boolean> {
  const { held: locks = [] } = await navigator.locks.query();
  return locks.filter(({ name }) => name === BUSY_LOCK).length > held;
}
