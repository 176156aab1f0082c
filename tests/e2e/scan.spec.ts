import type { Page } from '@playwright/test';
import QRCode from 'qrcode';
import { giveCamera, holdUp, pixelsOf } from './camera-of.ts';
import { expect, test } from './fixtures.ts';
import { chooseMerit, showCode, takeSpecimens, tick } from './learner.ts';
import { bind, discloseOnly, linkTo, makeScene, trustIn } from './showing.ts';

async function expectSpecimen(verifier: Page): Promise<void> {
  const dialog = verifier.getByRole('dialog', { name: 'Verdict' });
  await expect(dialog.getByRole('heading')).toHaveText('Specimen');
  await expect(dialog.getByRole('alert')).toContainText('Astrid Lindqvist');
  await dialog.getByText('Details', { exact: true }).click();
  await expect(dialog.getByText("The holder's key signed this showing.").last()).toBeVisible();
}

test('a verifier sees the pixels of a learner’s code, twice, and again with the server gone and the network cut', async ({
  person,
  server,
}) => {
  const { origin, stop } = await server();
  const [learners, verifiers] = [await person({ baseURL: origin }), await person({ baseURL: origin })];
  await giveCamera(verifiers);
  const learner = await learners.newPage();
  const verifier = await verifiers.newPage();

  await takeSpecimens(learner);
  await verifier.goto('/verify');
  for (const page of [learner, verifier]) {
    await page.goto('/');
    await expect(page.getByText('Ready for offline')).toBeVisible();
  }

  await test.step('with the network on', () => showAndScan(learner, verifier));

  await stop();
  await learners.setOffline(true);
  await verifiers.setOffline(true);
  await learner.reload();
  await verifier.reload();
  await test.step('without server and network', () => showAndScan(learner, verifier));
});

async function showAndScan(learner: Page, verifier: Page): Promise<void> {
  await chooseMerit(learner);
  await tick(learner, ['Given name', 'Family name', 'Title']);
  const pixels = await pixelsOf(await showCode(learner));

  await verifier.goto('/verify');
  await verifier.getByRole('button', { name: 'Scan', exact: true }).click();
  await expect(verifier.getByText('Point the camera at the code.')).toBeVisible();
  await holdUp(verifier, pixels);
  await expectSpecimen(verifier);

  // The camera is still there: the next person is one tap away.
  await holdUp(verifier, null);
  await verifier.getByRole('button', { name: 'Scan next' }).click();
  await expect(verifier.getByText('Point the camera at the code.')).toBeVisible();
  await holdUp(verifier, pixels);
  await expectSpecimen(verifier);
}

test('a code that names another host is checked here when scanned, without one request', async ({ context, page }) => {
  const scene = await makeScene();
  const shown = discloseOnly(scene.credential, ['given_name', 'family_name', 'title']);
  const picture = async (): Promise<Buffer> =>
    QRCode.toBuffer(await linkTo('https://look-alike.example/', bind(shown, scene.holder)), { scale: 4 });
  await giveCamera(context);
  await trustIn(page, scene.trustList);
  await page.goto('/verify');
  const dialog = page.getByRole('dialog', { name: 'Verdict' });

  await page.getByRole('button', { name: 'Scan', exact: true }).click();
  await holdUp(page, await picture());
  await expect(dialog.getByRole('heading')).toHaveText('Genuine');
  await expect(page.getByText('Works without a network')).toBeVisible();

  // By now every part of the program is on the device: whatever is asked for, this code asks for it.
  const asked: string[] = [];
  context.on('request', (request) => asked.push(request.url()));
  await holdUp(page, null);
  await page.getByRole('button', { name: 'Scan next' }).click();
  await expect(dialog).toHaveCount(0);
  await holdUp(page, await picture());
  await expect(dialog.getByRole('heading')).toHaveText('Genuine');
  await expect(dialog).toContainText('The code names the address look-alike.example. It was not opened');
  expect(asked.filter((url) => !url.startsWith('data:'))).toEqual([]);
});

test('a screenshot of the code is read as an image file', async ({ page, person }) => {
  await takeSpecimens(page);
  await chooseMerit(page);
  await tick(page, ['Given name', 'Family name']);
  await showCode(page);
  const buffer = await page.screenshot();
  const verifier = await (await person()).newPage();
  await verifier.goto('/verify');
  await verifier.locator('input[type=file]').setInputFiles({ name: 'code.png', mimeType: 'image/png', buffer });
  await expectSpecimen(verifier);
});

for (const [name, sentence] of [
  ['NotAllowedError', 'The camera may not be used here.'],
  ['NotFoundError', 'No camera was found on this device.'],
  ['NotReadableError', 'Another program is using the camera.'],
] as const)
  test(`${name}: plain words, and file and paste one tap away`, async ({ page }) => {
    await page.addInitScript((error) => {
      navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('no', error));
    }, name);
    await page.goto('/verify');
    await page.getByRole('button', { name: 'Scan', exact: true }).click();
    await expect(page.getByRole('alert')).toContainText(sentence);
    await expect(page.getByText('Choose an image or a file')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Paste', exact: true })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Scan', exact: true })).toBeEnabled();
  });

test('a camera that is pulled out says so and can be tried again', async ({ context, page }) => {
  await giveCamera(context);
  await page.goto('/verify');
  await page.getByRole('button', { name: 'Scan', exact: true }).click();
  await expect(page.getByText('Point the camera at the code.')).toBeVisible();
  await page.evaluate(() => {
    const source = document.querySelector('video')?.srcObject;
    if (source instanceof MediaStream) source.getVideoTracks()[0]?.dispatchEvent(new Event('ended'));
  });
  await expect(page.getByRole('alert')).toContainText('The camera was turned off.');
  await page.getByRole('button', { name: 'Scan', exact: true }).click();
  await expect(page.getByText('Point the camera at the code.')).toBeVisible();
});

test('leaving the page lets go of the camera', async ({ context, page }) => {
  await giveCamera(context);
  await page.goto('/verify');
  await page.getByRole('button', { name: 'Scan', exact: true }).click();
  await expect(page.getByText('Point the camera at the code.')).toBeVisible();
  await page.evaluate(() => Object.assign(window, { stream: document.querySelector('video')?.srcObject }));
  await page.getByRole('link', { name: 'Wallet' }).click();
  await expect
    .poll(() => page.evaluate(() => 'stream' in window && window.stream instanceof MediaStream && window.stream.active))
    .toBe(false);
});
