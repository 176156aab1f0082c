// From the state's views to what the portfolio's components are given.
import { resolve } from '$app/paths';
import type { Portfolio, PortfolioTemplate } from '$lib/core/model/portfolio.ts';
import { m } from '$lib/i18n/paraglide/messages.js';
import { getLocale } from '$lib/i18n/paraglide/runtime.js';
import type { SectionView } from '$lib/state/portfolio-view.ts';
import type { WalletItem } from '$lib/state/wallet-item.ts';
import { cleanText } from '$lib/ui/foreign-text.ts';
import type { MeritCard, OutlineEntry } from '$lib/ui/portfolio/portfolio-props.ts';
import { listEntry } from '../list-entry.ts';

const LONGEST_TITLE = 80;

export function meritCard(item: WalletItem): MeritCard {
  const { title, summary } = listEntry(item);
  const { id } = item.stored;
  const name = cleanText(title, LONGEST_TITLE).text || m.shell_document();
  return { id, title: name, summary, href: resolve('/credential/[id]', { id }) };
}

/** The learner's own title, else the template's in the reader's language. */
export function sectionTitle({ section, heading }: SectionView): string {
  return section.title ?? heading?.title[getLocale()] ?? m.portfolio_section_gone();
}

export function portfolioTitle(portfolio: Portfolio, templates: readonly PortfolioTemplate[]): string {
  if (portfolio.name !== '') return portfolio.name;
  return templates.find(({ id }) => id === portfolio.templateId)?.title[getLocale()] ?? m.nav_portfolio();
}

/** Address of a portfolio, or of one of its sections; `place` is a merit that waits to be placed. */
export function portfolioHref(portfolio: Portfolio, section?: string, place?: string): string {
  const query = new URLSearchParams({ portfolio: portfolio.id });
  if (section !== undefined) query.set('section', section);
  if (place !== undefined) query.set('place', place);
  return `${resolve('/')}portfolio?${query.toString()}`;
}

export function outline(
  portfolio: Portfolio,
  views: readonly SectionView[],
  current: SectionView | undefined,
): readonly OutlineEntry[] {
  return views.map((view) => ({
    id: view.section.id,
    title: sectionTitle(view),
    count: view.summary.count,
    href: portfolioHref(portfolio, view.section.id),
    current: view === current,
  }));
}
