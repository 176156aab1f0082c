// A portfolio from the KI 2025 template with predictable ids.
import { credentialId, epochSeconds } from '../../src/lib/core/model/brand.ts';
import type { SectionId } from '../../src/lib/core/model/brand.ts';
import type { Portfolio } from '../../src/lib/core/model/portfolio.ts';
import { createPortfolio } from '../../src/lib/core/portfolio/create-portfolio.ts';
import { KI_2025 } from '../../src/lib/core/portfolio/templates/ki-2025.ts';

export const [A, B, C] = ['a', 'b', 'c'].map(credentialId) as [
  ReturnType<typeof credentialId>,
  ReturnType<typeof credentialId>,
  ReturnType<typeof credentialId>,
];

export function kiPortfolio(): Portfolio {
  let next = 0;
  return createPortfolio({
    template: KI_2025,
    name: '',
    now: epochSeconds(1_780_000_000),
    newId: () => `id-${next++}`,
  });
}

/** Id of the section made from the template's heading `key`. */
export function sectionOf(portfolio: Portfolio, key: string): SectionId {
  const section = portfolio.sections.find(({ templateKey }) => templateKey === key);
  if (!section) throw new Error(`no section ${key}`);
  return section.id;
}

export function credentialsIn(portfolio: Portfolio, section: SectionId): readonly string[] {
  return portfolio.sections.find(({ id }) => id === section)?.credentials ?? [];
}
