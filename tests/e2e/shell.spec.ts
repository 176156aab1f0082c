import { expect, test } from './fixtures.ts';

// The words that are fixed: the same in tests, in help texts and in what people tell each other.
const PLACES = {
  'en-GB': ['Wallet', 'Portfolio', 'Share', 'Verify', 'Settings'],
  'sv-SE': ['Plånbok', 'Meritportfölj', 'Visa upp', 'Kontrollera', 'Inställningar'],
} as const;

for (const [locale, names] of Object.entries(PLACES)) {
  test.describe(`in a browser that asks for ${locale}`, () => {
    test.use({ locale });

    test('the five places have their names and lead to their pages', async ({ page }) => {
      await page.goto('/');
      await expect(page.locator('html')).toHaveAttribute('lang', locale.slice(0, 2));
      const navigation = page.getByRole('navigation').first();
      for (const name of names) {
        await navigation.getByRole('link', { name, exact: true }).click();
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        await expect(navigation.getByRole('link', { name, exact: true })).toHaveAttribute('aria-current', 'page');
      }
    });

    for (const [device, size] of Object.entries({ phone: [320, 640], desktop: [1280, 800] } as const)) {
      test(`all five stand whole on a ${device}`, async ({ page }) => {
        await page.setViewportSize({ width: size[0], height: size[1] });
        await page.goto('/');
        const navigation = page.getByRole('navigation').first();
        for (const name of names) {
          await expect(navigation.getByRole('link', { name, exact: true })).toBeInViewport({ ratio: 1 });
        }
      });
    }
  });
}

test('the language can be switched, and stays switched', async ({ page }) => {
  await page.goto('/settings');
  await page.getByRole('radio', { name: 'Svenska' }).check();
  await expect(page.getByRole('heading', { level: 1, name: 'Inställningar' })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: 'Inställningar' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'sv');
});

test('the first stop of the Tab key leads past the navigation', async ({ page }) => {
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.locator('main')).toBeFocused();
});

test('an address nobody made is answered by the app itself, in plain words with a way on', async ({ page }) => {
  const answer = await page.goto('/no/such/page');
  expect(answer?.status()).toBe(200);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.getByRole('main').getByRole('link', { name: 'Wallet' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Wallet' })).toBeVisible();
});

test('the licences of everything inside are shown with their texts', async ({ page }) => {
  await page.goto('/settings/licences');
  const part = page.getByRole('listitem').filter({ hasText: 'svelte-dnd-action' });
  await expect(part).toContainText('MIT');
  await part.locator('summary').click();
  await expect(part.getByText('Permission is hereby granted')).toBeVisible();
});
