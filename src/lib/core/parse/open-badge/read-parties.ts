// Who stands beside the issuer (OB 3.0 `source`, `creator`, `parentOrg`). A name alone; the issuer answers for all.
import type { Party } from '../../model/achievement.ts';
import { localisedOf, nodeAt, textOf } from '../achievement/claim-node.ts';
import type { ClaimNode } from '../achievement/claim-node.ts';

/** Without those that are the issuer itself. */
export function readParties(credential: ClaimNode, subject: ClaimNode): readonly Party[] {
  const issuer = nodeAt(credential, 'issuer');
  const issuerId = textOf(issuer) ?? textOf(nodeAt(issuer, 'id'));
  const named: readonly (readonly [Party['role'], ClaimNode])[] = [
    ['assessor', nodeAt(subject, 'source')],
    ['creator', nodeAt(subject, 'achievement', 'creator')],
    ['parent-organisation', nodeAt(issuer, 'parentOrg')],
  ];
  return named.flatMap(([role, node]) => {
    const id = textOf(node) ?? textOf(nodeAt(node, 'id'));
    const name = localisedOf(nodeAt(node, 'name'));
    if ((name.length === 0 && id === null) || (id !== null && id === issuerId)) return [];
    return [{ role, name, id, path: node.path }];
  });
}
