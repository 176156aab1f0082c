import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { bind, discloseOnly, linkTo, makeScene, NAME, newKey, trustIn } from './showing.ts';
import type { Scene } from './showing.ts';

const FOREIGN = 'https://look-alike.example/';
let scene: Scene;
let shown: string;

test.beforeAll(async () => {
  scene = await makeScene();
  shown = discloseOnly(scene.credential, ['given_name', 'family_name', 'title']);
});

async function paste(page: Page, text: string): Promise<Locator> {
  await page.getByRole('button', { name: 'Paste', exact: true }).click();
  await page.getByRole('textbox').fill(text);
  await page.getByRole('button', { name: 'Check', exact: true }).click();
  return verdictOf(page);
}

async function verdictOf(page: Page): Promise<Locator> {
  const dialog = page.getByRole('dialog', { name: 'Verdict' });
  await dialog.getByRole('heading').waitFor();
  return dialog;
}

async function close(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Done' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
}

test.describe('with the issuer in a list', () => {
  test.beforeEach(async ({ page }) => {
    await trustIn(page, scene.trustList);
    await page.goto('/verify');
  });

  test('a genuine showing gives the name, what was disclosed and no more, and the limits of a showing', async ({
    page,
  }) => {
    const dialog = await paste(page, await linkTo(FOREIGN, bind(shown, scene.holder)));
    await expect(dialog.getByRole('alert')).toContainText(NAME);
    await expect(dialog.getByRole('alert')).toContainText('Compare the name with an ID.');
    await expect(dialog).toContainText('it may be a copy as old as its time window');
    await expect(dialog).toContainText('Issuer list: Högskolor i test');
    await dialog.getByText('What was shown (3)').click();
    await expect(dialog.getByRole('term')).toHaveText(['First name', 'Last name', 'Title']);
    await expect(dialog).not.toContainText('1994-07-19');
    await dialog.getByText('Details', { exact: true }).click();
    await expect(dialog.getByText('The key belongs to the issuer that is named.')).toBeVisible();
  });

  const seconds = (): number => Math.trunc(Date.now() / 1000);
  const twins: readonly (readonly [what: string, text: () => string, verdict: string, reason: string])[] = [
    ['stripped of its key binding', () => shown, 'Cannot tell', 'does not show that it belongs to the person'],
    [
      'shown a quarter of an hour ago',
      () => bind(shown, scene.holder, { iat: seconds() - 900, exp: seconds() - 780 }),
      'Not accepted',
      'It was made too long ago.',
    ],
    [
      'made for somebody else',
      () => bind(shown, scene.holder, { aud: 'https://another-verifier.example' }),
      'Not accepted',
      'made for somebody else',
    ],
    ['signed by another key', () => bind(shown, scene.holder, { key: newKey().privateKey }), 'Not accepted', ''],
    ['with a claim added after signing', () => withMoreThanWasSigned(bind(shown, scene.holder)), 'Not accepted', ''],
  ];
  for (const [what, text, verdict, reason] of twins)
    test(`a showing ${what}: ${verdict}`, async ({ page }) => {
      const dialog = await paste(page, await linkTo(FOREIGN, text()));
      await expect(dialog.getByRole('heading')).toHaveText(verdict);
      await expect(dialog.getByRole('alert')).toContainText(reason);
      if (verdict === 'Not accepted') await expect(dialog).not.toContainText('Ekdahl');
    });

  test('a credential file is about the document, and says nothing of who holds it', async ({ page }) => {
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'merit.txt', mimeType: 'text/plain', buffer: Buffer.from(scene.credential) });
    const dialog = await verdictOf(page);
    await expect(dialog.getByRole('heading')).toHaveText('Genuine');
    await expect(dialog).toContainText('It says nothing of who holds it.');
  });

  test('a showing in a file counts as a showing', async ({ page }) => {
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'merit.txt', mimeType: 'text/plain', buffer: Buffer.from(bind(shown, scene.holder)) });
    const dialog = await verdictOf(page);
    await expect(dialog.getByRole('heading')).toHaveText('Genuine');
    await expect(dialog).toContainText('it may be a copy');
  });

  test('a link is read once, leaves no trace in the address or the history, and names the host', async ({
    page,
    baseURL,
  }) => {
    const link = await linkTo(baseURL ?? '', bind(shown, scene.holder));
    await page.addInitScript(() => {
      // What the address bar holds when the first element of the app is put on the page.
      const watcher = new MutationObserver(() => {
        if (document.querySelector('main') === null) return;
        document.documentElement.dataset['hashAtFirstRender'] = location.hash;
        watcher.disconnect();
      });
      watcher.observe(document, { childList: true, subtree: true });
    });
    await page.goto(link);
    const dialog = await verdictOf(page);
    await expect(dialog.getByRole('heading')).toHaveText('Genuine');
    await expect(dialog).toContainText(`You are on ${new URL(baseURL ?? '').host}.`);
    await expect(dialog).toContainText('scan the code from your own Meritfolio');
    expect(await page.locator('html').getAttribute('data-hash-at-first-render')).toBe('');
    expect(new URL(page.url()).hash).toBe('');
    await close(page);
    await page.getByRole('link', { name: 'Wallet' }).click();
    await page.goBack();
    await expect(page.getByRole('heading', { level: 1, name: 'Verify' })).toBeVisible();
    expect(new URL(page.url()).hash).toBe('');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  });

  test('a second link opened in the same tab is read and taken out of the address too', async ({ page, baseURL }) => {
    await page.goto(await linkTo(baseURL ?? '', bind(shown, scene.holder)));
    await verdictOf(page);
    await page.goto(await linkTo(baseURL ?? '', bind(shown, scene.holder, { aud: 'https://x.example' })));
    await expect(page.getByRole('heading', { name: 'Not accepted' })).toBeVisible();
    expect(new URL(page.url()).hash).toBe('');
  });

  test('nothing of it is stored', async ({ page }) => {
    await paste(page, await linkTo(FOREIGN, bind(shown, scene.holder)));
    const stored = await page.evaluate(async () => {
      const open = indexedDB.open('meritfolio');
      await new Promise((resolve) => (open.onsuccess = resolve));
      const database = open.result;
      const texts: string[] = [JSON.stringify(localStorage), JSON.stringify(sessionStorage)];
      for (const name of database.objectStoreNames) {
        const rows = database.transaction(name).objectStore(name).getAll();
        await new Promise((resolve) => (rows.onsuccess = resolve));
        if (name !== 'trustLists') texts.push(JSON.stringify(rows.result));
      }
      database.close();
      return texts.join('\n');
    });
    expect(stored).not.toContain('Ekdahl');
    expect(stored).not.toContain('Simulation');
  });

  test('sound can be turned off, and stays off', async ({ page }) => {
    await paste(page, await linkTo(FOREIGN, shown));
    await page.getByRole('button', { name: 'Without sound' }).click();
    await expect(page.getByRole('button', { name: 'Without sound' })).toHaveAttribute('aria-pressed', 'true');
    await close(page);
    await page.reload();
    await paste(page, await linkTo(FOREIGN, shown));
    await expect(page.getByRole('button', { name: 'Without sound' })).toHaveAttribute('aria-pressed', 'true');
  });

  test('every verdict screen is free of what axe finds, in the dark at 320 px', async ({ page }) => {
    await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
    await page.setViewportSize({ width: 320, height: 568 });
    const texts = [
      bind(shown, scene.holder),
      shown,
      bind(shown, scene.holder, { aud: 'https://x.example' }),
      'no credential at all',
    ];
    for (const text of texts) {
      await paste(page, text.includes('~') ? await linkTo(FOREIGN, text) : text);
      expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
      await close(page);
    }
  });
});

