// THREATS B1, B2, B10, B14, B15: two hundred attacks in every word that is shown, in every view. None runs, none asks.
import type { Locator, Page } from '@playwright/test';
import { badge, file } from './badge.ts';
import { expect, test } from './fixtures.ts';
import { hostileBadge, hostileList, hostileOldBadge, SVG_IMAGE } from './hostile-credentials.ts';
import { makeScene } from './showing.ts';
import { BAD_ADDRESSES, PAYLOADS } from './xss-payloads.ts';

/** So many attacks after each other in one field: a page of every credential with all of them is opened. */
const TOGETHER = 20;
const groups = Array.from({ length: PAYLOADS.length / TOGETHER }, (_, at) =>
  PAYLOADS.slice(at * TOGETHER, (at + 1) * TOGETHER).join(' \n\n'),
);
const FILES = [
  ...PAYLOADS.map((words, at) => hostileBadge(words, at)),
  ...groups.map((words, at) => hostileBadge(`Group ${String(at)} ${words}`, 1000 + at)),
  ...groups.map((words, at) => hostileOldBadge(`Old ${String(at)} ${words}`, at)),
];

interface Found {
  readonly pwned: number;
  readonly handlers: readonly string[];
  readonly elements: readonly string[];
  readonly addresses: readonly string[];
}

/** What would be there if any text had become markup, or any address a dangerous one. */
function look(): Found {
  const handlers: string[] = [];
  const elements: string[] = [];
  const addresses: string[] = [];
  for (const element of document.querySelectorAll('*')) {
    for (const { name } of element.attributes) if (name.startsWith('on')) handlers.push(`${element.tagName} ${name}`);
    if (
      element.matches('iframe, object, embed, base, form[action], marquee, portal, frameset, foreignObject, svg script')
    )
      elements.push(element.tagName);
    for (const name of ['href', 'src', 'xlink:href', 'poster', 'data', 'action', 'formaction']) {
      const address = element.getAttribute(name);
      if (address === null || !URL.canParse(address, location.href)) continue;
      const { protocol, origin } = new URL(address, location.href);
      const own = origin === location.origin || protocol === 'blob:';
      const link = element.matches('a[href]') && (protocol === 'https:' || protocol === 'mailto:');
      const picture = element.matches('img[src]') && address.startsWith('data:image/');
      if (!own && !link && !picture) addresses.push(`${element.tagName} ${name} ${address}`);
    }
  }
  const pwned = Number(Reflect.get(globalThis, 'pwnedTimes') ?? 0);
  return { pwned, handlers, elements, addresses };
}

const NOTHING: Found = { pwned: 0, handlers: [], elements: [], addresses: [] };

async function expectNothing(page: Page): Promise<void> {
  expect(await page.evaluate(look)).toEqual(NOTHING);
}

test.beforeEach(async ({ page }) => {
  await page.addInitScript(() => {
    Reflect.set(globalThis, 'pwned', () =>
      Reflect.set(globalThis, 'pwnedTimes', Number(Reflect.get(globalThis, 'pwnedTimes') ?? 0) + 1),
    );
  });
  page.on('dialog', (dialog) => {
    throw new Error(`a dialog opened: ${dialog.message()}`);
  });
});

const cards = (page: Page): Locator => page.getByRole('article');

async function keepAll(page: Page): Promise<number> {
  await page.goto('/add');
  await page.getByLabel('Choose files').setInputFiles(FILES);
  const keep = page.getByRole('button', { name: /^Keep all \d+$/ });
  await keep.waitFor({ timeout: 60_000 });
  await expect(page.getByText('<script>pwned()</script>').first()).toBeAttached();
  await expectNothing(page);
  const count = Number(/\d+/.exec((await keep.textContent()) ?? '')?.[0]);
  await keep.click();
  await showAll(page, count);
  return count;
}

