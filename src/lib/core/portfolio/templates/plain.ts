// Three headings that suit most people.
import type { PortfolioTemplate } from '../../model/portfolio.ts';

export const PLAIN: PortfolioTemplate = {
  id: 'plain',
  version: '1',
  title: { sv: 'Enkel portfölj', en: 'Plain portfolio' },
  source: 'Meritfolio',
  validFrom: '2026-01-01',
  sections: [
    {
      key: 'education',
      title: { sv: 'Utbildning', en: 'Education' },
      objective: { sv: 'Examina, kurser och mikromeriter.', en: 'Degrees, courses and micro-credentials.' },
      instruction: { sv: 'Senaste först.', en: 'Most recent first.' },
    },
    {
      key: 'experience',
      title: { sv: 'Erfarenhet', en: 'Experience' },
      objective: { sv: 'Arbete, uppdrag och praktik.', en: 'Work, assignments and placements.' },
      instruction: { sv: 'Senaste först.', en: 'Most recent first.' },
    },
    {
      key: 'other',
      title: { sv: 'Övrigt', en: 'Other' },
      objective: {
        sv: 'Språk, märken och annat du vill visa.',
        en: 'Languages, badges and whatever else you want to show.',
      },
      instruction: null,
    },
  ],
};
