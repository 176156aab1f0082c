// Asking for one document: who is asked how, what is refused, and that every question settles.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Mock } from 'vitest';
import { askNetwork } from '../../src/lib/adapters/network/ask-network.ts';
import type { FromNetwork, ToNetwork } from '../../src/lib/adapters/network/messages.ts';
import { NetworkFetcher } from '../../src/lib/adapters/network/network-fetcher.ts';
import type { NetworkWorkerLike } from '../../src/lib/adapters/network/network-fetcher.ts';
import type { Fetched } from '../../src/lib/core/ports.ts';

const URL = 'https://issuer.example/badge.json';
const never = (): AbortSignal => new AbortController().signal;

describe('one document from the network', () => {
  let fetched: Mock<typeof fetch>;
  beforeEach(() => {
    fetched = vi.fn<typeof fetch>();
    vi.stubGlobal('fetch', fetched);
  });
  afterEach(() => vi.unstubAllGlobals());

  const answering = (body: BodyInit | null, init: ResponseInit = {}): Promise<Fetched> => {
    fetched.mockResolvedValueOnce(new Response(body, init));
    return askNetwork(URL, never());
  };

  it('is asked for without cookies, sender or cache, and no redirect is followed', async () => {
    await answering('{}');
    const [url, init] = fetched.mock.calls[0] ?? [];
    expect(url).toBe(URL);
    expect(init).toMatchObject({
      method: 'GET',
      mode: 'cors',
      credentials: 'omit',
      redirect: 'error',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
    });
    expect(init).not.toHaveProperty('body');
    expect(Object.keys(init?.headers ?? {})).toEqual(['accept']);
  });

  it('gives its text and the media type without parameters', async () => {
    const headers = { 'content-type': 'Application/JSON; charset=utf-8' };
    expect(await answering('{"å":1}', { headers })).toEqual({
      ok: true,
      mediaType: 'application/json',
      text: '{"å":1}',
    });
  });

  it('has no media type when the server’s is none', async () => {
    const headers = { 'content-type': '<script>' };
    expect(await answering('x', { headers })).toEqual({ ok: true, mediaType: null, text: 'x' });
  });

  it.each([
    [404, 'not-found'],
    [410, 'not-found'],
    [401, 'refused-by-server'],
    [429, 'refused-by-server'],
    [500, 'refused-by-server'],
  ])('of the answer %i it is said: %s', async (status, failure) => {
    expect(await answering('no', { status })).toEqual({ ok: false, failure });
  });

  it('is kept when it is gone and what is left says that it was revoked', async () => {
    const left = '{"id":"https://issuer.example/badge.json","revoked":true}';
    expect(await answering(left, { status: 410 })).toMatchObject({ ok: true, text: left });
    for (const text of ['{"revoked":false}', '"revoked"', '<p>revoked</p>', '']) {
      expect(await answering(text, { status: 410 })).toEqual({ ok: false, failure: 'not-found' });
    }
  });

  it('is not text when it is not UTF-8', async () => {
    expect(await answering(new Uint8Array([0xff, 0xfe]))).toEqual({ ok: false, failure: 'not-text' });
  });

  it('is given up in the middle when it is too large, whatever length was promised', async () => {
    let given = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        given += 1;
        controller.enqueue(new Uint8Array(1024 * 1024));
      },
    });
    expect(await answering(endless, { headers: { 'content-length': '2' } })).toEqual({
      ok: false,
      failure: 'too-large',
    });
    expect(given).toBeLessThan(8);
  });

  it('says only that it was blocked when the browser does not say why', async () => {
    fetched.mockRejectedValueOnce(new TypeError('Failed to fetch'));
    expect(await askNetwork(URL, never())).toEqual({ ok: false, failure: 'blocked' });
  });

  it('is never asked for at an address that is refused', async () => {
    for (const [url, failure] of [
      ['http://issuer.example/', 'not-https'],
      ['https://127.0.0.1/', 'private-address'],
      ['https://issuer.example:8443/', 'unusual-address'],
    ] as const) {
      expect(await askNetwork(url, never())).toEqual({ ok: false, failure });
    }
    expect(fetched).not.toHaveBeenCalled();
  });

  const unanswered = (_url: unknown, init?: RequestInit): Promise<Response> =>
    new Promise((_resolve, reject) => {
      init?.signal?.addEventListener('abort', () => reject(new DOMException('gone', 'AbortError')));
    });

  it('is too slow when the server never answers', async () => {
    fetched.mockImplementationOnce(unanswered);
    expect(await askNetwork(URL, never(), 1)).toEqual({ ok: false, failure: 'too-slow' });
  });

  it('stops when told to', async () => {
    fetched.mockImplementationOnce(unanswered);
    const stop = new AbortController();
    const asked = askNetwork(URL, stop.signal);
    stop.abort();
    expect(await asked).toEqual({ ok: false, failure: 'stopped' });
  });
});

