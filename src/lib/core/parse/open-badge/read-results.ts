// Results: each names, by id, the description that says what it measures (OB 3.0 Result, ResultDescription).
import type { Result } from '../../model/achievement.ts';
import { localisedOf, nodeAt, nodesOf, textOf } from '../achievement/claim-node.ts';
import type { ClaimNode } from '../achievement/claim-node.ts';

export function readResults(subject: ClaimNode, achievement: ClaimNode, language: string | null): readonly Result[] {
  const descriptions = nodesOf(nodeAt(achievement, 'resultDescription'));
  return nodesOf(nodeAt(subject, 'result')).flatMap((result) => {
    const id = textOf(nodeAt(result, 'resultDescription'));
    const description = descriptions.find((node) => id !== null && textOf(nodeAt(node, 'id')) === id);
    const value = valueOf(result, descriptions);
    const label = description === undefined ? [] : localisedOf(nodeAt(description, 'name'), language);
    return value === null ? [] : [{ label, value }];
  });
}

/** The stated value, the name of the rubric level achieved, or a status such as `Completed`. */
function valueOf(result: ClaimNode, descriptions: readonly ClaimNode[]): string | null {
  const { value } = nodeAt(result, 'value');
  const stated = typeof value === 'number' ? String(value) : textOf(nodeAt(result, 'value'));
  const achieved = textOf(nodeAt(result, 'achievedLevel'));
  const levels = descriptions.flatMap((description) => nodesOf(nodeAt(description, 'rubricCriterionLevel')));
  const level = levels.find((node) => achieved !== null && textOf(nodeAt(node, 'id')) === achieved);
  const named = level === undefined ? null : (textOf(nodeAt(level, 'name')) ?? textOf(nodeAt(level, 'level')));
  return stated ?? named ?? textOf(nodeAt(result, 'status')) ?? achieved;
}
