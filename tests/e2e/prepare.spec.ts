// Fetching from issuers: only on a press, only what the screen said, bounded, stoppable, and kept with its date.
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import type { Guard } from './guard.ts';
import {
  ASSERTION,
  BADGE_FILE,
  CLASS,
  DOCUMENTS,
  evidenceFile,
  listFile,
  openly,
  PROFILE,
  publish,
} from './hosted-badge.ts';

/** Questions that left for other hosts. */
const asked = (guard: Guard): readonly string[] =>
  guard
    .seen()
    .flatMap((problem) => /^foreign request: GET (.*)$/.exec(problem)?.[1] ?? [])
    .toSorted();

async function trustTheIssuer(page: Page): Promise<void> {
  await page.goto('/settings/trust');
  await page.getByLabel('Import a trust list').setInputFiles(listFile());
  await expect(page.getByText('is imported')).toBeVisible();
}

async function keepBadge(page: Page): Promise<void> {
  await page.goto('/add');
  await page.getByLabel('Choose files').setInputFiles(BADGE_FILE);
  await page.getByRole('button', { name: 'Keep', exact: true }).click();
  await page.getByRole('button', { name: 'Show' }).click();
  await expect(page.getByText('Cannot tell').first()).toBeVisible();
}

test.beforeEach(({ guard }) => {
  guard.allow(/badges\.example/);
});

test('a hosted badge is checked when its learner presses, not before, and stays so offline, with the date', async ({
  page,
  context,
  guard,
}) => {
  await publish(context);
  await trustTheIssuer(page);
  await keepBadge(page);
  await expect(page.getByText('Asked: badges.example')).toBeVisible();
  expect(asked(guard)).toEqual([]);

  await page.getByRole('button', { name: 'Fetch from the issuer' }).click();
  await expect(page.getByText('Fetched. The merit has been checked again.')).toBeVisible();
  await expect(page.getByText('Genuine').first()).toBeVisible();
  expect(asked(guard)).toEqual([ASSERTION, CLASS, PROFILE].toSorted());

  const address = page.url();
  await page.goto('/settings');
  await page.getByText('Ready for offline').waitFor();
  await context.setOffline(true);
  await page.goto(address);
  await expect(page.getByText('Genuine').first()).toBeVisible();
  await expect(page.getByText(/status of/)).toBeVisible();
  expect(asked(guard)).toHaveLength(3);
});

test('one page prepares everything: who is asked for what, one press, and what came of it', async ({
  page,
  context,
  guard,
}) => {
  await publish(context, { [PROFILE]: (route) => route.fulfill({ status: 503 }) });
  await keepBadge(page);
  await page.goto('/settings');
  await page.getByRole('link', { name: /Prepare for offline/ }).click();
  const server = page.getByRole('region', { name: 'badges.example' });
  await expect(server.getByText('Not in hand')).toHaveCount(2);
  await expect(server.getByText('for 1 merit')).toHaveCount(2);
  expect(asked(guard)).toEqual([]);
  await page.getByRole('button', { name: /^Fetch \d+ documents$/ }).click();
  await expect(page.getByText('Fetched: 2. Not fetched: 1.')).toBeVisible();
  await expect(server.getByText(/^In hand, fetched/)).toHaveCount(2);
  await expect(server.getByText('The server said no or failed. Try again later.')).toBeVisible();
  await page.reload();
  await expect(server.getByText(/^In hand, fetched/)).toHaveCount(2);
});

test('no redirect is followed, and a document that leads elsewhere leads nowhere by itself', async ({
  page,
  context,
  guard,
}) => {
  const elsewhere = 'https://badges.example.tracker.example/x';
  await publish(context, {
    [ASSERTION]: (route) => route.fulfill({ status: 302, headers: { location: elsewhere } }),
    [CLASS]: openly({ ...DOCUMENTS[CLASS], issuer: elsewhere }),
  });
  await keepBadge(page);
  await page.getByRole('button', { name: 'Fetch from the issuer' }).click();
  await expect(page.getByText('There is no network, or the server lets no web page read it.').first()).toBeVisible();
  expect(asked(guard)).toEqual([ASSERTION, CLASS].toSorted());
  await expect(page.getByText('Cannot tell').first()).toBeVisible();
});

