// Fills up what a format's own reader left out, so that every view has the same shape.
import type { EuElement, LearningAchievement, Stated } from '../../model/achievement.ts';
import type { LocalisedText } from '../../model/localised.ts';

export type Elements = Readonly<Partial<Record<EuElement, Stated | null>>>;
export type PartialAchievement = Omit<Partial<LearningAchievement>, 'elements' | 'languages'> & {
  readonly elements: Elements;
  /** A language stated for the whole (`inLanguage`). */
  readonly language?: string | null;
};

/** The whole view: nothing stated where `partial` says nothing, and every language that occurs. */
export function completeAchievement(partial: PartialAchievement): LearningAchievement {
  const { language = null, elements: stated, ...rest } = partial;
  const elements = fillElements(stated);
  const view = {
    title: [],
    description: [],
    type: null,
    issuerName: [],
    image: null,
    workload: [],
    levels: [],
    results: [],
    alignments: [],
    evidence: [],
    parts: [],
    endorsements: [],
    parties: [],
    supervision: null,
    ...rest,
    elements,
  };
  return { ...view, languages: languagesOf(language, [...textsOf(view), ...statedTexts(elements)]) };
}

function fillElements(stated: Elements): Readonly<Record<EuElement, Stated | null>> {
  return {
    learner: stated.learner ?? null,
    title: stated.title ?? null,
    'issuer-country': stated['issuer-country'] ?? null,
    'awarding-body': stated['awarding-body'] ?? null,
    'issue-date': stated['issue-date'] ?? null,
    'learning-outcomes': stated['learning-outcomes'] ?? null,
    workload: stated.workload ?? null,
    level: stated.level ?? null,
    assessment: stated.assessment ?? null,
    participation: stated.participation ?? null,
    'quality-assurance': stated['quality-assurance'] ?? null,
  };
}

function textsOf(view: Omit<LearningAchievement, 'languages'>): readonly LocalisedText[] {
  return [
    view.title,
    view.description,
    view.issuerName,
    ...view.results.map((result) => result.label),
    ...view.alignments.map((alignment) => alignment.name),
    ...view.evidence.flatMap((item) => [item.name, item.description]),
    ...view.parts.map((part) => part.title),
    ...view.endorsements.flatMap((endorsement) => [endorsement.by, endorsement.comment]),
    ...view.parties.map((party) => party.name),
  ];
}

function statedTexts(elements: Readonly<Record<EuElement, Stated | null>>): readonly LocalisedText[] {
  return Object.values(elements).flatMap((element) => element?.values ?? []);
}

function languagesOf(whole: string | null, texts: readonly LocalisedText[]): readonly string[] {
  const tags = texts.flatMap((text) => text.map((entry) => entry.language));
  return [...new Set([whole, ...tags])].filter((tag) => tag !== null);
}
