import type { Random } from '../../core/ports.ts';

/** The browser's cryptographic random source. */
export const systemRandom: Random = (length) => crypto.getRandomValues(new Uint8Array(length));
