// One view of every learning achievement, whatever format carried it. Every value names the path it was read from.
import type { LocalisedText } from './localised.ts';

/** The 11 mandatory elements of an EU micro-credential (Council Recommendation 2022/C 243/02, Annex I). */
export const EU_ELEMENTS = [
  'learner',
  'title',
  'issuer-country',
  'awarding-body',
  'issue-date',
  'learning-outcomes',
  'workload',
  'level',
  'assessment',
  'participation',
  'quality-assurance',
] as const;
export type EuElement = (typeof EU_ELEMENTS)[number];

/** A value and where it stood: a JSON path such as `credentialSubject.achievement.name`. */
export interface Stated {
  readonly values: readonly LocalisedText[];
  readonly path: string;
}

export type WorkloadUnit = 'hp' | 'ects' | 'hours' | 'weeks' | 'credits';
export interface Workload {
  readonly amount: number;
  readonly unit: WorkloadUnit;
  readonly path: string;
}

export interface Level {
  /** `EQF`, `SeQF`, `QF-EHEA` or whatever framework the issuer named; null when not named. */
  readonly framework: string | null;
  readonly value: string;
  readonly path: string;
}

export interface Alignment {
  readonly name: LocalisedText;
  readonly framework: string | null;
  readonly code: string | null;
  readonly url: string | null;
  readonly type: string | null;
  readonly path: string;
}

export interface Result {
  readonly label: LocalisedText;
  readonly value: string;
  /** What it is measured by: a grading scheme, the allowed values, or the range of them. */
  readonly scale: LocalisedText;
  readonly path: string;
}

export interface EvidenceItem {
  readonly name: LocalisedText;
  readonly description: LocalisedText;
  readonly url: string | null;
  readonly path: string;
}

/** What another body says of it, of the achievement or of the issuer: carried along, never checked as its own credential. */
export interface Endorsement {
  readonly about: 'credential' | 'achievement' | 'issuer';
  readonly by: LocalisedText;
  readonly byId: string | null;
  readonly comment: LocalisedText;
  readonly path: string;
}

/** Others named with it: who assessed it for the issuer, who made it, what the issuer is part of. None of them vouches. */
export interface Party {
  readonly role: 'assessor' | 'creator' | 'parent-organisation';
  readonly name: LocalisedText;
  readonly id: string | null;
  readonly path: string;
}

/** A part of a stack: an achievement named inside this one (CLR association, ELM hasPart). */
export interface Part {
  readonly id: string | null;
  readonly title: LocalisedText;
  readonly workload: Workload | null;
  /** Association word as the issuer wrote it (`isPartOf`, `precedes`, …), or null when merely contained. */
  readonly relation: string | null;
  readonly path: string;
}

export interface AchievementImage {
  /** `data:` URI carried inside the credential. Remote images are never fetched: their address goes in `remote`. */
  readonly data: string | null;
  readonly remote: string | null;
  readonly caption: string | null;
}

export interface LearningAchievement {
  readonly title: LocalisedText;
  readonly description: LocalisedText;
  /** Achievement type as the issuer wrote it (`MicroCredential`, `Certificate`, a vct …). */
  readonly type: string | null;
  readonly issuerName: LocalisedText;
  readonly image: AchievementImage | null;
  readonly elements: Readonly<Record<EuElement, Stated | null>>;
  readonly workload: readonly Workload[];
  readonly levels: readonly Level[];
  readonly results: readonly Result[];
  readonly alignments: readonly Alignment[];
  readonly evidence: readonly EvidenceItem[];
  readonly parts: readonly Part[];
  readonly endorsements: readonly Endorsement[];
  readonly parties: readonly Party[];
  /** How it was seen to that the learner did it themselves (an optional EU element). */
  readonly supervision: Stated | null;
  /** Languages in which the credential states anything, BCP 47. */
  readonly languages: readonly string[];
}

/** How many of the 11 elements are stated. */
export function statedCount(achievement: LearningAchievement): number {
  return EU_ELEMENTS.filter((element) => achievement.elements[element] !== null).length;
}
