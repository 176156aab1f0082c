// Whom an achievement subject is: a name if there is one, else an identifier, else an id.
import type { Stated } from '../../model/achievement.ts';
import { plainText } from '../../model/localised.ts';
import { nodeAt, nodesOf, statedBy, textOf } from '../achievement/claim-node.ts';
import type { ClaimNode } from '../achievement/claim-node.ts';

export function readLearner(subject: ClaimNode): Stated | null {
  const identifiers = nodesOf(nodeAt(subject, 'identifier'));
  const readable = identifiers.filter((identifier) => nodeAt(identifier, 'hashed').value === false);
  const named = readable.filter((identifier) => textOf(nodeAt(identifier, 'identityType')) === 'name');
  return (
    statedBy([nodeAt(subject, 'name')]) ??
    readFullName(subject, 'givenName', 'familyName') ??
    statedBy([...named, ...readable].map((identifier) => nodeAt(identifier, 'identityHash'))) ??
    // A hash identifies the learner to whoever knows the name, so it states something.
    statedBy([nodeAt(subject, 'id'), ...identifiers.map((identifier) => nodeAt(identifier, 'identityHash'))])
  );
}

/** Given and family name together; either alone when only one is there (the other may be undisclosed). */
export function readFullName(node: ClaimNode, given: string, family: string): Stated | null {
  const names = [nodeAt(node, given), nodeAt(node, family)].filter((part) => textOf(part) !== null);
  if (names.length === 0) return null;
  return {
    values: [plainText(names.map((part) => textOf(part)).join(' '))],
    path: names.map((part) => part.path).join(', '),
  };
}
