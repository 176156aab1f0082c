import type { Page } from '@playwright/test';
import { badge, file } from './badge.ts';
import { expect, test } from './fixtures.ts';

const cards = (page: Page): ReturnType<Page['locator']> => page.getByRole('article');

async function keepBadges(page: Page, titles: readonly string[]): Promise<void> {
  await page.goto('/add');
  const files = titles.map((title, index) => file(`${index}.jwt`, badge({ title, issuer: `Skola ${index % 2}` })));
  await page.getByLabel('Choose files').setInputFiles(files);
  await page.getByRole('button', { name: `Keep all ${titles.length}` }).click();
  await expect(page.getByRole('heading', { name: 'Wallet' })).toBeVisible();
}

test('an empty wallet says what it is for and offers two ways on', async ({ page }) => {
  await page.goto('/');
  await expect(page.getByRole('heading', { name: 'Everything you have learnt, in one place' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Add', exact: true })).toHaveAttribute('href', '/add');
  await expect(page.getByRole('button', { name: 'Try with specimens' })).toBeVisible();
});

test('one click brings four specimens, grey and never green; one click takes them away, and that can be undone', async ({
  page,
}) => {
  await page.goto('/');
  await page.getByRole('button', { name: 'Try with specimens' }).click();
  await expect(cards(page)).toHaveCount(4);
  await expect(cards(page).getByText('Specimen', { exact: true })).toHaveCount(4);
  await expect(page.getByText('Genuine', { exact: true })).toHaveCount(0);

  await page.getByRole('button', { name: 'Remove specimens' }).click();
  await expect(page.getByRole('button', { name: 'Try with specimens' })).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(cards(page)).toHaveCount(4);

  await page.reload();
  await expect(cards(page)).toHaveCount(4);
});

test('many merits can be searched and sorted', async ({ page }) => {
  const titles = [
    'Ögonkirurgi',
    'Anatomi',
    'Biokemi',
    'Cellbiologi',
    'Datalogi',
    'Etik',
    'Fysik',
    'Geologi',
    'Zoologi',
  ];
  await keepBadges(page, titles);
  await expect(cards(page)).toHaveCount(titles.length);

  await page.getByLabel('Sort').selectOption('Title');
  await expect(cards(page).first()).toContainText('Anatomi');
  await page.getByLabel('Sort').selectOption('Issuer');
  await expect(page.getByRole('heading', { level: 2 })).toHaveText(['Skola 0', 'Skola 1']);

  await page.getByRole('button', { name: 'Search' }).click();
  await expect(page.getByLabel('Search the wallet')).toBeFocused();
  await page.keyboard.type('ogon');
  await expect(cards(page)).toHaveCount(1);
  await expect(cards(page)).toContainText('Ögonkirurgi');
  await page.keyboard.type(' nothing like it');
  await expect(page.getByRole('heading', { name: 'Nothing matches “ogon nothing like it”.' })).toBeVisible();
  await page.getByRole('button', { name: 'Clear the search' }).click();
  await expect(cards(page)).toHaveCount(titles.length);
});

test('ten thousand merits are listed a hundred at a time and found by search', async ({ page }) => {
  test.setTimeout(120_000);
  await keepBadges(page, ['Nummer ett', 'Nummer två']);
  await page.evaluate(multiplyRows, 10_000);
  await page.reload();
  await expect(page.getByText('10,002 merits')).toBeVisible({ timeout: 60_000 });
  await expect(cards(page)).toHaveCount(100);
  await page.getByRole('button', { name: 'Show 100 more' }).click();
  await expect(cards(page)).toHaveCount(200);
  await page.getByRole('button', { name: 'Search' }).click();
  await page.keyboard.type('nummer två');
  await expect(cards(page)).toHaveCount(1);
});

/** Copies one stored merit `times` over, under new ids, with what was derived from it. */
async function multiplyRows(times: number): Promise<void> {
  type Row = Record<string, unknown> & { id: string };
  const [{ name } = { name: '' }] = await indexedDB.databases();
  const opening = indexedDB.open(name ?? '');
  const done = <T>(request: IDBRequest<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(new Error(request.error?.name));
    });
  const database = await done(opening);
  const transaction = database.transaction(['credentials', 'derived'], 'readwrite');
  const [credentials, derived] = [transaction.objectStore('credentials'), transaction.objectStore('derived')];
  const rows = (await done(credentials.getAll())) as Row[];
  const row = rows.at(-1);
  const found = (await done(derived.get(row?.id ?? ''))) as Row;
  for (let index = 0; index < times; index += 1) {
    const id = `0${index.toString(16).padStart(32, '0')}`;
    credentials.put({ ...row, id, contentDigest: `${index}` });
    derived.put({ ...found, id });
  }
  await new Promise((resolve) => (transaction.oncomplete = resolve));
  database.close();
}
