// The headings of Karolinska Institutet's qualifications portfolio as they hold from 1 January 2025, in its order.
// Objectives and instructions are in our own words: KI's template document says more.
import type { PortfolioTemplate } from '../../model/portfolio.ts';

export const KI_2025: PortfolioTemplate = {
  id: 'ki-2025',
  version: '1',
  title: {
    sv: 'Meritportfölj, Karolinska Institutet 2025',
    en: 'Qualifications portfolio, Karolinska Institutet 2025',
  },
  source: "President's decision of 10 December 2024, ki.se and news.ki.se",
  validFrom: '2025-01-01',
  sections: [
    {
      key: 'cv',
      title: { sv: 'Curriculum vitae', en: 'Curriculum vitae' },
      objective: {
        sv: 'Ge en snabb överblick över utbildning, anställningar och uppdrag.',
        en: 'Give a quick overview of education, positions and assignments.',
      },
      instruction: {
        sv: 'Senaste först. Kortfattat, i tabell eller punkter. Ange examina med lärosäte och år.',
        en: 'Most recent first. Be brief, in tables or bullets. State degrees with university and year.',
      },
    },
    {
      key: 'research',
      title: { sv: 'Forskningsportfölj', en: 'Research portfolio' },
      objective: {
        sv: 'Visa din forskning: vad du har åstadkommit, med vilka och vart du är på väg.',
        en: 'Show your research: what you have achieved, with whom, and where you are heading.',
      },
      instruction: {
        sv: 'Senaste först. Ta med forskarutbildning, kurser i metod och etik, anslag och publikationer.',
        en: 'Most recent first. Include doctoral education, courses in methods and ethics, grants and publications.',
      },
    },
    {
      key: 'teaching',
      title: { sv: 'Pedagogisk portfölj', en: 'Teaching portfolio' },
      objective: {
        sv: 'Visa hur din undervisning har utvecklats och vad studenterna lär sig.',
        en: 'Show how your teaching has developed and what the students learn.',
      },
      instruction: {
        sv: 'Senaste först. Placera högskolepedagogisk utbildning och handledarutbildning här, med omfattning.',
        en: 'Most recent first. Place courses in higher education pedagogy and supervision here, with their workload.',
      },
    },
    {
      key: 'leadership',
      title: { sv: 'Lednings- och samverkansportfölj', en: 'Leadership and collaboration portfolio' },
      objective: {
        sv: 'Visa hur du leder, utvecklar verksamhet och samverkar med samhället utanför.',
        en: 'Show how you lead, develop activities and collaborate with the world outside.',
      },
      instruction: {
        sv: 'Senaste först. Börja med aktuella uppdrag, sedan ledarskapsutbildning och samverkan.',
        en: 'Most recent first. Start with current assignments, then leadership training and collaboration.',
      },
    },
    {
      key: 'clinical',
      title: { sv: 'Klinisk portfölj', en: 'Clinical portfolio' },
      objective: {
        sv: 'Visa din kliniska kompetens och hur du håller den levande.',
        en: 'Show your clinical competence and how you keep it alive.',
      },
      instruction: {
        sv: 'Senaste först. Ta med legitimation, specialistbevis, kliniska kurser och certifikat. Lämna tomt om det inte gäller dig.',
        en: 'Most recent first. Include licence, specialist certificate, clinical courses and certificates. Leave empty if it does not apply to you.',
      },
    },
  ],
};
