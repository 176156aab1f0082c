import type { Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { badge, file } from './badge.ts';
import { expect, test } from './fixtures.ts';
import { makeScene, trustIn } from './showing.ts';

async function keepAndOpen(page: Page, credential: string, title: string): Promise<void> {
  await page.goto('/add');
  await page.getByLabel('Choose files').setInputFiles(file('merit.jwt', credential));
  await page.getByRole('button', { name: 'Keep', exact: true }).click();
  await page.getByRole('link', { name: title }).click();
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
}

test('a merit shows its value: each of the 11 EU elements, or that it is not stated', async ({ page }) => {
  await keepAndOpen(page, badge({ title: 'Simtest' }), 'Simtest');
  await expect(page.getByText('4 of 11 EU elements', { exact: true })).toBeVisible();
  await expect(page.getByText('not stated')).toHaveCount(7);
  await expect(page.getByRole('definition').filter({ hasText: 'Vattuhallen' }).first()).toBeVisible();
});

test('every check has its sentence, and the verdict says how old its evidence is', async ({ page }) => {
  const { trustList, credential } = await makeScene();
  await trustIn(page, trustList);
  await keepAndOpen(page, credential, 'Simulation i vårdutbildning');
  await expect(page.getByText('Genuine', { exact: true })).toBeVisible();
  await expect(page.getByText(/Signature checked now · issuer list of \d+ \w+/)).toBeVisible();
  const checks = page.locator('section', { has: page.getByRole('heading', { name: 'What was checked' }) });
  await expect(checks.getByRole('listitem')).toHaveCount(11);
  await expect(checks.getByText('Nothing has been changed since it was signed.')).toBeVisible();
});

test('the name in the list comes first; what an unlisted issuer calls itself is marked as its own word', async ({
  page,
}) => {
  const { trustList, credential } = await makeScene();
  await trustIn(page, trustList);
  await keepAndOpen(page, credential, 'Simulation i vårdutbildning');
  const issuer = page.locator('section', { has: page.getByRole('heading', { name: 'Issuer', exact: true }) });
  await expect(issuer.getByRole('definition').first()).toContainText('Examina University');

  await keepAndOpen(page, badge({ title: 'Olistad', issuer: 'Examina University' }), 'Olistad');
  await expect(issuer.getByRole('definition').first()).toHaveText('Not confirmed by any list in this device');
  await expect(issuer).toContainText('Calls itself');
});

test('hostile words are only words: no markup, no turned text, no unsafe link, no request', async ({ page }) => {
  const name = 'Кarolinska <img src=https://evil.example/x onerror=alert(1)> \u202Egpj.exe';
  const evidence = ['javascript:alert(1)', 'data:text/html,x', 'http://plain.example/', 'https://user@host.example/'];
  const more = {
    evidence: [...evidence, 'https://bevis.example/a', 'mailto:bevis@example.org'].map((id) => ({
      id,
      type: ['Evidence'],
      name: `Underlag ${id}`,
    })),
  };
  await keepAndOpen(page, badge({ title: 'Farligt', issuer: name, more }), 'Farligt');
  await expect(page.getByText('holds letters that look like others')).toBeVisible();
  await expect(page.getByText('onerror=alert(1)> gpj.exe').first()).toBeVisible();
  const links = page.locator('main a[target=_blank]');
  await expect(links).toHaveCount(2);
  for (const link of await links.all()) await expect(link).toHaveAttribute('rel', 'noopener noreferrer');
  await expect(page.getByText('opens bevis.example')).toBeVisible();
  await expect(page.getByText('The address is not one that is safe to open.')).toHaveCount(2);
  await expect(page.getByText('javascript:')).toHaveCount(1);
});

test('text in another language says so to screen readers', async ({ page }) => {
  const words = { name: { sv: 'Livräddning', en: 'Lifesaving' } };
  await keepAndOpen(page, badge({ title: 'x', achievement: words }), 'Lifesaving');
  await expect(page.getByRole('heading', { level: 1 }).locator('bdi')).toHaveAttribute('lang', 'en');
});

test('what was received can be read as it is and exported byte for byte', async ({ page }) => {
  const credential = badge({ title: 'Ordagrant' });
  await keepAndOpen(page, credential, 'Ordagrant');
  await page.getByText('As received').click();
  await expect(page.getByRole('textbox', { name: 'File' })).toHaveValue(credential);
  await expect(page.getByRole('textbox', { name: 'Claims' })).toHaveValue(/"name": "Ordagrant"/);
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export' }).click();
  const saved = await saving;
  expect(saved.suggestedFilename()).toBe('merit.jwt');
  expect(readFileSync(await saved.path(), 'utf8')).toBe(credential);
});

test('delete leads to the wallet and can be undone from there', async ({ page }) => {
  await keepAndOpen(page, badge({ title: 'Ångerbar' }), 'Ångerbar');
  await page.getByRole('button', { name: 'Delete' }).click();
  await expect(page.getByRole('button', { name: 'Try with specimens' })).toBeVisible();
  await expect(page.getByText('“Ångerbar” is deleted.')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByRole('link', { name: 'Ångerbar' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Ångerbar' })).toBeVisible();
});

test('a merit that is not here says so and leads on', async ({ page }) => {
  await page.goto('/credential/not-kept-here');
  await expect(page.getByRole('heading', { level: 1, name: 'This merit is not in the wallet' })).toBeVisible();
  await page.getByRole('link', { name: 'To the wallet' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Wallet' })).toBeVisible();
});

test('everything on the way from the wallet to a merit and back works by keyboard', async ({ page }) => {
  await page.goto('/');
  await expect(page.getByRole('button', { name: 'Try with specimens' })).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to content' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Try with specimens' })).toBeFocused();
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: 'Klinisk handledare' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Klinisk handledare' })).toBeVisible();
  await page.getByRole('link', { name: 'Back' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Wallet' })).toBeVisible();
});

test('criteria written in Markdown are drawn without HTML, pictures or unsafe links', async ({ page }) => {
  const narrative = [
    '# Krav',
    '- Simma **200** meter',
    '- Läs [mer](https://simning.example/krav) och [inte](javascript:alert(1))',
    '',
    '<img src=https://evil.example/x onerror=alert(1)>',
    '',
    '![En simmare](https://evil.example/pixel.gif)',
  ].join('\n');
  await keepAndOpen(page, badge({ title: 'Märkt', achievement: { criteria: { narrative } } }), 'Märkt');
  const outcomes = page.locator('dl > div', { hasText: 'Learning outcomes' });
  await expect(outcomes.getByRole('listitem')).toHaveCount(2);
  await expect(outcomes.locator('strong')).toHaveText('200');
  await expect(outcomes.getByRole('heading')).toHaveCount(0);
  await expect(outcomes.getByRole('link')).toHaveCount(1);
  await expect(outcomes).toContainText('opens simning.example');
  await expect(outcomes).toContainText('<img src=https://evil.example/x onerror=alert(1)>');
  await expect(outcomes).toContainText('En simmare');
  await expect(outcomes.locator('img')).toHaveCount(0);
});

test('each value says where it stands, when asked', async ({ page }) => {
  await keepAndOpen(page, badge({ title: 'Platsen' }), 'Platsen');
  const title = page.locator('dl > div', { hasText: /^Title/ });
  await expect(title).not.toContainText('achievement.name');
  const ask = page.getByRole('button', { name: 'Where it says so' });
  await ask.click();
  await expect(title).toContainText('achievement.name');
  await expect(ask).toHaveAttribute('aria-pressed', 'true');
  await ask.click();
  await expect(title).not.toContainText('achievement.name');
});

test('an address it was issued to is matched against mine; a hash of somebody else’s is not', async ({ page }) => {
  const recipient = (identityHash: string, name: string): object => ({
    credentialSubject: {
      type: ['AchievementSubject'],
      identifier: [{ type: 'IdentityObject', hashed: false, identityHash, identityType: 'emailAddress' }],
      achievement: {
        id: 'urn:example:achievement',
        type: ['Achievement'],
        name,
        criteria: { narrative: 'Simma.' },
      },
    },
  });
  await keepAndOpen(page, badge({ title: 'Adress', more: recipient('astrid@example.org', 'Adress') }), 'Adress');
  await expect(page.getByText('Whether it is yours can be told once you have entered yours.')).toBeVisible();
  await page.getByRole('link', { name: 'Add it in Settings' }).click();
  const address = page.getByRole('textbox', { name: /address/i });
  await address.fill('Astrid@example.org');
  await address.press('Enter');
  await expect(page.getByRole('listitem').filter({ hasText: 'Astrid@example.org' })).toBeVisible();
  await page.goto('/');
  await page.getByRole('link', { name: 'Adress' }).click();
  await expect(page.getByText('Issued to one of your addresses.')).toBeVisible();
  await keepAndOpen(
    page,
    badge({ title: 'Annans', id: 'annans', more: recipient('berit@example.org', 'Annans') }),
    'Annans',
  );
  await expect(page.getByText('Issued to an address that is not among yours.')).toBeVisible();
});
