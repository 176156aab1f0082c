import { expect, test } from './fixtures.ts';

test('a fault of ours is told in plain words, with a report that holds nothing of the content', async ({
  page,
  guard,
}) => {
  guard.allow(/Astrid/);
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.evaluate(() => {
    void Promise.reject(new RangeError('Astrid Lindqvist'));
  });
  await expect(page.getByRole('status').getByText('Something went wrong. Nothing was lost.')).toBeVisible();
  await page.getByRole('button', { name: 'Show', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'This page stopped working' });
  await dialog.getByText('Show the report').click();
  await expect(dialog.locator('pre')).toContainText('RangeError');
  await expect(dialog.locator('pre')).not.toContainText('Astrid');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
});

test('a Swedish reader gets a Swedish page, and the five places by their names', async ({ person }) => {
  const context = await person({ locale: 'sv-SE' });
  const page = await context.newPage();
  await page.goto('/');
  await expect(page.locator('html')).toHaveAttribute('lang', 'sv');
  for (const name of ['Plånbok', 'Meritportfölj', 'Visa upp', 'Kontrollera', 'Inställningar']) {
    await expect(page.getByRole('navigation').getByRole('link', { name, exact: true })).toBeVisible();
  }
  await expect(page.getByRole('button', { name: 'Prova med exempel' })).toBeVisible();
});
