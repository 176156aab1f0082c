// Whom a merit is from, who vouches for that, and the learner's own word on it.
import type { Page } from '@playwright/test';
import { badge, file } from './badge.ts';
import { expect, test } from './fixtures.ts';
import { COURSE, takeSpecimens } from './learner.ts';
import { makeScene, trustIn } from './showing.ts';

async function keep(page: Page, ...credentials: readonly string[]): Promise<void> {
  await page.goto('/add');
  const files = credentials.map((text, index) => file(`${index}.jwt`, text));
  await page.getByLabel('Choose files').setInputFiles(files);
  await page.getByRole('button', { name: /^Keep( all| \d|$)/ }).click();
  await page.getByRole('heading', { level: 1, name: 'Wallet' }).waitFor();
}

async function openMerit(page: Page, title: string): Promise<void> {
  await page.getByRole('link', { name: title }).click();
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
}

/** Until it has come: the page it is left from has a button of the same name. */
async function toIssuer(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'About this issuer' }).click();
  await page.getByRole('heading', { name: 'Who it is' }).waitFor();
}
const part = (page: Page, heading: string): ReturnType<Page['locator']> =>
  page.locator('section', { has: page.getByRole('heading', { name: heading, exact: true }) });

test('a listed issuer: its name in the list first, the list’s age, its key and my merits from it', async ({ page }) => {
  const { trustList, credential } = await makeScene();
  await trustIn(page, trustList);
  await keep(page, credential);
  await openMerit(page, 'Simulation i vårdutbildning');
  await toIssuer(page);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Examina University');
  await expect(part(page, 'Lists that name it')).toContainText('1 day old');
  await expect(part(page, 'Lists that name it')).toContainText('Everything');
  await expect(part(page, 'Its keys')).toContainText('P-256');
  await expect(part(page, 'Its keys')).toContainText('In the list Högskolor i test');
  await expect(part(page, 'Your merits from it').getByRole('article')).toContainText('Genuine');
  await expect(part(page, 'Your own trust').getByRole('button')).toHaveCount(0);
  // Whose merits somebody looks at is told no server.
  expect(new URL(page.url()).search).toBe('');
  await page.getByRole('link', { name: 'Back' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Simulation i vårdutbildning' })).toBeVisible();
});

test('the list leads to each issuer’s page', async ({ page }) => {
  const { trustList } = await makeScene();
  await trustIn(page, trustList);
  await page.getByRole('link', { name: 'Högskolor i test' }).click();
  await toIssuer(page);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Examina University');
  await expect(part(page, 'Your merits from it')).toContainText('No merit in your wallet names it.');
});

test('a pin: asked twice, genuine on this device as a document, never when shown, and taken back', async ({ page }) => {
  await keep(page, badge({ title: 'Fästbar' }));
  await openMerit(page, 'Fästbar');
  await expect(page.getByText('Cannot tell', { exact: true })).toBeVisible();
  const ask = page.getByRole('button', { name: 'Pin the key …' });
  await ask.click();
  const dialog = page.getByRole('dialog', { name: 'Is this key the issuer’s?' });
  await expect(dialog).toContainText('at a door');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(ask).toBeFocused();
  await expect(page.getByText('Cannot tell', { exact: true })).toBeVisible();

  await ask.click();
  await dialog.getByRole('button', { name: 'Pin this key' }).click();
  await expect(page.getByText('Genuine', { exact: true })).toBeVisible();
  await expect(page.getByText(/Signature checked now · trusted by you/)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Pin the key …' })).toHaveCount(0);

  await page.goto('/settings/trust');
  await page.getByRole('link', { name: /^did:jwk:/ }).click();
  await expect(page.getByText('You have decided to trust it.')).toBeVisible();
  await page.getByRole('button', { name: 'Take the pin away' }).click();
  await expect(page.getByText('No list on this device names it.')).toBeVisible();
  await expect(part(page, 'Your merits from it').getByRole('article')).toContainText('Cannot tell');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(part(page, 'Your merits from it').getByRole('article')).toContainText('Genuine');
});

test('no pin is offered for a signature that does not hold', async ({ page }) => {
  const [header = '', payload = '', signature = ''] = badge({ title: 'Ändrad' }).split('.');
  const changed = JSON.parse(Buffer.from(payload, 'base64url').toString()) as { validFrom: string };
  changed.validFrom = '2020-01-12T08:00:00Z';
  const forged = [header, Buffer.from(JSON.stringify(changed)).toString('base64url'), signature].join('.');
  await keep(page, forged);
  await openMerit(page, 'Ändrad');
  await expect(page.getByText('Not accepted', { exact: true })).toBeVisible();
  await expect(page.getByRole('link', { name: 'About this issuer' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Pin the key …' })).toHaveCount(0);
  await toIssuer(page);
  await expect(part(page, 'Your own trust').getByRole('button')).toHaveCount(0);
  await expect(part(page, 'Your merits from it')).toContainText('Name it as issuer, not shown to be from it');
});

test('no pin is offered for a specimen: its key is published for anybody to sign with', async ({ page }) => {
  await takeSpecimens(page);
  await openMerit(page, COURSE);
  await expect(page.getByRole('link', { name: 'About this issuer' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Pin the key …' })).toHaveCount(0);
});

test('somebody who only says to be a listed issuer is not among its merits, and gets no pin', async ({ page }) => {
  const { trustList } = await makeScene();
  await trustIn(page, trustList);
  const id = 'https://examina.example';
  const impostor = badge({ title: 'Påstådd', more: { iss: id, issuer: { id, type: ['Profile'], name: 'Examina' } } });
  await keep(page, impostor);
  await openMerit(page, 'Påstådd');
  await expect(page.getByRole('button', { name: 'Pin the key …' })).toHaveCount(0);
  await toIssuer(page);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Examina University');
  const merits = part(page, 'Your merits from it');
  await expect(merits).toContainText('Name it as issuer, not shown to be from it');
  await expect(merits.getByText('Genuine')).toHaveCount(0);
  await expect(part(page, 'Its keys').getByRole('listitem').filter({ hasText: 'Signed a merit' })).toHaveCount(0);
});

test('a name with look-alike letters stays second, is flagged, and widens nothing', async ({ page }) => {
  await keep(page, badge({ title: 'Lik', issuer: `Кarolinska \u202E${'x'.repeat(3000)}` }));
  await openMerit(page, 'Lik');
  await toIssuer(page);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('did:jwk:');
  await expect(page.getByText('holds letters that look like others')).toBeVisible();
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(overflow).toBe(0);
});

test('hostile identifiers in the address are only words, and an empty one says so', async ({ page }) => {
  await page.goto(`/issuer#id=${encodeURIComponent('javascript:alert(1)//<img src=x onerror=alert(1)>')}`);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('javascript:alert');
  await expect(page.locator('main a[href^="javascript"]')).toHaveCount(0);
  await page.goto('/issuer');
  await expect(page.getByRole('heading', { level: 1, name: 'No issuer named' })).toBeAttached();
});

test('pinning works by keyboard alone', async ({ page }) => {
  await keep(page, badge({ title: 'Tangent' }));
  await openMerit(page, 'Tangent');
  await toIssuer(page);
  const pin = page.getByRole('button', { name: 'Pin the key …' });
  const yes = page.getByRole('button', { name: 'Pin this key' });
  // A page that has just come takes the focus to its beginning, once.
  await expect(async () => {
    await pin.press('Enter', { timeout: 1_000 });
    await expect(yes).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await expect(async () => {
    await page.keyboard.press('Tab');
    await expect(yes).toBeFocused({ timeout: 100 });
  }).toPass();
  await page.keyboard.press('Enter');
  await expect(page.getByText('You have decided to trust it.')).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Take the pin away' })).toBeFocused();
});
