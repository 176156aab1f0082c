// What JSON-LD libraries ask for a context: those in hand, never the network.
import { bundledContext } from './bundled-contexts.ts';

/** A document loader (JSON-LD 1.1 API §9.4.2) that rejects every address not in hand. */
export function loadBundledContext(url: string): Promise<unknown> {
  const document = bundledContext(url);
  if (document === null) return Promise.reject(new Error('context not in hand'));
  return Promise.resolve({ contextUrl: null, documentUrl: url, document });
}
