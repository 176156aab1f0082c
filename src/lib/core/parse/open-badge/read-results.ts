// Results: each names, by id, the description that says what it measures (OB 3.0 Result, ResultDescription).
import type { Result } from '../../model/achievement.ts';
import { localisedOf, nodeAt, nodesOf, textOf } from '../achievement/claim-node.ts';
import type { ClaimNode } from '../achievement/claim-node.ts';

export function readResults(subject: ClaimNode, achievement: ClaimNode, language: string | null): readonly Result[] {
  const described = nodesOf(nodeAt(achievement, 'resultDescription'));
  const descriptions = byId(described);
  const levels = byId(described.flatMap((description) => nodesOf(nodeAt(description, 'rubricCriterionLevel'))));
  return nodesOf(nodeAt(subject, 'result')).flatMap((result) => {
    const description = descriptions.get(textOf(nodeAt(result, 'resultDescription')));
    const label = description === undefined ? [] : localisedOf(nodeAt(description, 'name'), language);
    const value = valueOf(result, levels);
    return value === null ? [] : [{ label, value, scale: [], path: result.path }];
  });
}

function byId(nodes: readonly ClaimNode[]): ReadonlyMap<string | null, ClaimNode> {
  return new Map(nodes.map((node) => [textOf(nodeAt(node, 'id')) ?? '', node]));
}

/** The stated value, the name of the rubric level achieved, or a status such as `Completed`. */
function valueOf(result: ClaimNode, levels: ReadonlyMap<string | null, ClaimNode>): string | null {
  const { value } = nodeAt(result, 'value');
  const stated = typeof value === 'number' ? String(value) : textOf(nodeAt(result, 'value'));
  const achieved = textOf(nodeAt(result, 'achievedLevel'));
  const level = levels.get(achieved);
  const named = level === undefined ? null : (textOf(nodeAt(level, 'name')) ?? textOf(nodeAt(level, 'level')));
  return stated ?? named ?? textOf(nodeAt(result, 'status')) ?? achieved;
}
