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