/** The wallet shows a hundred at a time. */
async function showAll(page: Page, count: number): Promise<void> {
  for (let shown = 100; shown < count; shown += 100) {
    await expect(cards(page)).toHaveCount(shown, { timeout: 60_000 });
    await page.getByRole('button', { name: /^Show \d+ more$/ }).click();
  }
  await expect(cards(page)).toHaveCount(count, { timeout: 60_000 });
}

test('two hundred attacks in every field of every kind: preview, wallet, merit, search, share, portfolio', async ({
  page,
}) => {
  test.setTimeout(240_000);
  expect(PAYLOADS).toHaveLength(200);
  const count = await keepAll(page);
  expect(count).toBeGreaterThanOrEqual(PAYLOADS.length + groups.length);
  await expect(page.getByText('<script>pwned()</script>', { exact: true }).first()).toBeVisible();
  await expectNothing(page);

  const addresses = await addressesOf(cards(page).getByRole('link', { name: /^(?:Group|Old) \d/ }));
  expect(addresses).toHaveLength(2 * groups.length);
  for (const address of addresses) {
    await page.goto(address);
    await page.getByRole('heading', { level: 1 }).waitFor();
    // What is folded away is looked at as well.
    await page.evaluate(() => document.querySelectorAll('details').forEach((details) => (details.open = true)));
    await expect(page.getByText('pwned()').first()).toBeVisible();
    await expectNothing(page);
  }

  await page.goto('/share');
  await page.getByRole('heading', { level: 1 }).waitFor();
  await expectNothing(page);

  await page.goto('/portfolio');
  await page.getByRole('button', { name: /^Start with Qualifications portfolio/ }).click();
  await page.getByRole('link', { name: /^Teaching portfolio/ }).click();
  await page.getByRole('button', { name: 'Place a merit' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText('<script>pwned()</script>').first()).toBeAttached();
  await dialog
    .getByRole('button', { name: /^Place / })
    .first()
    .click();
  await dialog.getByRole('button', { name: 'Done' }).click();
  await expect(page.getByText('pwned()').first()).toBeVisible();
  await expectNothing(page);
});

async function addressesOf(links: Locator): Promise<readonly string[]> {
  return links.evaluateAll((all) => [...new Set(all.map((link) => link.getAttribute('href') ?? ''))]);
}

test('two hundred attacks as issuers of a trust list: list, issuers, an issuer’s page, and its address', async ({
  page,
}) => {
  await page.goto('/settings/trust');
  await page.getByLabel('Import a trust list').setInputFiles(hostileList(PAYLOADS));
  const list = page.getByRole('link', { name: /pwned/ }).first();
  await list.waitFor();
  await expectNothing(page);
  await list.click();
  await expect(page.getByText('<script>pwned()</script>').first()).toBeAttached();
  await expectNothing(page);
  for (const words of [PAYLOADS[0] ?? '', groups[0] ?? '', BAD_ADDRESSES[0] ?? '', ...PAYLOADS.slice(52, 60)]) {
    await page.goto(`/issuer#id=${encodeURIComponent(words)}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await expectNothing(page);
  }
});

test('attacks in what is shown at the door: claims, a whole text, a code that is none', async ({ page }) => {
  await page.goto('/verify');
  for (const words of [groups[0] ?? '', groups[4] ?? '', groups[9] ?? '']) {
    for (const text of [badge({ title: words, issuer: words, achievement: { description: words } }), words]) {
      await page.getByRole('button', { name: 'Paste', exact: true }).click();
      await page.getByRole('textbox').fill(text);
      await page.getByRole('button', { name: 'Check', exact: true }).click();
      await expectNothing(page);
      await page.goto('/verify');
    }
  }
});

test('attacks in claims and in their names: what can be ticked, what leaves, and the code', async ({ page }) => {
  const hostile = PAYLOADS.map((words, at) => [`${String(at)} ${words}`, words] as const);
  await chooseClaims(page, 'Alla', hostile);
  const switches = page.getByRole('switch');
  await expect(switches).toHaveCount(PAYLOADS.length + 1);
  for (const at of [1, 2, 3]) await switches.nth(at).check();
  await expectNothing(page);
  await page.getByRole('button', { name: 'Show QR code' }).click();
  await expect(page.getByRole('alert')).toContainText('Too much for one QR code');
  await expectNothing(page);

  await chooseClaims(page, 'Några', hostile.slice(0, 3));
  for (const one of await switches.all()) await one.check();
  await page.getByRole('button', { name: 'Show QR code' }).click();
  await expect(page.getByRole('img', { name: /^QR code.*pwned/ })).toBeVisible();
  await expectNothing(page);
});

async function chooseClaims(
  page: Page,
  title: string,
  claims: readonly (readonly [name: string, value: string])[],
): Promise<void> {
  const { credential } = await makeScene({ title, ...Object.fromEntries(claims) });
  await page.goto('/add');
  await page.getByLabel('Choose files').setInputFiles(file(`${title}.txt`, credential));
  await page.getByRole('button', { name: 'Keep' }).click();
  await page.getByRole('link', { name: title }).waitFor();
  await page.goto('/share');
  await page.getByRole('link', { name: title }).click();
  await page.getByRole('button', { name: 'Show QR code' }).waitFor();
  await expectNothing(page);
}

test('a badge’s SVG with script, foreign parts and a page in it is a picture and nothing else', async ({ page }) => {
  const svg = file('one.jwt', badge({ title: 'Bild', achievement: { image: { id: SVG_IMAGE, type: 'Image' } } }));
  await page.goto('/add');
  await page.getByLabel('Choose files').setInputFiles([svg]);
  await page.getByRole('button', { name: 'Keep', exact: true }).click();
  await page.getByRole('article').getByRole('link', { name: 'Bild' }).click();
  await page.getByRole('heading', { level: 1, name: 'Bild' }).waitFor();
  const pictures = await page.locator('img').evaluateAll((all) => all.map((one) => one.getAttribute('src') ?? ''));
  expect(
    pictures.filter(
      (address) => address.includes('svg') && !address.startsWith('data:image/') && !address.startsWith('blob:'),
    ),
  ).toEqual([]);
  expect(
    await page.evaluate(() => document.querySelectorAll('svg script, svg foreignObject, object, embed').length),
  ).toBe(0);
  await expectNothing(page);
});

/** Latin names that are not what they look like, and names that turn or hide what stands beside them. */
const NAMES = [
  'Кarolinska Institutet',
  'Karolinska Institutеt',
  'Κarolinska Institutet',
  'Uppsala univеrsitet',
  'Ꮮund University',
  'KI\u202E ækslennak',
  '\u202DKI',
  'Karo\u200Blinska',
  'Karo\u2060linska',
  'Karo\u00ADlinska',
  '\u2066Karolinska\u2069 Institutet',
  'K'.repeat(10_000),
] as const;

test('twelve names that deceive: none widens the page, none is taken for a listed one, no control reaches it', async ({
  page,
}) => {
  await page.goto('/add');
  const files = NAMES.map((issuer, at) => file(`${String(at)}.jwt`, badge({ title: `Merit ${String(at)}`, issuer })));
  await page.getByLabel('Choose files').setInputFiles(files);
  await page.getByRole('button', { name: `Keep all ${String(NAMES.length)}` }).click();
  await expect(cards(page)).toHaveCount(NAMES.length);
  await expect(page.getByText('Genuine', { exact: true })).toHaveCount(0);
  const { text, overflow } = await page.evaluate(() => ({
    text: document.body.innerText,
    overflow: document.documentElement.scrollWidth - document.documentElement.clientWidth,
  }));
  expect(text).not.toMatch(/[\u202a-\u202e\u2060\u2066-\u2069\u200b\u00ad]/);
  expect(overflow).toBeLessThanOrEqual(0);
  for (const address of (await addressesOf(cards(page).getByRole('link'))).slice(0, NAMES.length)) {
    await page.goto(address);
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(
      0,
    );
    expect(await page.evaluate(() => document.body.innerText)).not.toMatch(
      /[\u202a-\u202e\u2060\u2066-\u2069\u200b\u00ad]/,
    );
  }
});
