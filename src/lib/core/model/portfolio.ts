// Portfolio templates and the learner's arrangement of merits.
import type { CredentialId, EpochSeconds, PortfolioId, SectionId } from './brand.ts';

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
