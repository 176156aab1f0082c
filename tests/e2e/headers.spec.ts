import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { headersFor, parseHeaderRules } from '../server.mjs';
import { expect, test } from './fixtures.ts';

const workers = (): string[] =>
  readdirSync(join(process.env['E2E_BUILD'] ?? 'build', '_app/immutable/workers')).filter((file) =>
    file.endsWith('.js'),
  );

test('every kind of answer carries the headers of static/_headers', async ({ request }) => {
  const rules = parseHeaderRules(readFileSync('static/_headers', 'utf8'));
  const worker = `/_app/immutable/workers/${workers()[0] ?? ''}`;
  for (const path of ['/', '/verify', '/credential/x', '/boot.js', '/service-worker.js', worker]) {
    const answer = await request.get(path);
    expect(answer.status(), path).toBe(200);
    for (const [name, value] of headersFor(rules, path)) expect(answer.headers()[name.toLowerCase()], path).toBe(value);
  }
});

/** Every script of the build but the network worker, as an address. */
const scripts = (): string[] =>
  readdirSync(process.env['E2E_BUILD'] ?? 'build', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.js') && !file.includes('/network/'))
    .map((file) => `/${file}`);

test('no script of the build may reach another host when it is started as a worker, but one', async ({ request }) => {
  expect(scripts().length).toBeGreaterThan(20);
  for (const path of scripts()) {
    expect((await request.get(path)).headers()['content-security-policy'], path).toContain("connect-src 'self'");
  }
  const network = readdirSync(join(process.env['E2E_BUILD'] ?? 'build', '_app/immutable/network'));
  expect(network).toEqual([expect.stringMatching(/^network\.worker-[\w-]+\.js$/)]);
  const answer = await request.get(`/_app/immutable/network/${network[0] ?? ''}`);
  expect(answer.headers()['content-security-policy']).toBe("default-src 'none'; script-src 'self'; connect-src https:");
});

test('a worker cannot reach another host, whatever runs in it', async ({ page, guard }) => {
  guard.allow(/elsewhere\.example/);
  await page.goto('/settings');
  for (const file of workers()) {
    const started = page.waitForEvent('worker');
    await page.evaluate((url) => {
      Object.assign(globalThis, { kept: new Worker(url, { type: 'module' }) });
    }, `/_app/immutable/workers/${file}`);
    const worker = await started;
    const refusedBy = await worker.evaluate(async () => {
      const violation = new Promise<string>((resolve) => {
        addEventListener('securitypolicyviolation', (event) => {
          resolve(Reflect.get(event, 'effectiveDirective'));
        });
      });
      await fetch('https://elsewhere.example/', { mode: 'no-cors' }).catch(() => undefined);
      return violation;
    });
    expect(refusedBy, file).toBe('connect-src');
  }
});

/** A page of somebody else (another origin) that holds the app in a frame. */
async function frameOf(
  origin: string,
  folder: string,
  serve: (dir: string) => Promise<{ origin: string }>,
): Promise<string> {
  writeFileSync(join(folder, 'index.html'), `<link rel="icon" href="data:,"><iframe src="${origin}/"></iframe>`);
  const framer = await serve(folder);
  return framer.origin;
}

test('another site cannot put the app into a frame', async ({ page, server, guard, newFolder }) => {
  const { origin } = await server();
  guard.allow(/frame-ancestors/);
  await page.goto(await frameOf(origin, newFolder(), (dir) => server({ dir })));
  await expect.poll(() => guard.seen().some((problem) => problem.includes('frame-ancestors'))).toBe(true);
  await expect(page.frameLocator('iframe').getByRole('heading', { level: 1, name: 'Wallet' })).toHaveCount(0);
});

test('without that header the app shows nothing in a frame but a link to itself', async ({
  page,
  server,
  guard,
  newFolder,
}) => {
  const { origin } = await server({ headers: false });
  guard.allow(/does not run inside another page/);
  await page.goto(await frameOf(origin, newFolder(), (dir) => server({ dir })));
  const frame = page.frameLocator('iframe');
  await expect(frame.getByRole('link', { name: 'Meritfolio' })).toHaveAttribute('target', '_blank');
  await expect(frame.getByRole('button')).toHaveCount(0);
});
