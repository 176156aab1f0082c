// Contests in one run: rounds interleaved, order turned round each time; ratios of the same round are compared.
export interface Contestant {
  readonly name: string;
  readonly run: () => Promise<unknown>;
}

export interface Spread {
  readonly median: number;
  readonly min: number;
  readonly max: number;
}

export interface Race {
  /** Runs per second of `name`. */
  readonly speed: (name: string) => Spread;
  /** Speed of `name` over that of `other`, round by round. */
  readonly ratio: (name: string, other: string) => Spread;
  /** The same by processor time of all threads, which a busy machine does not disturb. */
  readonly cpuRatio: (name: string, other: string) => Spread;
}

interface Speed {
  readonly perSecond: number;
  readonly perCpuSecond: number;
}

const ROUNDS = 7;
const ROUND_MS = 200;
const WARM_UP_MS = 100;

/** Runs each contestant for a while, several times over. */
export async function race(contestants: readonly Contestant[]): Promise<Race> {
  const speeds = new Map(contestants.map(({ name }) => [name, [] as Speed[]]));
  for (const { run } of contestants) await speedOf(run, WARM_UP_MS);
  for (let round = 0; round < ROUNDS; round += 1) {
    const order = round % 2 === 0 ? contestants : [...contestants].reverse();
    for (const { name, run } of order) speeds.get(name)?.push(await speedOf(run, ROUND_MS));
  }
  const of = (name: string): readonly Speed[] => speeds.get(name) ?? [];
  const compare = (by: keyof Speed) => (name: string, other: string) =>
    spread(of(name).map((speed, round) => speed[by] / (of(other)[round]?.[by] ?? Number.NaN)));
  return {
    speed: (name) => spread(of(name).map(({ perSecond }) => perSecond)),
    ratio: compare('perSecond'),
    cpuRatio: compare('perCpuSecond'),
  };
}

async function speedOf(run: () => Promise<unknown>, milliseconds: number): Promise<Speed> {
  const cpu = process.cpuUsage();
  const start = performance.now();
  let runs = 0;
  for (; performance.now() - start < milliseconds; runs += 1) await run();
  const { user, system } = process.cpuUsage(cpu);
  const elapsed = performance.now() - start;
  return { perSecond: (runs * 1000) / elapsed, perCpuSecond: (runs * 1_000_000) / (user + system) };
}

export function spread(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
  return { median: middle, min: sorted[0] ?? Number.NaN, max: sorted.at(-1) ?? Number.NaN };
}
