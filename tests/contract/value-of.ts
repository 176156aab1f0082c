import type { Stored } from '../../src/lib/core/ports.ts';

/** The value, or a failed test. */
export function valueOf<T>(result: Stored<T>): T {
  if (!result.ok) throw new Error(`storage failed: ${result.failure}`);
  return result.value;
}
