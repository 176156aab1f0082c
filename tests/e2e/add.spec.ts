import type { Page } from '@playwright/test';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import QRCode from 'qrcode';
import { badge, file } from './badge.ts';
import { giveCamera, holdUp } from './camera-of.ts';
import { expect, test } from './fixtures.ts';
import { makeScene, trustIn } from './showing.ts';
import { vectorFile } from './vector-file.ts';

const BAKED = 'ob3/1EdTech__digital-credentials-public-validator/simple-jwt.png';
const baked = vectorFile(BAKED);

const choose = (page: Page, files: Parameters<ReturnType<Page['locator']>['setInputFiles']>[0]): Promise<void> =>
  page.getByLabel('Choose files').setInputFiles(files);
const kept = (page: Page): ReturnType<Page['locator']> => page.getByRole('status').getByText('Kept in the wallet.');

test('a real baked PNG shows what it is and what was checked before anything is kept', async ({ page }) => {
  test.info().skip(baked === null, `needs ${BAKED}`);
  await page.goto('/add');
  await choose(page, baked ?? '');
  await expect(page.getByRole('heading', { name: 'Teamwork' })).toBeVisible();
  await expect(page.getByText('Cannot tell', { exact: true })).toBeVisible();
  await expect(page.getByText('5 of 11 EU elements', { exact: true })).toBeVisible();
  await expect(page.getByText('Nothing has been changed since it was signed.')).toBeVisible();
  await page.goto('/');
  await expect(page.getByRole('button', { name: 'Try with specimens' })).toBeVisible();

  await page.goto('/add');
  await choose(page, baked ?? '');
  await page.getByRole('button', { name: 'Keep', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Wallet' })).toBeVisible();
  await expect(page.getByRole('article')).toContainText('Teamwork');
  await page.reload();
  await expect(page.getByRole('article')).toContainText('Teamwork');
});

test('a pasted SD-JWT VC of a listed issuer is genuine and kept', async ({ page }) => {
  const { trustList, credential } = await makeScene();
  await trustIn(page, trustList);
  await page.goto('/add');
  await page.getByRole('textbox', { name: 'Paste a credential' }).fill(credential);
  await expect(page.getByRole('heading', { name: 'Simulation i vårdutbildning' })).toBeVisible();
  await expect(page.getByText('Genuine', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Keep', exact: true }).click();
  await expect(kept(page)).toBeVisible();
});

test('the button reads the clipboard, and asks for text when there is none', async ({ person }) => {
  const context = await person({ permissions: ['clipboard-read', 'clipboard-write'] });
  const page = await context.newPage();
  await page.goto('/add');
  await page.evaluate(() => navigator.clipboard.writeText(' '));
  await page.getByRole('button', { name: 'Paste a credential' }).click();
  await expect(page.getByRole('alert')).toHaveText(/There is nothing to paste/);
  await expect(page.getByRole('textbox', { name: 'Paste a credential' })).toBeFocused();

  await page.evaluate((text) => navigator.clipboard.writeText(text), badge({ title: 'Från urklipp' }));
  await page.getByRole('button', { name: 'Paste a credential' }).click();
  await expect(page.getByRole('heading', { name: 'Från urklipp' })).toBeVisible();
});

test('text and files pasted or dropped anywhere on the page are received', async ({ page }) => {
  await page.goto('/add');
  const give = (type: 'paste' | 'drop', text: string, name: string | null): Promise<void> =>
    page.evaluate(
      ([type, text, name]) => {
        const data = new DataTransfer();
        if (name === null) data.setData('text/plain', text);
        else data.items.add(new File([text], name));
        const init = { bubbles: true, cancelable: true };
        document.body.dispatchEvent(
          type === 'paste'
            ? new ClipboardEvent('paste', { ...init, clipboardData: data })
            : new DragEvent('drop', { ...init, dataTransfer: data }),
        );
      },
      [type, text, name] as const,
    );
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await give('paste', badge({ title: 'Klistrad text' }), null);
  await expect(page.getByRole('heading', { name: 'Klistrad text' })).toBeVisible();
  await give('paste', badge({ title: 'Klistrad fil' }), 'one.jwt');
  await expect(page.getByRole('heading', { name: 'Klistrad fil' })).toBeVisible();
  await give('drop', badge({ title: 'Släppt fil' }), 'two.jwt');
  await expect(page.getByRole('heading', { name: 'Släppt fil' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Keep all 3' })).toBeVisible();
});

test('a picture of a QR code is read for what the code says', async ({ page }) => {
  const picture = await QRCode.toBuffer(badge({ title: 'Ur en kod', achievement: { description: '' } }), {
    errorCorrectionLevel: 'L',
    scale: 4,
  });
  await page.goto('/add');
  await choose(page, file('code.png', picture, 'image/png'));
  await expect(page.getByRole('heading', { name: 'Ur en kod' })).toBeVisible();
});

test('a code before the camera is received like pasted text, and the camera closes', async ({ page, context }) => {
  await giveCamera(context);
  await page.goto('/add');
  await page.getByRole('button', { name: 'Scan', exact: true }).click();
  await expect(page.getByText('Point the camera at the code.')).toBeVisible();
  const code = await QRCode.toBuffer(badge({ title: 'Ur kameran' }), { errorCorrectionLevel: 'L', scale: 6 });
  await holdUp(page, code);
  await expect(page.getByRole('heading', { name: 'Ur kameran' })).toBeVisible();
  await expect(page.locator('video')).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Keep', exact: true })).toBeVisible();
});

test('a link carries a credential behind its #, which leaves the address and the history at once', async ({ page }) => {
  const carried = `/add#c=${Buffer.from(badge({ title: 'Ur en länk' })).toString('base64url')}`;
  await page.goto(carried);
  await expect(page.getByRole('heading', { name: 'Ur en länk' })).toBeVisible();
  expect(new URL(page.url()).hash).toBe('');
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Add', exact: true })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Ur en länk' })).toHaveCount(0);

  await page.evaluate((hash) => (location.hash = hash), `c=${badge({ title: 'Följd på sidan' })}`);
  await expect(page.getByRole('heading', { name: 'Följd på sidan' })).toBeVisible();
  expect(new URL(page.url()).hash).toBe('');

  await page.goto('/');
  await page.goto('/add#c=a');
  await expect(page.getByRole('alert')).toContainText('The link carries no credential');
});

test('the same credential twice is noticed, among what was given and in the wallet', async ({ page }) => {
  const same = badge({ title: 'En enda' });
  await page.goto('/add');
  await choose(page, [file('a.jwt', same), file('b.json', JSON.stringify(same))]);
  await expect(page.getByRole('heading', { name: 'En enda' })).toHaveCount(1);
  await page.getByRole('button', { name: 'Keep', exact: true }).click();
  await expect(kept(page)).toBeVisible();
  await page.getByRole('link', { name: 'Add', exact: true }).click();
  await choose(page, file('c.jwt', `\n${same}\n`));
  await expect(page.getByText('You already have this one in your wallet.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Keep', exact: true })).toHaveCount(0);
  await page.getByRole('link', { name: 'Show it' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'En enda' })).toBeVisible();
});

test('every bad input gets its own sentence, and the good one beside it is still there', async ({ page }) => {
  const huge = join(tmpdir(), `meritfolio-huge-${process.pid}.bin`);
  const picture = await QRCode.toBuffer('x');
  const [header = ''] = badge({}).split('.');
  const inputs: readonly [name: string, content: string | Buffer, sentence: RegExp][] = [
    ['empty.json', '', /The file is empty/],
    ['cut.png', picture.subarray(0, 60), /The image is cut off/],
    ['header.jwt', `${header}.`, /The credential is cut off/],
    ['page.json', '<!doctype html><html><body>Sign in</body></html>', /This is a web page/],
    ['deep.json', '['.repeat(100_000) + ']'.repeat(100_000), /nested too deep/],
    ['twice.json', '{"issuer":"a","issuer":"b"}', /says the same thing twice/],
  ];
  await page.goto('/add');
  for (const [name, content, sentence] of inputs) {
    await test.step(name, async () => {
      await choose(page, file(name, content, name.endsWith('png') ? 'image/png' : ''));
      const item = page.getByRole('article').filter({ hasText: name });
      await expect(item.getByRole('heading', { name: 'This could not be read as a merit' })).toBeVisible();
      await expect(item.getByRole('alert')).toHaveText(sentence);
    });
  }
  await test.step('50 MB', async () => {
    writeFileSync(huge, Buffer.alloc(50 * 1024 * 1024, 'a'));
    try {
      await choose(page, huge);
      await expect(page.getByText('The file is larger than any credential')).toBeVisible();
    } finally {
      rmSync(huge);
    }
  });
  await choose(page, file('good.jwt', badge({ title: 'Den goda' })));
  await expect(page.getByRole('heading', { name: 'Den goda' })).toBeVisible();
  await page.getByRole('button', { name: 'Keep', exact: true }).click();
  await expect(kept(page)).toBeVisible();
});

test('what is no credential can be kept as a document, byte for byte', async ({ page }) => {
  const content = 'Intyg: har lett tre kurser.\n';
  await page.goto('/add');
  await choose(page, file('intyg.txt', content, 'text/plain'));
  await page.getByRole('button', { name: 'Keep as a document' }).click();
  await page.getByRole('link', { name: 'intyg.txt' }).click();
  await expect(page.getByText('Kept as a document')).toBeVisible();
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export' }).click();
  const saved = await saving;
  expect(saved.suggestedFilename()).toBe('intyg.txt');
  expect(readFileSync(await saved.path(), 'utf8')).toBe(content);
});

test('two hundred files are read with progress in words and kept in one step', async ({ page }) => {
  await page.goto('/add');
  const files = Array.from({ length: 200 }, (_, index) => file(`${index}.jwt`, badge({ title: `Kurs ${index}` })));
  await choose(page, files);
  await expect(page.getByText(/Reading \d+ of 200 files/)).toBeVisible();
  await page.getByRole('button', { name: 'Keep all 200' }).click();
  await expect(page.getByText('200 merits', { exact: true })).toBeVisible();
});
