// axe on every route: one visit each, every mode switched in place.
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { ROUTES } from './routes.ts';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** What another look or size of the same page can change. */
const LOOKS = ['color-contrast', 'target-size', 'link-in-text-block', 'scrollable-region-focusable'];
const PHONE = { width: 390, height: 844 };
const NARROW = { width: 320, height: 640 };
const DESKTOP = { width: 1280, height: 800 };

interface Mode {
  readonly name: string;
  readonly colorScheme?: 'light' | 'dark';
  readonly forcedColors?: 'none' | 'active';
  readonly viewport?: { readonly width: number; readonly height: number };
}
const FIRST: Mode = { name: 'light' };
const OTHERS: readonly Mode[] = [
  { name: 'dark', colorScheme: 'dark' },
  { name: '320 px', viewport: NARROW },
  { name: 'desktop', viewport: DESKTOP },
  { name: 'forced colours', forcedColors: 'active' },
];

/** The browser applies a mode some frames after it was asked to. */
async function enter(page: Page, mode: Mode): Promise<void> {
  const { colorScheme = 'light', forcedColors = 'none', viewport = PHONE } = mode;
  await page.emulateMedia({ colorScheme, forcedColors });
  await page.setViewportSize(viewport);
  await page.waitForFunction(
    ([scheme, forced, width]) => {
      const sample = getComputedStyle(document.documentElement);
      const isDark = sample.getPropertyValue('--paper').trim() === '#0f161c';
      return (
        matchMedia(`(prefers-color-scheme: ${scheme})`).matches &&
        matchMedia(`(forced-colors: ${forced})`).matches &&
        (forced === 'active' || isDark === (scheme === 'dark')) &&
        innerWidth === width
      );
    },
    [colorScheme, forcedColors, viewport.width] as const,
  );
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
}

async function checkModes(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
  // The reader's language changes words and their lengths, not colours.
  const swedish = (await page.locator('html').getAttribute('lang')) === 'sv';
  const others = swedish ? OTHERS.filter(({ viewport }) => viewport !== undefined) : OTHERS;
  for (const mode of [FIRST, ...others]) {
    await test.step(mode.name, async () => {
      await enter(page, mode);
      const axe = new AxeBuilder({ page });
      const { violations } = await (mode === FIRST ? axe.withTags(TAGS) : axe.withRules(LOOKS)).analyze();
      const told = violations.map(
        ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
      );
      expect(told).toEqual([]);
      const wide = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(wide, 'no scrolling sideways').toBe(0);
    });
  }
}

for (const locale of ['en-GB', 'sv-SE']) {
  test.describe(locale, () => {
    test.use({ locale, reducedMotion: 'reduce' });

    for (const route of [...ROUTES, '/no/such/page']) {
      test(`${route} has no barrier that axe can see`, async ({ page, guard }) => {
        guard.allow(/Not found: \/no\/such\/page/);
        await page.goto(route);
        await checkModes(page);
      });
    }

    test('a full wallet, a merit, a preview and the claims to show have none either', async ({ page }) => {
      test.setTimeout(120_000);
      await page.goto('/');
      await page.getByRole('button', { name: /Try with specimens|Prova med exempel/ }).click();
      await expect(page.getByRole('article')).toHaveCount(4);
      await test.step('wallet', () => checkModes(page));
      await page.getByRole('link', { name: /Högskolepedagogik/ }).click();
      await page.getByText(/As received|Som den kom/).click();
      await test.step('merit', () => checkModes(page));
      await page
        .getByRole('link', { name: /^(Share|Visa upp)$/ })
        .last()
        .click();
      await test.step('share', () => checkModes(page));
      await page.goto('/add');
      const files = ['not a credential', '{"a":1}'].map((text, index) => ({
        name: `${index}.txt`,
        mimeType: 'text/plain',
        buffer: Buffer.from(text),
      }));
      await page.getByLabel(/Choose files|Välj filer/).setInputFiles(files);
      await expect(page.getByRole('article')).toHaveCount(2);
      await test.step('preview', () => checkModes(page));
    });
  });
}
