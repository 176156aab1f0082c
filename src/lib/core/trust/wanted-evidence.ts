// Which documents would settle what cannot be told of a credential, or keep an imported list fresh. Nothing is fetched here.
import { parseJson } from '../bytes/parse-json.ts';
import type { OpenBadge2, ParsedCredential } from '../model/credential.ts';
import { isJsonObject, stringOrNull } from '../model/json.ts';
import type { TrustMaterial, WhyWanted } from '../model/trust.ts';
import { didWebAddress, isUnderIssuer, keySetAddresses, metadataAddress } from './find-document.ts';
import { withoutFragment } from './resolve-did.ts';

export interface WantedDocument {
  /** Absolute address; whether it may be asked is for the Fetcher to say. */
  readonly url: string;
  readonly why: WhyWanted;
}

/** Of one credential: a stranger who names more wants something else than to be checked. */
const MAX_OF_A_CREDENTIAL = 24;
const MAX_OF_LISTS = 300;
const MAX_EXTENDED = 5;
const MAX_URL = 2_048;
/** Purposes that change nothing are not asked about. */
const INFORMING: readonly (string | null)[] = ['message', 'refresh'];

type Candidate = readonly [url: string | null | undefined, why: WhyWanted];

/** What verifying `credential` would look up, in hand or not: one entry for each address, https only. */
export function wantedEvidence(credential: ParsedCredential, trust: TrustMaterial): readonly WantedDocument[] {
  const status = credential.status
    .filter(({ purpose }) => !INFORMING.includes(purpose))
    .map(({ url, type }): Candidate => [url, type.endsWith('RevocationList') ? 'revocation-list' : 'status']);
  const candidates = [
    ...keyAddresses(credential, trust).map((url): Candidate => [url, 'issuer-keys']),
    ...(credential.kind === 'open-badge-2' ? badgeDocuments(credential) : []),
    ...status,
    ...typeAddresses(credential, trust).map((url): Candidate => [url, 'type-metadata']),
  ];
  return distinct(candidates, MAX_OF_A_CREDENTIAL);
}

/** What the issuers named in the lists in hand publish: documents and status lists. */
export function wantedByLists(trust: TrustMaterial): readonly WantedDocument[] {
  const issuers = trust.lists.flatMap((list) => list.issuers);
  return distinct(
    [
      ...issuers.flatMap(({ documents }) => documents.map((url): Candidate => [url, 'issuer-keys'])),
      ...issuers.flatMap(({ statusLists }) => statusLists.map((url): Candidate => [url, 'status'])),
    ],
    MAX_OF_LISTS,
  );
}

/** Where the issuer's keys may stand, as find-document.ts reads them. */
function keyAddresses(credential: ParsedCredential, trust: TrustMaterial): readonly (string | null)[] {
  const issuerId = credential.issuer.id;
  if (credential.kind === 'open-badge-2') return [];
  const methods =
    credential.kind === 'vc-di'
      ? credential.proofs.map(({ verificationMethod }) => stringOrNull(verificationMethod))
      : [stringOrNull(credential.jws.header['kid'])];
  const named = methods.flatMap((method) => (method === null ? [] : keyAddress(method, issuerId)));
  if (issuerId === null) return named;
  if (issuerId.startsWith('did:')) return [didWebAddress(issuerId), ...named];
  if (credential.kind === 'vc-di') return [issuerId, ...named];
  return [metadataAddress(issuerId), ...keySetAddresses(issuerId, trust), ...named];
}

/** The document of a did:web method, or a key at an address of the issuer's own: another's key settles nothing. */
function keyAddress(method: string, issuerId: string | null): readonly (string | null)[] {
  const address = withoutFragment(method);
  if (method.startsWith('did:')) return [didWebAddress(address)];
  return issuerId !== null && isUnderIssuer(address, issuerId) ? [address] : [];
}

function badgeDocuments({ hostedAt, refersTo }: OpenBadge2): readonly Candidate[] {
  return [
    [hostedAt, 'hosted-assertion'],
    [refersTo.badgeClass, 'badge-class'],
    [refersTo.issuer, 'issuer-profile'],
    [refersTo.key, 'signing-key'],
    [refersTo.revocationList, 'revocation-list'],
  ];
}

/** `vct` and what the metadata in hand says it extends, one after the other (SD-JWT VC §6.4). */
function typeAddresses(credential: ParsedCredential, trust: TrustMaterial): readonly string[] {
  if (credential.kind !== 'sd-jwt-vc') return [];
  const addresses: string[] = [];
  let next = stringOrNull(credential.claims['vct']);
  while (next?.startsWith('https://') === true && addresses.length <= MAX_EXTENDED && !addresses.includes(next)) {
    addresses.push(next);
    next = extendedBy(next, trust);
  }
  return addresses;
}

function extendedBy(vct: string, trust: TrustMaterial): string | null {
  const document = trust.documents.find(({ url }) => url === vct);
  const parsed = document === undefined ? null : parseJson(document.text);
  return parsed?.ok === true && isJsonObject(parsed.value) ? stringOrNull(parsed.value['extends']) : null;
}

function distinct(candidates: readonly Candidate[], most: number): readonly WantedDocument[] {
  const found = new Map<string, WantedDocument>();
  for (const [url, why] of candidates) {
    if (typeof url === 'string' && isFetchable(url) && !found.has(url) && found.size < most)
      found.set(url, { url, why });
  }
  return [...found.values()];
}

function isFetchable(url: string): boolean {
  return url.length <= MAX_URL && url.startsWith('https://') && URL.canParse(url);
}