test('the caveat of a page opened by link is in Swedish too', async ({ person, baseURL }) => {
  const context = await person({ locale: 'sv-SE' });
  const page = context.pages()[0] ?? (await context.newPage());
  await page.goto(await linkTo(baseURL ?? '', bind(shown, scene.holder)));
  const dialog = page.getByRole('dialog', { name: 'Besked' });
  await expect(dialog.getByRole('heading')).toHaveText('Kan inte avgöras');
  await expect(dialog).toContainText(`Du är på ${new URL(baseURL ?? '').host}.`);
  await expect(dialog).toContainText('Skanna koden från ditt eget Meritfolio');
});

for (const [what, text, sentence] of [
  ['a damaged code', 'https://look-alike.example/V#123', 'The code is'],
  ['a plain web address', 'https://look-alike.example/page', ''],
  ['something else', 'hello', 'No credential was found'],
] as const)
  test(`${what} is no verdict: a sentence and a next step`, async ({ page }) => {
    await page.goto('/verify');
    const dialog = await paste(page, text);
    await expect(dialog.getByRole('heading')).toHaveText('Nothing to check');
    await expect(dialog.getByRole('alert')).toContainText(sentence);
  });

/** The same presentation with one more of the issuer's disclosures put in: `sd_hash` no longer covers it. */
function withMoreThanWasSigned(presentation: string): string {
  const extra = discloseOnly(scene.credential, ['birthdate']).split('~')[1] ?? '';
  const parts = presentation.split('~');
  return [...parts.slice(0, -1), extra, parts.at(-1)].join('~');
}
