// Sections of the learner's own, among those of the template. A template's heading is neither renamed nor removed.
import type { SectionId } from '../model/brand.ts';
import type { Portfolio, PortfolioSection } from '../model/portfolio.ts';

/** A section of the learner's own, last. */
export function addSection(portfolio: Portfolio, id: SectionId, title: string): Portfolio {
  const section: PortfolioSection = { id, templateKey: null, title: title.trim(), credentials: [] };
  return { ...portfolio, sections: [...portfolio.sections, section] };
}

/** An empty title is no title: unchanged. */
export function renameSection(portfolio: Portfolio, id: SectionId, title: string): Portfolio {
  const name = title.trim();
  if (name === '' || !isOwn(portfolio, id)) return portfolio;
  return { ...portfolio, sections: portfolio.sections.map((one) => (one.id === id ? { ...one, title: name } : one)) };
}

/** Its merits stay in the wallet. */
export function removeSection(portfolio: Portfolio, id: SectionId): Portfolio {
  if (!isOwn(portfolio, id)) return portfolio;
  return { ...portfolio, sections: portfolio.sections.filter((one) => one.id !== id) };
}

/** Puts back a section that was removed, with its merits, at `position`. One that is there is not put in twice. */
export function restoreSection(portfolio: Portfolio, section: PortfolioSection, position: number): Portfolio {
  if (portfolio.sections.some(({ id }) => id === section.id)) return portfolio;
  const { sections } = portfolio;
  return { ...portfolio, sections: [...sections.slice(0, position), section, ...sections.slice(position)] };
}

/** Moves a section of the learner's own one step up (-1) or down (1); the template's keep their order among themselves. */
export function shiftSection(portfolio: Portfolio, id: SectionId, step: -1 | 1): Portfolio {
  const at = portfolio.sections.findIndex((one) => one.id === id);
  const section = portfolio.sections[at];
  const other = portfolio.sections[at + step];
  if (!section || !other || section.templateKey !== null) return portfolio;
  const sections = portfolio.sections.map((one, index) => (index === at ? other : index === at + step ? section : one));
  return { ...portfolio, sections };
}

function isOwn(portfolio: Portfolio, id: SectionId): boolean {
  return portfolio.sections.some((one) => one.id === id && one.templateKey === null);
}
