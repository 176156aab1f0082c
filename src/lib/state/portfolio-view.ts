// A portfolio as a page shows it: headings of its template, merits of the wallet, sums.
import type { Portfolio, PortfolioSection, SectionSummary, TemplateSection } from '../core/model/portfolio.ts';
import { findTemplate, templateSection } from '../core/portfolio/find-template.ts';
import { sectionSummary } from '../core/portfolio/section-summary.ts';
import type { WalletItem } from './wallet-item.ts';

export interface SectionView {
  readonly section: PortfolioSection;
  /** Null for a section of the learner's own, and when the template is not known to this version. */
  readonly heading: TemplateSection | null;
  /** In the learner's order. Merits no longer in the wallet are left out, not forgotten: their removal can be undone. */
  readonly items: readonly WalletItem[];
  readonly summary: SectionSummary;
}

/** The sections of `portfolio` with what the wallet knows of their merits. */
export function sectionViews(portfolio: Portfolio, wallet: readonly WalletItem[]): readonly SectionView[] {
  const template = findTemplate(portfolio.templateId);
  const byId = new Map(wallet.map((item) => [item.stored.id, item]));
  return portfolio.sections.map((section) => {
    const items = section.credentials.map((id) => byId.get(id)).filter((item) => item !== undefined);
    const summary = sectionSummary(items.map(toMerit));
    return { section, heading: templateSection(template, section), items, summary };
  });
}

function toMerit({ examination }: WalletItem): Parameters<typeof sectionSummary>[0][number] {
  if (examination.outcome === 'unreadable') return { workload: [], verdict: null };
  return { workload: examination.credential.achievement.workload, verdict: examination.judgement.verdict };
}
