// The corridor's client against workers that answer, crash, hang or never start.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CorridorClient } from '../../src/lib/adapters/corridor/corridor-client.ts';
import type { CorridorLimits } from '../../src/lib/adapters/corridor/corridor-client.ts';
import { CorridorBroken } from '../../src/lib/adapters/corridor/corridor-lane.ts';
import type { WorkerLike } from '../../src/lib/adapters/corridor/corridor-lane.ts';
import type { ExamineMessage, ToCorridor } from '../../src/lib/adapters/corridor/messages.ts';
import { epochSeconds } from '../../src/lib/core/model/brand.ts';
import type { Examination } from '../../src/lib/core/model/examination.ts';
import { NO_TRUST } from '../../src/lib/core/model/trust.ts';
import type { CorridorQuestion } from '../../src/lib/core/ports.ts';

const NOW = epochSeconds(1_795_000_000);
const question: CorridorQuestion = { trust: NO_TRUST, now: NOW, context: { kind: 'document' }, clockFloor: NOW };
const empty: Examination = { outcome: 'unreadable', why: 'empty', mine: false };
const bytes = (...values: number[]): Uint8Array<ArrayBuffer> => new Uint8Array(values);

type Behaviour = (message: ExamineMessage, worker: FakeWorker) => void;

class FakeWorker implements WorkerLike {
  onmessage: WorkerLike['onmessage'] = null;
  onerror: WorkerLike['onerror'] = null;
  onmessageerror: WorkerLike['onmessageerror'] = null;
  readonly received: ToCorridor[] = [];
  terminated = false;
  readonly #behaviour: Behaviour;

  constructor(behaviour: Behaviour) {
    this.#behaviour = behaviour;
  }

