import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pixelsOf } from './camera-of.ts';
import { expect, test } from './fixtures.ts';
import { cameraFrame, grayOf, y4m } from './frames.ts';
import { chooseMerit, showCode, takeSpecimens, tick } from './learner.ts';

test('the code on a learner’s screen is read by a real video device of another browser', async ({
  page,
  person,
  newFolder,
}) => {
  await takeSpecimens(page);
  await chooseMerit(page);
  await tick(page, ['Given name', 'Family name', 'Title']);
  const film = join(newFolder(), 'code.y4m');
  writeFileSync(film, y4m(cameraFrame(grayOf(await pixelsOf(await showCode(page))))));

  const verifiers = await person({
    args: [
      '--use-fake-ui-for-media-stream',
      '--use-fake-device-for-media-stream',
      `--use-file-for-fake-video-capture=${film}`,
    ],
    permissions: ['camera'],
  });
  const verifier = await verifiers.newPage();
  await verifier.goto('/verify');
  await verifier.getByRole('button', { name: 'Scan', exact: true }).click();
  const dialog = verifier.getByRole('dialog', { name: 'Verdict' });
  await expect(dialog.getByRole('heading')).toHaveText('Specimen');
  await expect(dialog.getByRole('alert')).toContainText('Astrid Lindqvist');
  expect(await verifier.locator('video').evaluate((video: HTMLVideoElement) => video.videoWidth)).toBe(1280);
});
