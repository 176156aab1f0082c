// A template -> an empty portfolio with all its headings.
import { portfolioId, sectionId } from '../model/brand.ts';
import type { EpochSeconds } from '../model/brand.ts';
import type { Portfolio, PortfolioTemplate } from '../model/portfolio.ts';

export interface NewPortfolio {
  readonly template: PortfolioTemplate;
  /** The learner's own name for it; empty shows the template's. */
  readonly name: string;
  readonly now: EpochSeconds;
  /** A fresh random id at each call. */
  readonly newId: () => string;
}

/** All headings stay, also empty ones, as KI's rules ask (DOMAIN §4). */
export function createPortfolio({ template, name, now, newId }: NewPortfolio): Portfolio {
  return {
    id: portfolioId(newId()),
    templateId: template.id,
    name,
    created: now,
    sections: template.sections.map(({ key }) => ({
      id: sectionId(newId()),
      templateKey: key,
      title: null,
      credentials: [],
    })),
  };
}
