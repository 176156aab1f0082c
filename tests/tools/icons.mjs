// Draws the icons that platforms want as pixels from static/icons/icon.svg, with the tests' browser.
import { chromium } from '@playwright/test';
import { readFileSync, writeFileSync } from 'node:fs';
import { args, executablePath } from '../chromium.mjs';

const svg = readFileSync('static/icons/icon.svg', 'utf8');
// A platform may cut a maskable icon to a circle: its ground reaches every edge, its drawing stays in the middle.
const maskable = svg
  .replace(/<rect[^>]*>/, '<rect width="64" height="64" fill="#1b4b72"/>')
  .replace('<g ', '<g transform="translate(32 32) scale(0.78) translate(-32 -32)" ');

const wanted = [
  { file: 'icon-192.png', size: 192, drawing: svg },
  { file: 'icon-512.png', size: 512, drawing: svg },
  { file: 'maskable-512.png', size: 512, drawing: maskable },
  { file: 'apple-touch-icon.png', size: 180, drawing: maskable },
];
const browser = await chromium.launch({ executablePath, args });
for (const { file, size, drawing } of wanted) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  const source = `data:image/svg+xml;base64,${Buffer.from(drawing).toString('base64')}`;
  await page.setContent(
    `<body style="margin:0"><img src="${source}" width="${size}" height="${size}" style="display:block">`,
  );
  await page.locator('img').evaluate((image) => (image instanceof HTMLImageElement ? image.decode() : undefined));
  writeFileSync(`static/icons/${file}`, await page.screenshot({ omitBackground: true }));
  await page.close();
}
await browser.close();
