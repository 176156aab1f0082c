// Which statements of a document the issuer's mandatory pointers stand for (vc-di-ecdsa §3.4.12). Calls
// @digitalbazaar/di-sd-primitives, with contexts in hand only; what it throws is null.
// It does not know lists in JSON-LD (`allowedValue` of a badge), neither to issue nor to read: then nothing can be told.
import { canonicalizeAndGroup } from '@digitalbazaar/di-sd-primitives';
import { loadBundledContext } from '../../../contexts/load-bundled-context.ts';
import type { JsonObject } from '../../../model/json.ts';

type Labels = (canonical: readonly string[]) => ReadonlyMap<string, string>;

/** Statements that `pointers` select, with blank nodes named by `labels`; null when the library gives up. */
export async function mandatoryQuads(
  document: JsonObject,
  pointers: readonly string[],
  labels: Labels,
): Promise<ReadonlySet<string> | null> {
  if (pointers.length === 0) return new Set();
  try {
    const { groups } = await canonicalizeAndGroup({
      document,
      labelMapFactoryFunction: ({ canonicalIdMap }) => Promise.resolve(named(canonicalIdMap, labels)),
      groups: { mandatory: pointers },
      options: { documentLoader: loadBundledContext },
    });
    return new Set(groups.mandatory.matching.values());
  } catch {
    return null;
  }
}

/** The library asks by its own input labels. */
function named(canonicalIdMap: ReadonlyMap<string, string>, labels: Labels): Map<string, string> {
  const byCanonical = labels([...canonicalIdMap.values()]);
  return new Map([...canonicalIdMap].map(([input, canonical]) => [input, byCanonical.get(canonical) ?? '']));
}
