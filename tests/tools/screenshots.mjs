// `npm run screenshots`: takes the README's picture and those of the install prompt from the built app itself.
import { chromium } from '@playwright/test';
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { args, executablePath } from '../chromium.mjs';
import { serve } from '../server.mjs';

const COURSE = 'Högskolepedagogik – att undervisa kliniskt';
const phone = { width: 390, height: 844 };

const { origin, stop } = await serve({ dir: 'build' });
const browser = await chromium.launch({ executablePath, args });
const context = await browser.newContext({
  viewport: phone,
  deviceScaleFactor: 2,
  locale: 'en-GB',
  timezoneId: 'Europe/Stockholm',
  reducedMotion: 'reduce',
});
const page = await context.newPage();
mkdirSync('static/screenshots', { recursive: true });

await page.goto(origin);
await page.getByRole('button', { name: 'Try with specimens' }).click();
await page.getByRole('link', { name: COURSE }).waitFor();
await page.getByText('Ready for offline').waitFor();
await page.mouse.move(0, 0);
const wallet = await page.screenshot({ path: 'static/screenshots/wallet.png' });

await page.getByRole('link', { name: COURSE }).click();
await page.getByRole('heading', { level: 1, name: COURSE }).waitFor();
const merit = await page.screenshot({ path: 'static/screenshots/merit.png' });

await page.goto(`${origin}/share`);
await page.getByRole('link', { name: COURSE }).click();
for (const label of ['Given name', 'Family name', 'Title'])
  await page.getByRole('switch', { name: label, exact: true }).check();
await page.getByRole('button', { name: 'Show QR code' }).click();
await page.getByRole('img', { name: /^QR code/ }).waitFor();
const code = await page.screenshot({ path: 'static/screenshots/code.png' });

await page.setViewportSize({ width: 1280, height: 800 });
await page.goto(origin);
await page.getByRole('link', { name: COURSE }).waitFor();
await page.screenshot({ path: 'static/screenshots/wallet-wide.png', scale: 'css' });

const row = await context.newPage();
await row.setViewportSize({ width: 1290, height: 900 });
const images = [wallet, merit, code].map((shot) => `<img src="data:image/png;base64,${shot.toString('base64')}">`);
await row.setContent(
  `<style>body{margin:0;display:flex;gap:30px;padding:28px 30px;background:#e6ebea;justify-content:center}
   img{width:390px;height:844px;border-radius:32px;box-shadow:0 8px 30px #14202b2b}</style>${images.join('')}`,
);
writeFileSync('docs/screenshot.png', await row.screenshot({ scale: 'css' }));
await browser.close();
await stop();

// One credential of each kind, as the end-to-end test that drops them in sees them. Without the vectors it is skipped.
spawnSync('node_modules/.bin/playwright', ['test', '--project=e2e', 'tests/e2e/one-of-each.spec.ts'], {
  stdio: 'inherit',
  env: { ...process.env, ONE_OF_EACH_PICTURE: 'docs/one-of-each.png' },
});
