import type { Page } from '@playwright/test';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { BUSY_LOCK } from '../../src/lib/adapters/offline/names.ts';
import { expect, test } from './fixtures.ts';
import { buildLaterRelease, LATER_TITLE } from './second-build.ts';

let later = '';
test.beforeAll(() => {
  test.setTimeout(180_000);
  later = buildLaterRelease();
});
test.afterAll(() => {
  rmSync(later, { recursive: true, force: true });
});

async function openReady(page: Page, origin: string): Promise<void> {
  await page.goto(origin);
  await expect(page.getByText('Ready for offline')).toBeVisible();
}

const builds = (page: Page): Promise<number> => page.evaluate(async () => (await caches.keys()).length);

test('an update waits for consent and for busy tabs, and open tabs keep the files they run on', async ({
  context,
  server,
}) => {
  const first = await server();
  const [one, two] = [await context.newPage(), await context.newPage()];
  await openReady(one, first.origin);
  await openReady(two, first.origin);
  await first.stop();
  const second = await server({ dir: join(later, 'build'), port: first.port });

  await test.step('the newer build is fetched and waits; both tabs run the older one', async () => {
    await one.reload();
    await expect(one.getByText('A newer version of Meritfolio is ready.')).toBeVisible();
    await expect(one).not.toHaveTitle(new RegExp(LATER_TITLE));
  });

  await test.step('while the other tab is busy, consent does not interrupt it', async () => {
    await two.evaluate((lock) => {
      void navigator.locks.request(
        lock,
        { mode: 'shared' },
        () => new Promise((done) => (globalThis.onhashchange = done)),
      );
    }, BUSY_LOCK);
    await one.getByRole('button', { name: 'Update now' }).click();
    await expect(one.getByText('Another tab is in the middle of something.')).toBeVisible();
    await two.evaluate(() => (location.hash = 'done'));
  });

  await test.step('with consent this tab moves on', async () => {
    await one.getByRole('button', { name: 'Update now' }).click();
    await expect(one).toHaveTitle(new RegExp(LATER_TITLE));
  });

  await test.step('the other tab still opens pages it never opened before, though no server has them', async () => {
    await second.stop();
    await expect(two.getByText('Another tab has moved on to a newer version.')).toBeVisible();
    expect(await builds(two)).toBe(2);
    await two.getByRole('link', { name: 'Settings' }).first().click();
    await expect(two.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible();
    await expect(two).not.toHaveTitle(new RegExp(LATER_TITLE));
  });

  await test.step('when the last older tab is gone, so are its files', async () => {
    await two.getByRole('button', { name: 'Reload' }).click();
    await expect(two).toHaveTitle(new RegExp(LATER_TITLE));
    await expect.poll(() => builds(two)).toBe(1);
  });
});
