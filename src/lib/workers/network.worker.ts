// The only part of this program that may reach another host, and only for an address that somebody pressed a button for.
// Its own policy (static/_headers) opens the way; that of every page and other worker keeps it closed.
import { askNetwork } from '../adapters/network/ask-network.ts';
import type { FromNetwork, ToNetwork } from '../adapters/network/messages.ts';

const underWay = new Map<number, AbortController>();

addEventListener('message', ({ data }: MessageEvent<ToNetwork>) => {
  if (data.type === 'ask') void answer(data.job, data.url);
  else underWay.get(data.job)?.abort();
});

async function answer(job: number, url: string): Promise<void> {
  const stop = new AbortController();
  underWay.set(job, stop);
  const message: FromNetwork = { job, fetched: await askNetwork(url, stop.signal) };
  underWay.delete(job);
  postMessage(message);
}
