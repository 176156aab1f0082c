import { describe, expect, it } from 'vitest';
import { runStages } from '../run/run-stages.mjs';

const passing = { passed: 2, failed: 0, skipped: 0, output: '' };
const failing = { passed: 1, failed: 1, skipped: 0, output: 'what went wrong' };
const quiet = { browser: true, say: (): void => undefined };

describe('the test runner', () => {
  it('adds the counts of all stages', async () => {
    const stage = { name: 'a', run: () => Promise.resolve(passing) };
    expect(await runStages([stage, { ...stage, name: 'b' }], quiet)).toEqual({ passed: 4, failed: 0, skipped: 0 });
  });

  it('goes on after a failing stage, but not with what needs it', async () => {
    let ran = '';
    const note = (name: string) => () => {
      ran += name;
      return Promise.resolve(passing);
    };
    const stages = [
      { name: 'build', run: () => Promise.resolve(failing) },
      { name: 'e2e', after: 'build', run: note('e2e') },
      { name: 'unit', run: note('unit') },
    ];
    expect(await runStages(stages, quiet)).toEqual({ passed: 3, failed: 2, skipped: 0 });
    expect(ran).toBe('unit');
  });

  it('skips by name and number what needs a browser when none starts', async () => {
    const lines: string[] = [];
    const stages = [
      { name: 'e2e', browser: true, run: () => Promise.resolve(passing), count: () => Promise.resolve(7) },
    ];
    const say = (line: string): void => void lines.push(line);
    expect(await runStages(stages, { browser: false, say })).toEqual({ passed: 0, failed: 0, skipped: 7 });
    expect(lines.join('\n')).toContain('no browser starts here (e2e)');
  });

  it('shows what a failing stage printed', async () => {
    const lines: string[] = [];
    const say = (line: string): void => void lines.push(line);
    await runStages([{ name: 'lint', run: () => Promise.resolve(failing) }], { browser: true, say });
    expect(lines.join('\n')).toContain('what went wrong');
  });
});
