// A hosted Open Badge 2.0, what its issuer publishes, a list that trusts the issuer, and a server that stands in for it.
import type { BrowserContext, Route } from '@playwright/test';

export const HOST = 'https://badges.example';
export const ASSERTION = `${HOST}/assertions/1`;
export const CLASS = `${HOST}/classes/robots`;
export const PROFILE = `${HOST}/issuer`;
const CONTEXT = 'https://w3id.org/openbadges/v2';

const assertion = {
  '@context': CONTEXT,
  type: 'Assertion',
  id: ASSERTION,
  recipient: { type: 'email', hashed: false, identity: 'lo@example.org' },
  issuedOn: '2026-01-15T08:00:00Z',
  badge: CLASS,
  verification: { type: 'hosted' },
};

/** What the issuer publishes, by address. */
export const DOCUMENTS: Readonly<Record<string, object>> = {
  [ASSERTION]: assertion,
  [CLASS]: {
    '@context': CONTEXT,
    type: 'BadgeClass',
    id: CLASS,
    name: 'Robots',
    description: 'For building a robot.',
    criteria: { narrative: 'Build a robot that walks.' },
    issuer: PROFILE,
  },
  [PROFILE]: { '@context': CONTEXT, type: 'Issuer', id: PROFILE, name: 'Robot School', url: HOST },
};

const jsonFile = (name: string, content: unknown) => ({
  name,
  mimeType: 'application/json',
  buffer: Buffer.from(JSON.stringify(content)),
});

export const BADGE_FILE = jsonFile('robots.json', assertion);

/** A list of an hour ago that names the issuer. */
export const listFile = (): ReturnType<typeof jsonFile> =>
  jsonFile('list.json', {
    name: 'Robot list',
    version: 1,
    issued: `${new Date(Date.now() - 3_600_000).toISOString().slice(0, 19)}Z`,
    issuers: [{ name: { en: 'Robot School' }, ids: [PROFILE], keys: [], mayIssue: ['*'] }],
  });

/** Documents that somebody else fetched an hour ago. */
export const evidenceFile = (documents: Readonly<Record<string, object>>): ReturnType<typeof jsonFile> =>
  jsonFile(
    'evidence.json',
    Object.entries(documents).map(([url, document]) => ({
      url,
      fetched: `${new Date(Date.now() - 3_600_000).toISOString().slice(0, 19)}Z`,
      mediaType: 'application/json',
      text: JSON.stringify(document),
    })),
  );

export type Answer = (route: Route) => Promise<void>;

/** An answer that any page may read. */
export const openly =
  (content: object): Answer =>
  (route) =>
    route.fulfill({ json: content, headers: { 'access-control-allow-origin': '*' } });

/** The issuer's server: publishes DOCUMENTS, but for what `answers` say; nothing else is there. */
export async function publish(context: BrowserContext, answers: Readonly<Record<string, Answer>> = {}): Promise<void> {
  const notThere: Answer = (route) => route.fulfill({ status: 404, headers: { 'access-control-allow-origin': '*' } });
  await context.route(`${HOST}/**`, async (route) => {
    const url = route.request().url();
    const document = DOCUMENTS[url];
    const answer = answers[url] ?? (document === undefined ? notThere : openly(document));
    await answer(route);
  });
}
