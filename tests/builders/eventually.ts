// Waits for what happens by itself, also on a machine that has much else to do.
import { vi } from 'vitest';

export const eventually = <T>(expectation: () => T | Promise<T>): Promise<T> =>
  vi.waitFor(expectation, { timeout: 30_000, interval: 5 });
