// The part of the bench that needs Chromium, as a program.
import { benchBrowser } from './browser.ts';

await benchBrowser();
