import { defineConfig } from '@playwright/test';
import { args, executablePath } from './tests/chromium.mjs';

// Slow jobs fail by this clock, never by a sleep of their own.
export default defineConfig({
  testDir: 'tests/e2e',
  globalSetup: './tests/e2e/serve-build.ts',
  workers: 1,
  retries: 0,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  outputDir: 'test-results',
  reporter: [
    ['list'],
    ...(process.env['E2E_REPORT'] ? [['json', { outputFile: process.env['E2E_REPORT'] }] as const] : []),
  ],
  projects: [
    { name: 'e2e', testIgnore: '**/axe.spec.ts' },
    { name: 'axe', testMatch: '**/axe.spec.ts' },
  ],
  use: {
    browserName: 'chromium',
    headless: true,
    locale: 'en-GB',
    timezoneId: 'Europe/Stockholm',
    viewport: { width: 390, height: 844 },
    screenshot: 'only-on-failure',
    launchOptions: { executablePath, args },
  },
});