  postMessage(message: ToCorridor): void {
    this.received.push(message);
    if (message.type === 'examine') queueMicrotask(() => this.#behaviour(message, this));
  }

  answer({ job }: ExamineMessage): void {
    if (!this.terminated) {
      this.onmessage?.(new MessageEvent('message', { data: { type: 'examined', job, examination: empty } }));
    }
  }

  crash(): void {
    if (!this.terminated)
      this.onerror?.(Object.assign(new Event('error', { cancelable: true }), { message: '' }) as ErrorEvent);
  }

  terminate(): void {
    this.terminated = true;
  }
}

const answers: Behaviour = (message, worker) => worker.answer(message);

describe('the corridor in a worker', () => {
  let workers: FakeWorker[] = [];
  let long: boolean[] = [];
  const clientWith = (behaviour: Behaviour, limits: Partial<CorridorLimits> = {}): CorridorClient =>
    new CorridorClient(
      () => {
        const worker = new FakeWorker(behaviour);
        workers.push(worker);
        return worker;
      },
      (slow) => long.push(slow),
      { slowMs: 100, stuckMs: 1000, idleMs: 10_000, workers: 3, perWorker: 2, ...limits },
    );
  beforeEach(() => {
    workers = [];
    long = [];
    vi.useFakeTimers();
  });
  afterEach(() => vi.useRealTimers());

  it('starts no worker before the first question', () => {
    clientWith(answers);
    expect(workers).toHaveLength(0);
  });

  it('answers one question after the other from one worker', async () => {
    const client = clientWith(answers);
    for (const raw of [bytes(1), bytes(2), bytes(3)]) expect(await client.examine(raw, question)).toEqual(empty);
    expect(workers).toHaveLength(1);
  });

  it('starts another worker only when questions wait, and never more than it may', async () => {
    const client = clientWith(answers);
    await Promise.all([bytes(1), bytes(2)].map((raw) => client.examine(raw, question)));
    expect(workers).toHaveLength(1);
    await Promise.all([bytes(1), bytes(2), bytes(3)].map((raw) => client.examine(raw, question)));
    expect(workers).toHaveLength(2);
    await Promise.all(Array.from({ length: 100 }, (_, at) => client.examine(bytes(at), question)));
    expect(workers).toHaveLength(3);
  });

  it('keeps what waits on the page: no worker is ever with more than its share', async () => {
    const pending: (() => void)[] = [];
    const client = clientWith((message, worker) => pending.push(() => worker.answer(message)));
    const order: number[] = [];
    const asked = Array.from({ length: 50 }, async (_, at) => {
      await client.examine(bytes(at), question);
      order.push(at);
    });
    const given = (): number =>
      workers.flatMap(({ received }) => received.filter(({ type }) => type === 'examine')).length;
    for (let answered = 0; answered < 50; answered += 1) {
      await vi.advanceTimersByTimeAsync(0);
      expect(given() - answered).toBeLessThanOrEqual(6);
      pending.shift()?.();
    }
    await Promise.all(asked);
    expect(order).toEqual(Array.from({ length: 50 }, (_, at) => at));
  });

  it('gives the memory of workers back that nobody needs', async () => {
    const client = clientWith(answers);
    await Promise.all(Array.from({ length: 20 }, (_, at) => client.examine(bytes(at), question)));
    await vi.advanceTimersByTimeAsync(11_000);
    expect(workers.map(({ terminated }) => terminated)).toEqual([true, true, true]);
    await expect(client.examine(bytes(1), question)).resolves.toEqual(empty);
    expect(workers).toHaveLength(4);
  });

  it('leaves the bytes with the one who asked', async () => {
    const raw = bytes(1, 2, 3);
    await clientWith(answers).examine(raw, question);
    expect(raw).toEqual(bytes(1, 2, 3));
  });

  it('sends trust material once, and again only when it changed', async () => {
    const client = clientWith(answers);
    await client.examine(bytes(1), question);
    await client.examine(bytes(2), question);
    await client.examine(bytes(3), { ...question, trust: { ...NO_TRUST } });
    const kinds = workers.flatMap(({ received }) => received.map(({ type }) => type));
    expect(kinds).toEqual(['trust', 'examine', 'examine', 'trust', 'examine']);
  });

  it('never mixes the trust of two questions, on whichever worker they are answered', async () => {
    const client = clientWith(answers);
    const worlds = [NO_TRUST, { ...NO_TRUST }, { ...NO_TRUST }];
    await Promise.all(
      Array.from({ length: 60 }, (_, at) =>
        client.examine(bytes(at), { ...question, trust: worlds[at % 3] ?? NO_TRUST }),
      ),
    );
    expect(workers).toHaveLength(3);
    for (const { received } of workers) {
      let known: unknown = null;
      for (const message of received) {
        if (message.type === 'trust') known = message.trust;
        else expect(known).toBe(worlds[(message.bytes[0] ?? 0) % 3]);
      }
    }
  });

  it('sends trust material to each worker once, however many questions come', async () => {
    const client = clientWith(answers);
    await Promise.all(Array.from({ length: 60 }, (_, at) => client.examine(bytes(at), question)));
    expect(workers.map(({ received }) => received.filter(({ type }) => type === 'trust').length)).toEqual([1, 1, 1]);
  });

  it('asks each question of a crashed worker once more, alone, while others go on answering', async () => {
    const beside: number[] = [];
    const client = clientWith((message, worker) => {
      if (message.bytes[0] === 13) worker.crash();
      else worker.answer(message);
    });
    const asked = Array.from({ length: 30 }, (_, at) => client.examine(bytes(at), question));
    const settled = await Promise.allSettled(asked);
    settled.forEach(({ status }, at) => status === 'rejected' && beside.push(at));
    expect(beside).toEqual([13]);
    const crashed = workers.filter(({ terminated }) => terminated);
    expect(crashed).toHaveLength(2);
    expect(crashed.at(-1)?.received.filter(({ type }) => type === 'examine')).toHaveLength(1);
  });

  it('settles a thousand questions when no worker can be started', async () => {
    const client = new CorridorClient(
      () => {
        throw new Error('blocked');
      },
      () => undefined,
    );
    const settled = await Promise.allSettled(Array.from({ length: 1000 }, () => client.examine(bytes(1), question)));
    expect(settled.every(({ status }) => status === 'rejected')).toBe(true);
  });

  it('answers the others when one question makes the worker crash', async () => {
    const client = clientWith((message, worker) => {
      if (message.bytes[0] === 13) worker.crash();
      else if (worker.received.length > 4 || workers.length > 1) worker.answer(message);
    });
    const asked = [bytes(1), bytes(13), bytes(2)].map((raw) => client.examine(raw, question));
    const settled = await Promise.allSettled(asked);
    expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  });

  it('goes on with a new worker after a crash', async () => {
    let crashes = 0;
    const client = clientWith((message, worker) => {
      if (crashes++ === 0) worker.crash();
      else worker.answer(message);
    });
    await expect(client.examine(bytes(1), question)).resolves.toEqual(empty);
    expect(workers.map(({ terminated }) => terminated)).toEqual([true, false]);
    expect(workers[1]?.received[0]?.type).toBe('trust');
  });

  it('rejects when the corridor says that it failed, without asking again', async () => {
    const client = clientWith(({ job }, worker) =>
      worker.onmessage?.(new MessageEvent('message', { data: { type: 'failed', job } })),
    );
    await expect(client.examine(bytes(1), question)).rejects.toBeInstanceOf(CorridorBroken);
    expect(workers).toHaveLength(1);
  });

  it('rejects when no worker can be started', async () => {
    const client = new CorridorClient(
      () => {
        throw new Error('blocked');
      },
      () => undefined,
    );
    await expect(client.examine(bytes(1), question)).rejects.toBeInstanceOf(CorridorBroken);
  });

  it('says when it takes long, and when it no longer does', async () => {
    let late: (() => void) | null = null;
    const client = clientWith((message, worker) => (late = () => worker.answer(message)));
    const asked = client.examine(bytes(1), question);
    await vi.advanceTimersByTimeAsync(150);
    expect(long.at(-1)).toBe(true);
    (late as (() => void) | null)?.();
    await asked;
    expect(long.at(-1)).toBe(false);
  });

  it('gives a stuck worker up: the question is asked once more, then rejected, never left hanging', async () => {
    const client = clientWith(() => undefined);
    const asked = expect(client.examine(bytes(1), question)).rejects.toBeInstanceOf(CorridorBroken);
    await vi.advanceTimersByTimeAsync(2500);
    await asked;
    expect(workers.map(({ terminated }) => terminated)).toEqual([true, true]);
  });
});
