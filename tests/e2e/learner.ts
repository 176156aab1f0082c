// What a learner does before a code stands on the screen.
import type { Locator, Page } from '@playwright/test';

export const COURSE = 'Högskolepedagogik – att undervisa kliniskt';

export async function takeSpecimens(page: Page): Promise<void> {
  await page.goto('/');
  await page.getByRole('button', { name: 'Try with specimens' }).click();
  await page.getByRole('link', { name: COURSE }).waitFor();
}

/** The page where claims of `title` are ticked. */
export async function chooseMerit(page: Page, title: string = COURSE): Promise<void> {
  await page.goto('/share');
  await page.getByRole('link', { name: title }).click();
  await page.getByRole('button', { name: 'Show QR code' }).waitFor();
}

export async function tick(page: Page, labels: readonly string[]): Promise<void> {
  for (const label of labels) await page.getByRole('switch', { name: label, exact: true }).check();
}

/** Opens the code and returns its picture. */
export async function showCode(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: 'Show QR code' }).click();
  const code = page.getByRole('img', { name: /^QR code/ });
  await code.waitFor();
  return code;
}
