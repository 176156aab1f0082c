import AxeBuilder from '@axe-core/playwright';
import { readFileSync } from 'node:fs';
import { expect, test } from './fixtures.ts';
import { chooseMerit, COURSE, showCode, takeSpecimens, tick } from './learner.ts';

test.beforeEach(async ({ page }) => {
  await takeSpecimens(page);
});

test('nothing is ticked beforehand, and what cannot be left out is said', async ({ page }) => {
  await chooseMerit(page);
  const switches = page.getByRole('switch');
  await expect(switches).toHaveCount(19);
  for (const one of await switches.all()) await expect(one).not.toBeChecked();
  const leaves = page.getByRole('region', { name: 'This leaves the phone' });
  await expect(leaves).toContainText('Nothing you have ticked');
  await expect(leaves.getByRole('term')).toHaveText([
    'Issuer',
    'Signed',
    'Type of merit',
    'Key that shows it is yours',
  ]);
  await expect(leaves).not.toContainText('Astrid');
});

test('the box holds exactly what was ticked, and lets go of what is unticked', async ({ page }) => {
  await chooseMerit(page);
  const leaves = page.getByRole('region', { name: 'This leaves the phone' });
  await tick(page, ['Given name', 'Learning outcomes']);
  await expect(leaves).toContainText('Astrid');
  await expect(leaves).toContainText('Bedöma kliniska färdigheter mot uttalade kriterier');
  await expect(leaves).not.toContainText('Lindqvist');
  await page.getByRole('switch', { name: 'Given name', exact: true }).uncheck();
  await expect(leaves).not.toContainText('Astrid');
});

test('everything can be ticked and shown by keyboard alone', async ({ page }) => {
  await chooseMerit(page);
  await page.getByRole('switch', { name: 'Given name', exact: true }).focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await expect(page.getByRole('switch', { name: 'Family name', exact: true })).toBeChecked();
  await page.getByRole('button', { name: 'Show QR code' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('img', { name: 'QR code. It holds: Given name · Family name' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('img', { name: /^QR code/ })).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Show QR code' })).toBeFocused();
});

test('the code is black on white with its quiet zone and whole pixels, in dark mode too', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await chooseMerit(page);
  await tick(page, ['Given name', 'Family name', 'Title']);
  const code = await showCode(page);
  const looks = await code.evaluate((svg) => {
    const [, , modules = 0] = (svg.getAttribute('viewBox') ?? '').split(' ').map(Number);
    const dialog = svg.closest('dialog');
    return {
      modules,
      pixels: (svg.getBoundingClientRect().width * devicePixelRatio) / modules,
      paper: svg.querySelector('rect')?.getAttribute('fill'),
      ink: svg.querySelector('path')?.getAttribute('fill'),
      firstDark: /^M(\d+) (\d+)/.exec(svg.querySelector('path')?.getAttribute('d') ?? '')?.slice(1),
      ground: dialog && getComputedStyle(dialog).backgroundColor,
    };
  });
  expect(looks).toMatchObject({
    paper: '#ffffff',
    ink: '#000000',
    firstDark: ['4', '4'],
    ground: 'rgb(255, 255, 255)',
  });
  expect(Number.isInteger(Math.round(looks.pixels * 1e6) / 1e6)).toBe(true);
  // Three claims with key binding: version 22 at most (17 + 4 × 22 modules and the quiet zone).
  expect(looks.modules).toBeLessThanOrEqual(17 + 4 * 22 + 8);
});

test('the code renews itself after two minutes with the same looks, until it is closed', async ({ page }) => {
  await page.clock.install();
  await chooseMerit(page);
  await tick(page, ['Given name']);
  const code = await showCode(page);
  const size = await code.getAttribute('viewBox');
  const drawing = (): Promise<string | null> => code.locator('path').getAttribute('d');
  const first = await drawing();
  await expect(page.getByRole('timer')).toHaveText(/^(2:00|1:59)$/);
  await page.clock.runFor(115_000);
  expect(await drawing()).toBe(first);
  await page.clock.runFor(6_000);
  await expect.poll(drawing).not.toBe(first);
  expect(await code.getAttribute('viewBox')).toBe(size);
  await expect(page.getByRole('timer')).toHaveText(/^(2:00|1:5\d)$/);
  await page.getByRole('button', { name: 'Done' }).click();
  await page.clock.runFor(130_000);
  await expect(code).toHaveCount(0);
});

test('a merit that cannot be taken apart says that it goes whole, and that it is bound to nobody', async ({ page }) => {
  await chooseMerit(page, 'Betyg och bedömning i högre utbildning');
  await expect(page.getByText('This merit goes whole.')).toBeVisible();
  await expect(page.getByText('The other person will not see that it is yours')).toBeVisible();
  await expect(page.getByRole('switch')).toHaveCount(0);
  await expect(await showCode(page)).toBeVisible();
  await expect(page.getByRole('timer')).toHaveCount(0);
});

test('what is too large for one code says so and offers the very file', async ({ page }) => {
  await chooseMerit(page, 'Klinisk handledare');
  await page.getByRole('button', { name: 'Show QR code' }).click();
  await expect(page.getByRole('alert')).toContainText('Too much for one QR code');
  const saving = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Save the file' }).click();
  const saved = await saving;
  expect(saved.suggestedFilename()).toMatch(/\.png$/);
  expect(
    readFileSync(await saved.path())
      .subarray(1, 4)
      .toString(),
  ).toBe('PNG');
});

test('an address that names no merit of this device says so and shows the others', async ({ page }) => {
  await page.goto('/share?id=nothing-here');
  await expect(page.getByText('That merit is not on this device.')).toBeVisible();
  await expect(page.getByRole('link', { name: COURSE })).toBeVisible();
});

test('ticking and showing are free of what axe finds, in light and dark', async ({ page }) => {
  await chooseMerit(page);
  await tick(page, ['Given name']);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  }
  await showCode(page);
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
});
