// One document from the network: asked without saying who asks or from where, no redirect followed (it could lead
// anywhere), bounded in size and time, text only. Runs in the network worker.
import { joinBytes } from '../../core/bytes/join-bytes.ts';
import { decodeUtf8 } from '../../core/bytes/utf8.ts';
import type { Fetched, FetchFailure } from '../../core/ports.ts';
import { isRevocationNotice } from '../../core/trust/is-revocation-notice.ts';
import { refuseAddress } from '../../core/trust/refuse-address.ts';
import { LIMIT_MS } from './messages.ts';

const MAX_BYTES = 4 * 1024 * 1024;
/** Nothing here makes the browser ask for permission first (Fetch §2.2.2, safelisted request headers). */
const ACCEPT = 'application/json, application/ld+json, application/jwt, application/statuslist+jwt, */*;q=0.5';

/** Never rejects. `stop` gives up at once; so does the time limit, whatever the server is doing. */
export async function askNetwork(url: string, stop: AbortSignal, limitMs: number = LIMIT_MS): Promise<Fetched> {
  const refused = refuseAddress(url);
  if (refused !== null) return failed(refused);
  const late = AbortSignal.timeout(limitMs);
  try {
    return await ask(url, AbortSignal.any([stop, late]));
  } catch {
    // Offline, no such host, a redirect, or an answer this origin may not read: the browser does not say which.
    return failed(stop.aborted ? 'stopped' : late.aborted ? 'too-slow' : 'blocked');
  }
}

async function ask(url: string, signal: AbortSignal): Promise<Fetched> {
  const response = await fetch(url, {
    method: 'GET',
    mode: 'cors',
    credentials: 'omit',
    redirect: 'error',
    referrerPolicy: 'no-referrer',
    cache: 'no-store',
    headers: { accept: ACCEPT },
    signal,
  });
  const gone = response.status === 410;
  if (!response.ok && !gone) {
    void response.body?.cancel();
    return failed(response.status === 404 ? 'not-found' : 'refused-by-server');
  }
  const bytes = await readBounded(response);
  if (bytes === null) return failed('too-large');
  const text = decodeUtf8(bytes);
  if (gone && !isRevocationNotice(text ?? '')) return failed('not-found');
  return text === null ? failed('not-text') : { ok: true, mediaType: mediaTypeOf(response), text };
}

/** The body, given up as soon as it is too long: what a header says of its length is only a claim. */
async function readBounded(response: Response): Promise<Uint8Array | null> {
  const reader = response.body?.getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { done = true, value } = (await reader?.read()) ?? {};
    if (done || value === undefined) break;
    length += value.length;
    if (length > MAX_BYTES) {
      void reader?.cancel();
      return null;
    }
    chunks.push(value);
  }
  return joinBytes(chunks);
}

function mediaTypeOf(response: Response): string | null {
  const stated = response.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() ?? '';
  return /^[\w.+-]{1,60}\/[\w.+-]{1,60}$/.test(stated) ? stated : null;
}

const failed = (failure: FetchFailure): Fetched => ({ ok: false, failure });
