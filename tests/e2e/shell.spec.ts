import { expect, test } from './fixtures.ts';

test('the start page opens and has a main heading', async ({ page }) => {
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});

test('an address nobody made is answered by the app itself, not by the server', async ({ page, guard }) => {
  guard.allow(/Not found: \/credential\/no-such-one/);
  const answer = await page.goto('/credential/no-such-one');
  expect(answer?.status()).toBe(200);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});
