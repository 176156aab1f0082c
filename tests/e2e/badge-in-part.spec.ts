// A badge whose issuer lets claims be left out (ecdsa-sd-2023), shown in part: what was not ticked never reaches the
// verifier. badge-in-part.json was issued once with @digitalbazaar/vc and its suites (tests/builders/issue-suites.ts).
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { giveCamera, holdUp, pixelsOf } from './camera-of.ts';
import { expect, test } from './fixtures.ts';
import { chooseMerit, showCode, tick } from './learner.ts';

const TITLE = 'Academic supervision';
const ADDRESS = 'student@example.org';
const BADGE = {
  name: 'badge.json',
  mimeType: 'application/json',
  buffer: readFileSync(join(import.meta.dirname, 'badge-in-part.json')),
};

test('one claim of a badge is ticked, shown as a code and read at the door; the others never leave', async ({
  person,
}) => {
  const [learners, verifiers] = [await person({}), await person({})];
  await giveCamera(verifiers);
  const [learner, verifier] = [await learners.newPage(), await verifiers.newPage()];
  await learner.goto('/add');
  await learner.getByLabel('Choose files').setInputFiles(BADGE);
  await learner.getByRole('button', { name: 'Keep' }).click();
  await learner.getByRole('link', { name: TITLE }).waitFor();

  await chooseMerit(learner, TITLE);
  const leaves = learner.getByRole('region', { name: 'This leaves the phone' });
  await expect(leaves).toContainText('Norrsjö universitet');
  await expect(leaves).not.toContainText(ADDRESS);
  await tick(learner, ['Result']);
  await expect(leaves).toContainText('G');
  const code = await showCode(learner);

  await verifier.goto('/verify');
  await verifier.getByRole('button', { name: 'Scan', exact: true }).click();
  await holdUp(verifier, await pixelsOf(code));
  const dialog = verifier.getByRole('dialog', { name: 'Verdict' });
  await expect(dialog.getByRole('heading')).toHaveText('Cannot tell');
  await expect(dialog.getByText('Parts can be left out of it unseen').first()).toBeVisible();
  await expect(dialog).toContainText('Norrsjö universitet');
  await dialog.getByText('What was shown (1)').click();
  await expect(dialog.getByRole('definition').filter({ hasText: /\bG\b/ })).toBeVisible();
  await expect(dialog).not.toContainText(ADDRESS);
  await expect(dialog).not.toContainText('Supervising theses');
});
