// Runs stages one after the other. A failing stage stops only those that need it.

/**
 * @typedef {{ passed: number, failed: number, skipped: number }} Counts
 * @typedef {Counts & { output: string }} Result
 * @typedef {object} Stage
 * @property {string} name
 * @property {boolean} [browser] needs a browser
 * @property {string} [after] needs that stage to have passed
 * @property {() => Promise<Result>} run
 * @property {() => Promise<number>} [count] how many tests it has, when it cannot run
 */

/**
 * @param {readonly Stage[]} stages
 * @param {{ browser: boolean, say?: (line: string) => void }} world
 * @returns {Promise<Counts>}
 */
export async function runStages(stages, { browser, say = console.log }) {
  const total = { passed: 0, failed: 0, skipped: 0 };
  /** @type {Set<string>} */
  const broken = new Set();
  for (const stage of stages) {
    const began = performance.now();
    const result = await outcome(stage, browser, broken);
    if (result.failed > 0) broken.add(stage.name);
    total.passed += result.passed;
    total.failed += result.failed;
    total.skipped += result.skipped;
    const seconds = ((performance.now() - began) / 1000).toFixed(1).padStart(7);
    const word = result.failed > 0 ? 'FAILED' : result.skipped > 0 && result.passed === 0 ? 'skipped' : 'ok';
    say(`${stage.name.padEnd(14)} ${word.padEnd(8)} ${seconds} s   ${counts(result)}`);
    if (result.output !== '') say(result.output);
  }
  return total;
}

/**
 * @param {Stage} stage
 * @param {boolean} browser
 * @param {ReadonlySet<string>} broken
 * @returns {Promise<Result>}
 */
async function outcome(stage, browser, broken) {
  if (stage.after !== undefined && broken.has(stage.after)) {
    return { passed: 0, failed: 1, skipped: 0, output: `not run: ${stage.after} failed` };
  }
  if (stage.browser === true && !browser) {
    const skipped = (await stage.count?.()) ?? 1;
    return { passed: 0, failed: 0, skipped, output: `skipped: no browser starts here (${stage.name})` };
  }
  return stage.run();
}

/** @param {Counts} counts */
function counts({ passed, failed, skipped }) {
  return [`${passed} passed`, failed > 0 && `${failed} failed`, skipped > 0 && `${skipped} skipped`]
    .filter((part) => part !== false)
    .join(', ');
}
