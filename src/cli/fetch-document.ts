// One HTTPS document, bounded in size and time. No redirect is followed (it could lead anywhere) and no private address
// is asked, neither as such nor behind a name (THREATS P7).
import { lookup } from 'node:dns/promises';
import { isRevocationNotice } from '../lib/core/trust/is-revocation-notice.ts';
import { isPrivateAddress } from '../lib/core/trust/is-private-address.ts';

export interface FetchedDocument {
  readonly url: string;
  /** ISO 8601 UTC. */
  readonly fetched: string;
  readonly mediaType: string | null;
  readonly text?: string;
  readonly base64?: string;
}

export type FetchAnswer =
  { readonly ok: true; readonly document: FetchedDocument } | { readonly ok: false; readonly why: string };

const MAX_BYTES = 4 * 1024 * 1024;
/** A status list comes as JWT or as CWT; the former is what is read. */
const ACCEPT = 'application/json, application/ld+json, application/jwt, application/statuslist+jwt, */*;q=0.5';
const TIMEOUT_MILLISECONDS = 15_000;

export async function fetchDocument(url: string): Promise<FetchAnswer> {
  const refused = await refuseAddress(url);
  if (refused !== null) return { ok: false, why: refused };
  try {
    const signal = AbortSignal.timeout(TIMEOUT_MILLISECONDS);
    const response = await fetch(url, {
      redirect: 'error',
      signal,
      headers: { accept: ACCEPT },
    });
    const gone = response.status === 410;
    if (!response.ok && !gone) return { ok: false, why: `answered ${String(response.status)}` };
    const bytes = await readBounded(response);
    if (bytes === null) return { ok: false, why: `is larger than ${String(MAX_BYTES)} bytes` };
    const document = describe(url, response.headers.get('content-type'), bytes);
    if (gone && !isRevocationNotice(document.text ?? '')) return { ok: false, why: 'answered 410' };
    return { ok: true, document };
  } catch (failure) {
    return { ok: false, why: failure instanceof Error ? failure.message : String(failure) };
  }
}

async function refuseAddress(url: string): Promise<string | null> {
  if (!URL.canParse(url)) return 'is not an address';
  const { protocol, hostname, username, password } = new URL(url);
  if (protocol !== 'https:') return 'is not https';
  if (username !== '' || password !== '') return 'carries a name or a password';
  try {
    const addresses = await lookup(hostname.replace(/^\[|\]$/g, ''), { all: true });
    return addresses.some(({ address }) => isPrivateAddress(address)) ? 'is a private address' : null;
  } catch {
    return 'has no address';
  }
}

/** The body, given up as soon as it is too long: what a header says of its length is only a claim. */
async function readBounded(response: Response): Promise<Uint8Array<ArrayBuffer> | null> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = response.body?.getReader();
  for (;;) {
    const { done = true, value } = (await reader?.read()) ?? {};
    if (done || value === undefined) break;
    length += value.length;
    if (length > MAX_BYTES) {
      await reader?.cancel();
      return null;
    }
    chunks.push(value);
  }
  return new Uint8Array(Buffer.concat(chunks));
}

function describe(url: string, contentType: string | null, bytes: Uint8Array<ArrayBuffer>): FetchedDocument {
  const about = { url, fetched: new Date().toISOString(), mediaType: contentType?.split(';')[0]?.trim() ?? null };
  try {
    return { ...about, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return { ...about, base64: Buffer.from(bytes).toString('base64') };
  }
}
