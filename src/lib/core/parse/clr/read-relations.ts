// CLR associations (CLR 2.0 §4.2): how achievements, named by ACHIEVEMENT id and not credential id, belong together.
import { nodeAt, textOf } from '../achievement/claim-node.ts';
import type { ClaimNode } from '../achievement/claim-node.ts';

/** The same said from the other end. Words without one say nothing of the target. */
const SEEN_FROM_TARGET: ReadonlyMap<string, string> = new Map([
  ['isParentOf', 'isChildOf'],
  ['isChildOf', 'isParentOf'],
  ['isPeerOf', 'isPeerOf'],
  ['isRelatedTo', 'isRelatedTo'],
  ['exactMatchOf', 'exactMatchOf'],
]);

/** Achievement id -> what it is to another: the issuer's word where it is the source, that word's inverse where the target. */
export function readRelations(associations: readonly ClaimNode[]): ReadonlyMap<string, string> {
  const relations = new Map<string, string>();
  const targets = new Map<string, string>();
  for (const association of associations) {
    const type = textOf(nodeAt(association, 'associationType'));
    const source = textOf(nodeAt(association, 'sourceId'));
    const target = textOf(nodeAt(association, 'targetId'));
    if (type === null) continue;
    if (source !== null && !relations.has(source)) relations.set(source, type);
    const inverse = SEEN_FROM_TARGET.get(type);
    if (target !== null && inverse !== undefined && !targets.has(target)) targets.set(target, inverse);
  }
  return new Map([...targets, ...relations]);
}
