// Settings: the copy of everything, trust lists in and out, the language, the parts' licences.
import type { Page } from '@playwright/test';
import { unzipSync } from 'fflate';
import { readFileSync } from 'node:fs';
import { expect, test } from './fixtures.ts';

const trustList = (name: string, issued: string, issuer = 'Norrskens universitet') => ({
  name: `${name}.json`,
  mimeType: 'application/json',
  buffer: Buffer.from(
    JSON.stringify({
      name,
      version: 1,
      issued,
      validUntil: '2099-01-01T00:00:00Z',
      issuers: [
        {
          name: { sv: issuer },
          country: 'SE',
          homepage: 'https://norrsken.example',
          ids: ['did:web:norrsken.example'],
          keys: [
            {
              kty: 'EC',
              crv: 'P-256',
              x: 'f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU',
              y: 'x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0',
            },
          ],
          certificates: [],
          subjects: [],
          mayIssue: ['*'],
          statusLists: [],
          documents: [],
        },
      ],
      verifiers: [],
    }),
  ),
});

const importList = (page: Page, list: ReturnType<typeof trustList>): Promise<void> =>
  page.getByLabel('Import a trust list').setInputFiles(list);

test('everything leaves as one ZIP: each file as it came, with an index and a README', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('button', { name: 'Try with specimens' }).click();
  await expect(page.getByRole('article')).toHaveCount(4);
  await page.goto('/settings');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Export all' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^meritfolio-\d{4}-\d{2}-\d{2}\.zip$/);
  const files = unzipSync(readFileSync(await download.path()));
  expect(Object.keys(files)).toHaveLength(6);
  const index = JSON.parse(Buffer.from(files['index.json'] ?? []).toString()) as { credentials: { file: string }[] };
  expect(index.credentials.map(({ file }) => file in files)).toEqual([true, true, true, true]);
  expect(Buffer.from(files['README.txt'] ?? []).toString()).toContain('index.json lists them');
});

test('a trust list is imported, shown with its issuers, never rolled back, removed and brought back', async ({
  page,
}) => {
  await page.goto('/settings');
  await page.getByRole('link', { name: 'Trust lists' }).click();
  await importList(page, trustList('A list', '2026-02-01T00:00:00Z'));
  await expect(page.getByText('“A list” is imported.')).toBeVisible();
  await importList(page, trustList('A list', '2026-01-01T00:00:00Z', 'Somebody taken off'));
  await expect(page.getByRole('alert')).toContainText('A newer issue of this list is here already.');

  await page.getByRole('link', { name: /A list/ }).click();
  await expect(page.getByRole('heading', { name: 'A list', level: 1 })).toBeVisible();
  await expect(page.getByText('Norrskens universitet')).toBeVisible();
  await expect(page.getByText('did:web:norrsken.example')).toBeVisible();
  await page.reload();
  await expect(page.getByText('Not signed: you vouch for it by importing it')).toBeVisible();

  await page.getByRole('button', { name: 'Remove the list' }).click();
  await expect(page.getByText('No trust list yet')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('link', { name: /A list/ })).toBeVisible();
});

test('a file that is no trust list gets its sentence and changes nothing', async ({ page }) => {
  await page.goto('/settings/trust');
  await importList(page, { name: 'page.json', mimeType: 'text/html', buffer: Buffer.from('<html></html>') });
  await expect(page.getByRole('alert')).toContainText('This is not a trust list');
  await expect(page.getByText('No trust list yet')).toBeVisible();
});

test('the language is chosen here and stays chosen', async ({ page }) => {
  await page.goto('/settings');
  await page.getByRole('radio', { name: 'Svenska' }).check();
  await expect(page.getByRole('heading', { name: 'Inställningar' })).toBeVisible();
  await page.goto('/');
  await expect(page.getByRole('heading', { name: 'Plånbok' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'sv');
});

test('the browser’s answer about keeping the wallet is shown', async ({ page }) => {
  await page.goto('/settings');
  await expect(page.getByText(/The browser may clear your merits|has promised to keep your merits/)).toBeVisible();
});

test('every part names its licence', async ({ page }) => {
  await page.goto('/settings');
  await page.getByRole('link', { name: 'Licences of the parts' }).click();
  const part = page.getByRole('listitem').filter({ hasText: 'dexie' });
  await expect(part).toContainText('Apache-2.0');
});

test('keys without a name ask whose they are, and say so on their list; a private key is never taken', async ({
  page,
}) => {
  const { keys } = (
    JSON.parse(trustList('x', '2026-01-01T00:00:00Z').buffer.toString()) as { issuers: [{ keys: [object] }] }
  ).issuers[0];
  const keySet = (key: object): ReturnType<typeof trustList> => ({
    name: 'keys.jwks',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify({ keys: [key] })),
  });
  await page.goto('/settings/trust');
  await importList(page, keySet(keys[0]));
  const dialog = page.getByRole('dialog', { name: 'Whose keys are these?' });
  await dialog.getByRole('button', { name: 'Import' }).click();
  await expect(dialog.getByText('Write a name.')).toBeVisible();
  await dialog.getByLabel('Name of the issuer').fill('Fjällens högskola');
  await dialog.getByLabel('Address of the issuer').fill('javascript:alert(1)');
  await dialog.getByRole('button', { name: 'Import' }).click();
  await expect(dialog.getByText('Write an address that begins with')).toBeVisible();
  await dialog.getByLabel('Address of the issuer').fill('https://fjall.example');
  await page.keyboard.press('Enter');
  await expect(page.getByText('“Fjällens högskola” is imported.')).toBeVisible();
  await page.reload();
  await page.getByRole('link', { name: /Fjällens högskola/ }).click();
  await expect(page.getByText('Key set (JWKS), issuer named by you')).toBeVisible();
  await expect(page.getByText('https://fjall.example')).toBeVisible();

  await page.goto('/settings/trust');
  await importList(page, keySet({ ...keys[0], d: 'AAAA' }));
  await dialog.getByLabel('Name of the issuer').fill('Hemlig');
  await dialog.getByLabel('Address of the issuer').fill('https://hemlig.example');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toContainText('Nothing was imported');
});

test('hundreds of issuers are searched by name and by identifier', async ({ page }) => {
  const many = JSON.parse(trustList('Många', '2026-11-01T00:00:00Z').buffer.toString()) as { issuers: object[] };
  many.issuers = Array.from({ length: 300 }, (_, index) => ({
    ...many.issuers[0],
    name: { sv: `Lärosäte ${index}` },
    ids: [`did:web:nr${index}.example`],
  }));
  await page.goto('/settings/trust');
  await importList(page, { ...trustList('Många', ''), buffer: Buffer.from(JSON.stringify(many)) });
  await page.getByRole('link', { name: /Många/ }).click();
  await expect(page.getByText('The first 100 of 300 are shown.')).toBeVisible();
  await page.getByLabel('Search among the issuers').fill('nr250.example');
  await expect(page.getByText('Lärosäte 250')).toBeVisible();
  await expect(page.getByText('Lärosäte 25', { exact: true })).toHaveCount(0);
  await page.getByLabel('Search among the issuers').fill('finns inte');
  await expect(page.getByText('No issuer matches.')).toBeVisible();
});

test('the keyboard goes on from the language that was chosen', async ({ page }) => {
  await page.goto('/settings');
  await page.getByRole('radio', { name: 'Svenska' }).check();
  await expect(page.getByRole('heading', { name: 'Inställningar' })).toBeVisible();
  await expect(page.getByRole('radio', { name: 'Svenska' })).toBeFocused();
});
