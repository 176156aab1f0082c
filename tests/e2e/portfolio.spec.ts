// Arranging: by buttons and keyboard on a phone, by drag on a desktop; what stands where survives a reload.
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { COURSE, takeSpecimens } from './learner.ts';

const BADGE = 'Klinisk handledare';

async function beginKi(page: Page): Promise<void> {
  await takeSpecimens(page);
  await page.goto('/portfolio');
  await page.getByRole('button', { name: /^Start with Qualifications portfolio/ }).click();
  await page.getByRole('link', { name: /^Teaching portfolio/ }).click();
  await expect(page.getByRole('heading', { name: 'Teaching portfolio' })).toBeVisible();
}

async function place(page: Page, ...titles: readonly string[]): Promise<void> {
  await page.getByRole('button', { name: 'Place a merit' }).click();
  const dialog = page.getByRole('dialog');
  for (const title of titles) await dialog.getByRole('button', { name: `Place ${title}` }).click();
  await dialog.getByRole('button', { name: 'Done' }).click();
}

const standing = (page: Page): Locator =>
  page.getByRole('list', { name: 'Merits in Teaching portfolio' }).getByRole('heading');

test('merits are placed, moved and taken out with buttons alone, and stay after a reload', async ({ page }) => {
  await beginKi(page);
  await expect(page.getByText('Show how your teaching has developed')).toBeVisible();
  await place(page, COURSE, BADGE);
  await expect(standing(page)).toHaveText([COURSE, BADGE]);
  await expect(page.getByText('3 ECTS', { exact: true }).last()).toBeVisible();

  const up = page.getByRole('button', { name: `Move ${BADGE} up` });
  await up.focus();
  await page.keyboard.press('Enter');
  await expect(standing(page)).toHaveText([BADGE, COURSE]);
  await expect(page.getByRole('button', { name: `Move ${BADGE} down` })).toBeFocused();
  await expect(page.getByText(`${BADGE} is now number 1 of 2.`)).toBeAttached();

  await page.reload();
  await expect(standing(page)).toHaveText([BADGE, COURSE]);

  await page.getByRole('button', { name: `Remove ${COURSE} from the section` }).click();
  await expect(standing(page)).toHaveText([BADGE]);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(standing(page)).toHaveText([BADGE, COURSE]);

  await page.getByRole('button', { name: `Move ${BADGE} to another section` }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Clinical portfolio' }).click();
  await expect(standing(page)).toHaveText([COURSE]);
  await page.getByRole('link', { name: 'All sections' }).click();
  await expect(page.getByRole('link', { name: /^Clinical portfolio.*1 merit$/ })).toBeVisible();
});

test('a section of the own is added, renamed, removed and brought back', async ({ page }) => {
  await beginKi(page);
  await page.getByRole('link', { name: 'All sections' }).click();
  await page.getByRole('button', { name: 'New section' }).click();
  await page.getByRole('textbox', { name: 'Name of the section' }).fill('Awards');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Awards' })).toBeVisible();
  await page.getByRole('button', { name: 'Rename' }).click();
  await page.getByRole('textbox', { name: 'Name of the section' }).fill('Prizes');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Prizes' })).toBeVisible();
  await page.getByRole('button', { name: 'Remove the section' }).click();
  const prizes = page.getByRole('link', { name: /^Prizes/ });
  await expect(prizes).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(prizes).toBeVisible();
});

test('the page of a merit leads here, and the merit waits until a template and a section are chosen', async ({
  page,
}) => {
  await takeSpecimens(page);
  await page.getByRole('link', { name: COURSE }).click();
  await page.getByRole('link', { name: 'Place', exact: true }).click();
  await page.getByRole('button', { name: /^Start with Qualifications portfolio/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Teaching portfolio' }).click();
  await expect(standing(page)).toHaveText([COURSE]);
});

test('a section leads to sharing what stands in it', async ({ page }) => {
  await beginKi(page);
  await place(page, COURSE);
  await page.getByRole('link', { name: 'Share Teaching portfolio' }).click();
  await expect(page).toHaveURL(/\/share\?section=/);
});

test.describe('on a desktop', () => {
  test.use({ viewport: { width: 1400, height: 950 }, locale: 'sv-SE' });

  async function dragTo(page: Page, grip: Locator, zone: Locator): Promise<void> {
    const [from, to] = [await grip.boundingBox(), await zone.boundingBox()];
    if (!from || !to) throw new Error('not on the page');
    await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
    await page.mouse.down();
    await page.mouse.move(from.x + 24, from.y + 24, { steps: 4 });
    await page.mouse.move(to.x + to.width / 2, to.y + to.height / 2, { steps: 16 });
    // Zones look for the pointer by a clock: only the gap the merit leaves in one says that it would take it.
    await expect(zone.locator('[data-is-dnd-shadow-item-internal]')).toBeAttached();
    await page.mouse.up();
  }

  test('a merit is dragged from the wallet into the section, and on to another', async ({ page }) => {
    await page.goto('/');
    await page.getByRole('button', { name: 'Prova med exempel' }).click();
    await page.getByRole('link', { name: COURSE }).waitFor();
    await page.goto('/portfolio');
    await page.getByRole('button', { name: /^Börja med Meritportfölj/ }).click();
    await page.getByRole('link', { name: /^Pedagogisk portfölj/ }).click();
    const list = page.getByRole('list', { name: 'Meriter i Pedagogisk portfölj' });
    const course = page.getByRole('complementary').getByRole('listitem').filter({ hasText: COURSE });

    await dragTo(page, course.locator('.grip'), list);
    await expect(list.getByRole('heading')).toHaveText([COURSE]);
    const clinical = page.getByRole('listitem').filter({ has: page.getByRole('link', { name: /^Klinisk portfölj/ }) });
    await dragTo(page, list.locator('.grip'), clinical.locator('.drop'));
    await expect(list.getByRole('heading')).toHaveCount(0);
    await expect(page.getByRole('link', { name: /^Klinisk portfölj.*1 merit$/ })).toBeVisible();
    await page.reload();
    await expect(page.getByRole('link', { name: /^Klinisk portfölj.*1 merit$/ })).toBeVisible();
  });
});
