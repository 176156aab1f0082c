// Is there a browser? Found out by starting it. On Debian, as root, a missing one is installed.
import { chromium } from '@playwright/test';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { args, executablePath } from '../chromium.mjs';

/** @returns {Promise<boolean>} */
export async function chromiumStarts() {
  if (await starts()) return true;
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) return false;
  console.log('No browser starts: installing Debian’s Chromium.');
  const install = 'apt-get update && apt-get install -y --no-install-recommends chromium';
  const { status, stderr } = spawnSync('sh', ['-c', install], {
    encoding: 'utf8',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  if (status !== 0) console.log(stderr);
  return starts();
}

async function starts() {
  try {
    const browser = await chromium.launch({ executablePath, args });
    const page = await browser.newPage();
    const sum = await page.evaluate(() => 1 + 1);
    await browser.close();
    return sum === 2;
  } catch {
    return false;
  }
}
