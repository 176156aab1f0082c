// Portfolio templates and the learner's arrangement of merits.
import type { Workload, WorkloadUnit } from './achievement.ts';
import type { CredentialId, EpochSeconds, PortfolioId, SectionId } from './brand.ts';
import type { Verdict } from './verdict.ts';

export interface TemplateSection {
  readonly key: string;
  readonly title: { readonly sv: string; readonly en: string };
  readonly objective: { readonly sv: string; readonly en: string } | null;
  readonly instruction: { readonly sv: string; readonly en: string } | null;
}

export interface PortfolioTemplate {
  readonly id: string;
  readonly version: string;
  readonly title: { readonly sv: string; readonly en: string };
  /** Where the headings come from, and from when they hold (ISO date). */
  readonly source: string;
  readonly validFrom: string;
  readonly sections: readonly TemplateSection[];
}

export interface PortfolioSection {
  readonly id: SectionId;
  /** Key into the template, or null for a section of the learner's own. */
  readonly templateKey: string | null;
  /** The learner's own title; null shows the template's. */
  readonly title: string | null;
  readonly credentials: readonly CredentialId[];
}

export interface Portfolio {
  readonly id: PortfolioId;
  readonly templateId: string;
  readonly name: string;
  readonly created: EpochSeconds;
  readonly sections: readonly PortfolioSection[];
}

/** What one merit adds to a section: its stated workload, and whether it may count. */
export interface SectionMerit {
  readonly workload: readonly Workload[];
  readonly verdict: Verdict | null;
}

/** hp and ECTS are one and the same measure (60 of either is a year); nothing else is added to anything else. */
export type SumUnit = Exclude<WorkloadUnit, 'ects'>;

export interface WorkloadSum {
  readonly unit: SumUnit;
  readonly amount: number;
}

export interface SectionSummary {
  /** Merits in the section, whatever their verdict. */
  readonly count: number;
  readonly sums: readonly WorkloadSum[];
  /** Refused or expired: in the section, not in the sums. */
  readonly leftOut: number;
  /** In the sums without being proven genuine: specimens and "cannot tell". */
  readonly unproven: number;
  /** State no workload. */
  readonly withoutWorkload: number;
}