test('a server that never answers is left when its learner presses Stop', async ({ page, context }) => {
  await publish(context, { [ASSERTION]: () => new Promise(() => undefined) });
  await keepBadge(page);
  await page.getByRole('button', { name: 'Fetch from the issuer' }).click();
  await expect(page.getByText(/^Fetching \d of \d, now from badges\.example$/)).toBeVisible();
  await page.getByRole('button', { name: 'Stop' }).click();
  await expect(page.getByText('Stopped before it came.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Fetch from the issuer' })).toBeVisible();
});

test('what is too large is given up', async ({ page, context }) => {
  await publish(context, { [ASSERTION]: openly({ text: 'x'.repeat(5 * 1024 * 1024) }) });
  await keepBadge(page);
  await page.getByRole('button', { name: 'Fetch from the issuer' }).click();
  await expect(page.getByText('Given up: it is larger than 4 MB.')).toBeVisible();
});

test('what no page may read is brought as a file, and counts as given', async ({ page, context }) => {
  const closed = { headers: { 'access-control-allow-origin': 'https://badges.example' } };
  await publish(context, { [ASSERTION]: (route) => route.fulfill({ json: DOCUMENTS[ASSERTION], ...closed }) });
  await trustTheIssuer(page);
  await keepBadge(page);
  await page.goto('/settings/prepare');
  await page.getByRole('button', { name: /^Fetch \d+ documents?$/ }).click();
  await expect(page.getByText('Fetched: 2. Not fetched: 1.')).toBeVisible();
  await expect(page.getByText(/lets no web page read it/)).toBeVisible();
  await expect(page.getByLabel('Command')).toHaveValue(`npm run -s evidence -- '${ASSERTION}' > evidence.json`);
  await page.getByLabel('Choose an evidence file').setInputFiles(evidenceFile(DOCUMENTS));
  await expect(page.getByText(/^Taken in: 1\./)).toBeVisible();
  await expect(page.getByText(/^Given to you, said to be of/)).toBeVisible();
  await page.goto('/');
  await expect(page.getByText('Cannot tell').first()).toBeVisible();
  await expect(page.getByText('Genuine')).toHaveCount(0);
});

test('an evidence file brought to where merits are added is known for what it is, and taken in on a press', async ({
  page,
  guard,
}) => {
  await page.goto('/add');
  await page.getByLabel('Choose files').setInputFiles(evidenceFile(DOCUMENTS));
  await expect(page.getByText('Documents: 3, said to come from badges.example.')).toBeVisible();
  await page.getByRole('button', { name: 'Take in the evidence' }).click();
  await expect(page.getByText(/^Taken in: 3\./)).toBeVisible();
  expect(asked(guard)).toEqual([]);
});

test('e-mail addresses are entered once, survive a reload, and can be taken away and back', async ({ page }) => {
  await page.goto('/settings');
  await page.getByRole('textbox', { name: 'E-mail address' }).fill('lo');
  await page.getByRole('button', { name: 'Add the address' }).click();
  await expect(page.getByText('This is not an e-mail address.')).toBeVisible();
  await page.getByRole('textbox', { name: 'E-mail address' }).fill('lo@example.org');
  await page.getByRole('button', { name: 'Add the address' }).click();
  await expect(page.getByRole('button', { name: 'Remove lo@example.org' })).toBeVisible();
  await page.reload();
  await page.getByRole('button', { name: 'Remove lo@example.org' }).click();
  await expect(page.getByRole('button', { name: 'Remove lo@example.org' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('button', { name: 'Remove lo@example.org' })).toBeVisible();
});
