// Claims -> LearningAchievement.
import { EU_ELEMENTS } from '../../model/achievement.ts';
import type { EuElement, LearningAchievement, Stated } from '../../model/achievement.ts';
import type { JsonObject } from '../../model/json.ts';
import { readLocalised } from '../read-localised.ts';

export function readAchievement(document: JsonObject, types: readonly string[]): LearningAchievement {
  const none: [EuElement, Stated | null][] = EU_ELEMENTS.map((element) => [element, null]);
  return {
    title: readLocalised(document['name'] ?? document['title'] ?? types.at(-1)),
    description: [],
    type: types.at(-1) ?? null,
    issuerName: [],
    image: null,
    elements: Object.fromEntries(none) as Record<EuElement, Stated | null>,
    workload: [],
    levels: [],
    results: [],
    alignments: [],
    evidence: [],
    parts: [],
    languages: [],
  };
}
