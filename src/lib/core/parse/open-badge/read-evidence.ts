// Evidence of an achievement (OB 3.0 Evidence, VCDM `evidence`).
import type { EvidenceItem } from '../../model/achievement.ts';
import { firstText, localisedOf, nodeAt, statedBy, textOf } from '../achievement/claim-node.ts';
import type { ClaimNode } from '../achievement/claim-node.ts';

const ADDRESS = /^(?:https?:\/\/|mailto:)/i;

export function readEvidence(items: readonly ClaimNode[], language: string | null): readonly EvidenceItem[] {
  return items.map((item) => {
    const id = textOf(nodeAt(item, 'id'));
    return {
      name: localisedOf(nodeAt(item, 'name'), language),
      description: firstText(statedBy([nodeAt(item, 'description'), nodeAt(item, 'narrative')], language)),
      // `javascript:` and the like never become links (THREATS B15).
      url: id !== null && ADDRESS.test(id) ? id : null,
      path: item.path,
    };
  });
}
