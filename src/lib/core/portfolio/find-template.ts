// The templates this program knows. One that is not known any more leaves the learner's arrangement as it is.
import type { PortfolioSection, PortfolioTemplate, TemplateSection } from '../model/portfolio.ts';
import { KI_2025 } from './templates/ki-2025.ts';
import { PLAIN } from './templates/plain.ts';

export const TEMPLATES: readonly PortfolioTemplate[] = [KI_2025, PLAIN];

/** Null when `id` names no template of this version of the program. */
export function findTemplate(id: string): PortfolioTemplate | null {
  return TEMPLATES.find((template) => template.id === id) ?? null;
}

/** The heading that `section` was made from; null for a section of the learner's own. */
export function templateSection(template: PortfolioTemplate | null, section: PortfolioSection): TemplateSection | null {
  if (section.templateKey === null) return null;
  return template?.sections.find(({ key }) => key === section.templateKey) ?? null;
}
