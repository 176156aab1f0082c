import { expect, test } from './fixtures.ts';
import { ROUTES } from './routes.ts';

test('after the first visit every route opens with the server stopped and the network cut', async ({
  page,
  context,
  server,
}) => {
  const { origin, stop } = await server();
  await page.goto(origin);
  await expect(page.getByText('Ready for offline')).toBeVisible();

  await stop();
  await context.setOffline(true);
  for (const route of ROUTES) {
    await test.step(route, async () => {
      await page.goto(origin + route);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await page.reload();
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    });
  }
});

test('"ready for offline" is not said while a file is still missing', async ({ page, context, server }) => {
  const { origin } = await server();
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  await context.route('**/manifest.webmanifest*', async (route) => {
    if (route.request().serviceWorker()) await held;
    await route.continue();
  });
  await page.goto(origin);
  await expect(page.getByText('Getting ready to work without a network')).toBeVisible();
  await expect(page.getByText('Ready for offline')).toHaveCount(0);
  release();
  await expect(page.getByText('Ready for offline')).toBeVisible();
});

test('everything the build consists of is on the device, wasm and workers too', async ({ page, server }) => {
  const { origin } = await server();
  await page.goto(origin);
  await expect(page.getByText('Ready for offline')).toBeVisible();
  const kept = await page.evaluate(async () => {
    const names = await caches.keys();
    const caches_ = await Promise.all(names.map((name) => caches.open(name)));
    const keys = await Promise.all(caches_.map((cache) => cache.keys()));
    return keys.flat().map((request) => new URL(request.url).pathname);
  });
  const { listFiles } = await import('../tools/precache-list.js');
  const wanted = listFiles(process.env['E2E_BUILD'] ?? 'build').map(({ url }) => `/${url}`);
  expect([...kept].sort()).toEqual([...wanted].sort());
});
