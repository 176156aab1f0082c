// Flat SD-JWT VC claims -> view, by a table of claim names.
import type { Alignment, LearningAchievement, Level, Part, Result, Stated } from '../../model/achievement.ts';
import { plainText } from '../../model/localised.ts';
import {
  firstText,
  localisedOf,
  nodeAt,
  nodeAtPath,
  nodesOf,
  numberOf,
  statedBy,
  textOf,
} from '../achievement/claim-node.ts';
import type { ClaimNode } from '../achievement/claim-node.ts';
import { completeAchievement } from '../achievement/complete-achievement.ts';
import type { Elements } from '../achievement/complete-achievement.ts';
import { readLevel } from '../achievement/read-level.ts';
import { workloadWithUnit } from '../achievement/read-workload.ts';
import type { ClaimTable } from './claim-table.ts';

export function flatAchievement(claims: ClaimNode, table: ClaimTable, type: string | null): LearningAchievement {
  const find = (paths: readonly string[] | undefined): readonly ClaimNode[] =>
    (paths ?? []).map((path) => nodeAtPath(claims, path));
  const elements: Elements = {
    ...Object.fromEntries(Object.entries(table.elements).map(([element, paths]) => [element, statedBy(find(paths))])),
    learner: readLearner(find, table),
    workload: stateWorkload(find(table.workload)),
    level: statedBy(find(table.level)),
  };
  return completeAchievement({
    title: firstText(elements.title ?? null),
    description: firstText(statedBy(find(table.description))),
    type,
    issuerName: firstText(elements['awarding-body'] ?? null),
    elements: { ...elements, 'issue-date': elements['issue-date'] ?? issueDateFromJwt(claims) },
    workload: find(table.workload)
      .map(workloadWithUnit)
      .filter((workload) => workload !== null),
    levels: readLevels(find(table.level)),
    results: readResults(find(table.grade), find(table.gradingScheme)),
    alignments: [...readSkills(find(table.skills)), ...readField(find(table.field))],
    parts: readWhole(find(table.whole)),
    supervision: statedBy(find(table.supervision)),
  });
}

type Find = (paths: readonly string[]) => readonly ClaimNode[];

function readLearner(find: Find, { learner }: ClaimTable): Stated | null {
  const names = [learner.given, learner.family]
    .map((paths) => find(paths).find((node) => textOf(node) !== null))
    .filter((node) => node !== undefined);
  if (names.length === 0) return statedBy(find(learner.other));
  const text = names.map((node) => textOf(node)).join(' ');
  return { values: [plainText(text)], path: names.map((node) => node.path).join(', ') };
}

/** As written, also when the unit is not one that can be summed. */
function stateWorkload(nodes: readonly ClaimNode[]): Stated | null {
  for (const node of nodes) {
    const amount = numberOf(nodeAt(node, 'value'));
    const unit = textOf(nodeAt(node, 'unit')) ?? '';
    if (amount !== null) return { values: [plainText(`${String(amount)} ${unit}`.trim())], path: node.path };
  }
  return statedBy(nodes);
}

/** `iat` is when the token was made, which is the issue date when no other is stated. */
function issueDateFromJwt(claims: ClaimNode): Stated | null {
  const iat = nodeAt(claims, 'iat');
  const seconds = numberOf(iat);
  if (seconds === null || Math.abs(seconds) > 253_402_300_799) return null;
  return { values: [plainText(new Date(seconds * 1000).toISOString().slice(0, 10))], path: iat.path };
}

function readLevels(nodes: readonly ClaimNode[]): readonly Level[] {
  return nodes.map(readLevel).filter((level) => level !== null);
}

function readResults(grades: readonly ClaimNode[], schemes: readonly ClaimNode[]): readonly Result[] {
  const stated = statedBy(grades);
  const [grade] = firstText(stated);
  return grade === undefined
    ? []
    : [{ label: [], value: grade.text, scale: firstText(statedBy(schemes)), path: stated?.path ?? '' }];
}

function readSkills(nodes: readonly ClaimNode[]): readonly Alignment[] {
  return nodes.flatMap(nodesOf).flatMap((node) => {
    const text = textOf(node);
    if (text === null) return [];
    const address = /^https?:\/\//i.test(text);
    return [
      {
        name: address ? [] : plainText(text),
        framework: 'ESCO',
        code: null,
        url: address ? text : null,
        type: null,
        path: node.path,
      },
    ];
  });
}

/** ISCED-F 2013 codes have two to four digits; anything else is only a name. */
function readField(nodes: readonly ClaimNode[]): readonly Alignment[] {
  return nodes.flatMap((node) => {
    const text = textOf(node);
    if (text === null) return [];
    const code = /^\d{2,4}$/.test(text) ? text : null;
    return [
      {
        name: code === null ? plainText(text) : [],
        framework: 'ISCED-F',
        code,
        url: null,
        type: null,
        path: node.path,
      },
    ];
  });
}

function readWhole(nodes: readonly ClaimNode[]): readonly Part[] {
  return nodes
    .map((node) => ({ title: localisedOf(node), path: node.path }))
    .filter(({ title }) => title.length > 0)
    .map(({ title, path }) => ({ id: null, title, workload: null, relation: 'isPartOf', path }));
}
