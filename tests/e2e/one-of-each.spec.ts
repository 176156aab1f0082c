// A learner drops a folder with one credential of each kind into the wallet, without a network: each card says what that
// merit says, and each verdict is its own.
import type { Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { expect, test } from './fixtures.ts';
import { ONE_OF_EACH } from './one-of-each.ts';
import { vectorFile } from './vector-file.ts';

const missing = ONE_OF_EACH.filter(({ file }) => vectorFile(file) === null).map(({ file }) => file);

test('a folder with one of each is dropped in, offline; each card shows its own facts and verdict', async ({
  page,
  context,
}) => {
  test.info().skip(missing.length > 0, `needs ${missing.join(', ')}`);
  if (missing.length > 0) console.log(`skipped: one of each (no ${missing.join(', ')}; run npm run vectors)`);
  await page.goto('/settings/trust');
  await page.getByLabel('Import a trust list').setInputFiles(issuersOfToday());
  await page.getByText(/is imported\./).waitFor();
  await page.goto('/');
  await page.getByText('Ready for offline').waitFor();
  await context.setOffline(true);

  await page.goto('/add');
  await page.getByLabel('Choose files').waitFor();
  const files = ONE_OF_EACH.map(({ file }) => ({
    name: basename(file),
    base64: readFileSync(vectorFile(file) ?? '').toString('base64'),
  }));
  await page.evaluate((dropped) => {
    const data = new DataTransfer();
    for (const { name, base64 } of dropped)
      data.items.add(new File([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], name));
    document.body.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: data }));
  }, files);
  await page.getByRole('button', { name: `Keep all ${String(files.length)}` }).click();

  const cards = page.getByRole('article');
  await expect(cards).toHaveCount(files.length);
  const picture = process.env['ONE_OF_EACH_PICTURE'];
  if (picture !== undefined) await takePicture(page, picture, files.length);
  for (const { title, issuer, verdict, reason } of ONE_OF_EACH) {
    const card = cards.filter({ has: page.getByRole('link', { name: title, exact: true }) });
    await expect(card).toHaveCount(1);
    await expect(card).toContainText(issuer);
    await expect(card).toContainText(verdict);
    await card.getByRole('link').click();
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
    await expect(page.getByText(reason).first()).toBeVisible();
    await page.goBack();
    await expect(cards).toHaveCount(files.length);
  }
});

/** Of the whole list, without the notice that has just come. */
async function takePicture(page: Page, path: string, count: number): Promise<void> {
  await page.setViewportSize({ width: 390, height: 1180 });
  await page.reload();
  await expect(page.getByRole('article')).toHaveCount(count);
  await page.screenshot({ path });
}

/** The list of the fixtures' issuers as if it had been issued yesterday: an old one settles nothing. */
function issuersOfToday(): { name: string; mimeType: string; buffer: Buffer } {
  const issued = new Date(Date.now() - 86_400_000).toISOString();
  const list = JSON.parse(readFileSync('tests/vectors/issuers.json', 'utf8')) as object;
  return {
    name: 'issuers.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify({ ...list, issued })),
  };
}
