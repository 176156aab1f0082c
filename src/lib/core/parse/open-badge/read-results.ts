// Results: each names, by id, the description that says what it measures (OB 3.0 Result, ResultDescription).
import type { Result } from '../../model/achievement.ts';
import { plainText } from '../../model/localised.ts';
import type { LocalisedText } from '../../model/localised.ts';
import { localisedOf, nodeAt, nodesOf, textOf } from '../achievement/claim-node.ts';
import type { ClaimNode } from '../achievement/claim-node.ts';

type ById = ReadonlyMap<string | null, ClaimNode>;

export function readResults(subject: ClaimNode, achievement: ClaimNode, language: string | null): readonly Result[] {
  const described = nodesOf(nodeAt(achievement, 'resultDescription'));
  const descriptions = byId(described);
  const levels = byId(described.flatMap(levelsOf));
  return nodesOf(nodeAt(subject, 'result')).flatMap((result) => {
    const description = descriptions.get(textOf(nodeAt(result, 'resultDescription')));
    const label = description === undefined ? [] : localisedOf(nodeAt(description, 'name'), language);
    const value = valueOf(result, levels);
    if (value === null) return [];
    const achieved = textOf(nodeAt(result, 'achievedLevel'));
    const rubric = described.find((one) => levelsOf(one).some((level) => textOf(nodeAt(level, 'id')) === achieved));
    const stated = shortText(nodeAt(result, 'value')) !== null;
    const scale = stated ? scaleOf(description, language) : achieved === null ? [] : rubricOf(rubric, language);
    return [{ label, value, scale, path: result.path }];
  });
}

function byId(nodes: readonly ClaimNode[]): ById {
  return new Map(nodes.map((node) => [textOf(nodeAt(node, 'id')) ?? '', node]));
}

const levelsOf = (description: ClaimNode): readonly ClaimNode[] => nodesOf(nodeAt(description, 'rubricCriterionLevel'));

/** The stated value, the name of the rubric level achieved, or a status such as `Completed`. */
function valueOf(result: ClaimNode, levels: ById): string | null {
  const achieved = textOf(nodeAt(result, 'achievedLevel'));
  const level = levels.get(achieved);
  const named = level === undefined ? null : (textOf(nodeAt(level, 'name')) ?? textOf(nodeAt(level, 'level')));
  return shortText(nodeAt(result, 'value')) ?? named ?? textOf(nodeAt(result, 'status')) ?? achieved;
}

/** The values that can be had, the range of them, or the levels of the rubric, as one line. */
function scaleOf(description: ClaimNode | undefined, language: string | null): LocalisedText {
  if (description === undefined) return [];
  const allowed = nodesOf(nodeAt(description, 'allowedValue'))
    .map(shortText)
    .filter((text) => text !== null);
  if (allowed.length > 0) return plainText(allowed.join(', '));
  const [least, most] = [shortText(nodeAt(description, 'valueMin')), shortText(nodeAt(description, 'valueMax'))];
  if (least !== null || most !== null) return plainText(`${least ?? ''}–${most ?? ''}`);
  return rubricOf(description, language);
}

function rubricOf(description: ClaimNode | undefined, language: string | null): LocalisedText {
  if (description === undefined) return [];
  const names = levelsOf(description).map(
    (level) => localisedOf(nodeAt(level, 'name'), language)[0]?.text ?? shortText(nodeAt(level, 'level')),
  );
  const named = names.filter((name) => typeof name === 'string');
  return named.length === 0 ? [] : [{ language, text: named.join(', ') }];
}

function shortText(node: ClaimNode): string | null {
  return typeof node.value === 'number' ? String(node.value) : textOf(node);
}
