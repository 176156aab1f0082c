// What storage does to people in real life: a full disk, two tabs, a newer version in another tab.
import type { Page } from '@playwright/test';
import { randomBytes } from 'node:crypto';
import { expect, test } from './fixtures.ts';
import { strangersBadges } from './strangers-badges.ts';

const MEGABYTE = 1024 * 1024;
/** The precached app and a few merits, but never 40 of half a megabyte. */
const ROOM_FOR_THE_APP = 14 * MEGABYTE;

/** Chromium compresses what it stores: only noise fills a disk. */
const incompressible = (length: number): string => randomBytes((length * 3) / 4).toString('base64');

async function receive(page: Page, series: string, count: number, narrative?: string): Promise<void> {
  await page.goto('/add');
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles(await strangersBadges(count, series, narrative));
  await page.getByRole('button', { name: `Keep all ${count}` }).click();
}

test('a full disk is said plainly, nothing is half kept, and a smaller import still works', async ({
  person,
  guard,
}) => {
  const context = await person();
  const page = await context.newPage();
  // A page without the app has no icon either.
  guard.allow(/favicon\.ico/);
  // Before the app writes anything: Chromium remembers for half a minute how much room there was.
  await page.goto('/licences.json');
  const session = await context.newCDPSession(page);
  const quotaSize = ROOM_FOR_THE_APP;
  await session.send('Storage.overrideQuotaForOrigin', { origin: new URL(page.url()).origin, quotaSize });

  await receive(page, 'large', 40, incompressible(MEGABYTE / 2));
  await expect(page.getByText('Nothing was saved.')).toBeVisible();
  await page.goto('/');
  await expect(page.getByRole('button', { name: 'Try with specimens' })).toBeVisible();
  await receive(page, 'small', 2);
  await expect(page.getByText('2 merits kept in the wallet.')).toBeVisible();
});

test('what one tab keeps and removes, the other shows', async ({ context }) => {
  const [one, other] = [await context.newPage(), await context.newPage()];
  await other.goto('/');
  await expect(other.getByRole('button', { name: 'Try with specimens' })).toBeVisible();
  await one.goto('/');
  await one.getByRole('button', { name: 'Try with specimens' }).click();
  await expect(other.getByRole('article')).toHaveCount(4);
  await one.goto('/settings');
  await one.getByRole('button', { name: 'Remove the specimens' }).click();
  await expect(other.getByRole('button', { name: 'Try with specimens' })).toBeVisible();
});

test('a tab of an older version writes no more once a newer one shaped the storage, and says "reload"', async ({
  page,
}) => {
  await receive(page, 'before', 2);
  await expect(page.getByText('2 merits kept in the wallet.')).toBeVisible();
  const shaped = await page.evaluate(async () => {
    const request = indexedDB.open('meritfolio', 1000);
    await new Promise((resolve, reject) => {
      request.onsuccess = resolve;
      request.onblocked = () => reject(new Error('the old tab does not let go'));
    });
    request.result.close();
    return request.result.version;
  });
  expect(shaped).toBe(1000);
  await expect(page.getByText('A newer version of Meritfolio is open in another tab.')).toBeVisible();
});