class FakeWorker implements NetworkWorkerLike {
  onmessage: ((event: MessageEvent<FromNetwork>) => void) | null = null;
  onerror: ((event: ErrorEvent) => void) | null = null;
  readonly sent: ToNetwork[] = [];
  terminate = (): void => undefined;
  readonly ended = new Promise<'ended'>((resolve) => (this.terminate = () => resolve('ended')));
  postMessage(message: ToNetwork): void {
    this.sent.push(message);
  }
  answer(job: number, text: string): void {
    const data: FromNetwork = { job, fetched: { ok: true, mediaType: null, text } };
    this.onmessage?.(new MessageEvent('message', { data }));
  }
}

describe('the network worker’s client', () => {
  let workers: FakeWorker[];
  beforeEach(() => (workers = []));

  const fetcher = (silenceMs?: number): NetworkFetcher =>
    new NetworkFetcher(() => {
      const worker = new FakeWorker();
      workers.push(worker);
      return worker;
    }, silenceMs);
  const textOf = (fetched: Fetched): string => (fetched.ok ? fetched.text : fetched.failure);

  it('starts no worker before something is asked, one for all that is, and ends it afterwards', async () => {
    const client = fetcher();
    expect(workers).toHaveLength(0);
    const asked = [client.ask(URL, never()), client.ask(`${URL}?2`, never())];
    expect(workers).toHaveLength(1);
    workers[0]?.answer(2, 'second');
    workers[0]?.answer(1, 'first');
    expect((await Promise.all(asked)).map(textOf)).toEqual(['first', 'second']);
    expect(await workers[0]?.ended).toBe('ended');
    const again = client.ask(URL, never());
    expect(workers).toHaveLength(2);
    workers[1]?.answer(3, 'again');
    expect(textOf(await again)).toBe('again');
  });

  it('starts no worker for an address that is refused, nor for somebody who has stopped', async () => {
    const client = fetcher();
    expect(textOf(await client.ask('https://10.0.0.1/', never()))).toBe('private-address');
    expect(textOf(await client.ask(URL, AbortSignal.abort()))).toBe('stopped');
    expect(workers).toHaveLength(0);
  });

  it('stops at once, tells the worker, and takes no answer afterwards', async () => {
    const stop = new AbortController();
    const asked = fetcher().ask(URL, stop.signal);
    stop.abort();
    workers[0]?.answer(1, 'late');
    expect(textOf(await asked)).toBe('stopped');
    expect(workers[0]?.sent).toEqual([
      { type: 'ask', job: 1, url: URL },
      { type: 'stop', job: 1 },
    ]);
    expect(await workers[0]?.ended).toBe('ended');
  });

  it('settles when the worker breaks, cannot be started, or stays silent', async () => {
    const asked = fetcher().ask(URL, never());
    workers[0]?.onerror?.(Object.assign(new Event('error'), { message: '' }) as ErrorEvent);
    expect(textOf(await asked)).toBe('blocked');
    const unable = new NetworkFetcher(() => {
      throw new Error('no workers here');
    });
    expect(textOf(await unable.ask(URL, never()))).toBe('blocked');
    expect(textOf(await fetcher(1).ask(URL, never()))).toBe('too-slow');
  });
});
