// `npm test`: every stage in order, its seconds, and one line of counts at the end. With CI set, nothing may be skipped.
import { rmSync } from 'node:fs';
import { chromiumStarts } from './run/browser.mjs';
import { runStages } from './run/run-stages.mjs';
import { stages } from './run/stages.mjs';

const strict = !['', '0', 'false'].includes(process.env['CI'] ?? '');
rmSync('.cache/test', { recursive: true, force: true });

const browser = await chromiumStarts();
const began = performance.now();
const { passed, failed, skipped } = await runStages(stages, { browser });
console.log(`total ${((performance.now() - began) / 1000).toFixed(1)} s`);
if (strict && skipped > 0) console.log('Skipped tests count as a failure here, because CI is set.');
process.exitCode = failed > 0 || (strict && skipped > 0) ? 1 : 0;
console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
