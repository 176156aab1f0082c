// Trust lists as others would write them: JSON text, read by the program under test.
import { encodeUtf8 } from '../../src/lib/core/bytes/utf8.ts';
import type { TrustMaterial } from '../../src/lib/core/model/trust.ts';
import { NO_TRUST } from '../../src/lib/core/model/trust.ts';
import { parseTrustList } from '../../src/lib/core/trust/parse-trust-list.ts';
import { ISSUER } from './vc-jwt.ts';

type Members = Readonly<Record<string, unknown>>;

/** One listed issuer, ISSUER unless `changes` say otherwise, entitled to everything. */
export function listedIssuer(changes: Members = {}): Members {
  return {
    name: { sv: 'Norrsjö universitet', en: 'Norrsjö University' },
    country: 'SE',
    homepage: ISSUER,
    ids: [ISSUER],
    keys: [],
    mayIssue: ['*'],
    ...changes,
  };
}

/** A list issued on 20 November 2026, the day before the tests' now. */
export function trustListText(issuers: readonly Members[], changes: Members = {}): string {
  return JSON.stringify({ name: 'Test list', version: 1, issued: '2026-11-20T08:00:00Z', issuers, ...changes });
}

/** What a device has that imported one such list. */
export async function trusting(issuers: readonly Members[], changes: Members = {}): Promise<TrustMaterial> {
  const parsed = await parseTrustList(encodeUtf8(trustListText(issuers, changes)), 'imported');
  if (!parsed.ok) throw new Error(`the test's own list: ${parsed.why}`);
  return { ...NO_TRUST, lists: [parsed.list] };
}
