// X.509 certificates from `x5c` and from trust lists (RFC 5280 §6.1, as far as a list of named anchors needs it).
// The only file that calls @peculiar/x509; loaded when a credential brings a certificate.
import 'reflect-metadata';
import {
  BasicConstraintsExtension,
  KeyUsageFlags,
  KeyUsagesExtension,
  SubjectAlternativeNameExtension,
  X509Certificate,
} from '@peculiar/x509';
import type { EpochSeconds } from '../model/brand.ts';
import type { JsonValue } from '../model/json.ts';
import type { PublicJwk } from '../model/jwk.ts';
import type { ReasonOf } from '../model/reason.ts';
import type { Anchor, CertificateChain } from './certificate-chain.ts';
import { readPublicJwk } from './read-public-jwk.ts';

const MAX_CHAIN = 6;
const MAX_CERTIFICATE_CHARACTERS = 16_384;
const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/;
/** Extensions read here or without bearing on who the leaf is: key usage, SAN, basic constraints, extended key usage. */
const UNDERSTOOD: ReadonlySet<string> = new Set(['2.5.29.15', '2.5.29.17', '2.5.29.19', '2.5.29.37']);
const BROKEN: CertificateChain = {
  leafKey: null,
  subject: '',
  alternativeNames: [],
  fault: 'certificate-chain-broken',
  anchors: [],
};

/** Reads and checks `carried` (leaf first) at `moment` against every `listed` certificate (base64 DER). */
export async function readCertificates(
  carried: readonly JsonValue[],
  listed: readonly string[],
  moment: EpochSeconds,
): Promise<CertificateChain> {
  const chain = carried.slice(0, MAX_CHAIN + 1).map(readCertificate);
  const certificates = chain.filter((certificate) => certificate !== null);
  const [leaf] = certificates;
  if (leaf === undefined || certificates.length !== carried.length || carried.length > MAX_CHAIN) return BROKEN;
  const leafKey = await publicKeyOf(leaf);
  if (leafKey === null) return BROKEN;
  const { fault, anchors } = await judgeWays(certificates, await findAnchors(certificates, listed), moment);
  return { leafKey, subject: leaf.subject, alternativeNames: alternativeNames(leaf), fault, anchors };
}

/**
 * Each anchor vouches by its own way from the leaf. A listed certificate that was merely put into `x5c` beside a good
 * chain vouches for nothing: else one listed issuer could bring another's authority along and be that issuer.
 */
async function judgeWays(
  chain: readonly X509Certificate[],
  found: readonly FoundAnchor[],
  moment: EpochSeconds,
): Promise<Pick<CertificateChain, 'fault' | 'anchors'>> {
  const nearestFirst = [...found].sort((one, other) => one.below - other.below);
  const faults = await Promise.all(nearestFirst.map((anchor) => findFault(chain, anchor, moment)));
  const sound = nearestFirst.filter((_, at) => faults[at] === null);
  if (sound.length > 0) return { fault: null, anchors: sound.map(({ anchor }) => anchor) };
  const fault = faults[0] ?? (await findFault(chain, null, moment));
  return { fault, anchors: nearestFirst.map(({ anchor }) => anchor) };
}

interface FoundAnchor {
  readonly anchor: Anchor;
  readonly certificate: X509Certificate;
  /** Certificates of the chain that stand below the anchor. */
  readonly below: number;
}

/** A listed certificate that is in the chain (THREATS C2: tolerated), or that issued its last member. */
async function findAnchors(chain: readonly X509Certificate[], listed: readonly string[]): Promise<FoundAnchor[]> {
  const found: FoundAnchor[] = [];
  for (const text of new Set(listed)) {
    const certificate = readCertificate(text);
    if (certificate === null) continue;
    const at = chain.findIndex((member) => sameBytes(member.rawData, certificate.rawData));
    const issued = at < 0 && (await isIssuedBy(chain.at(-1), certificate));
    if (at < 0 && !issued) continue;
    const isLeaf = at === 0 && !isAuthority(certificate);
    found.push({ anchor: { certificate: text, isLeaf }, certificate, below: at < 0 ? chain.length : at });
  }
  return found;
}

/** The first thing wrong on the way from the leaf to `anchor`, or on the whole way when there is none. */
async function findFault(
  chain: readonly X509Certificate[],
  anchor: FoundAnchor | null,
  moment: EpochSeconds,
): Promise<ReasonOf<'issuer-key'> | null> {
  const below = chain.slice(0, anchor?.below ?? chain.length);
  const path = anchor === null ? below : [...below, anchor.certificate];
  // SHA-1 has known collisions: such a link proves nothing, and it is not proof of wrong either.
  if (below.some(isWeaklySigned)) return 'certificate-chain-not-anchored';
  for (const [at, certificate] of path.entries()) {
    const issuer = path[at + 1];
    if (issuer !== undefined && !(await isIssuedBy(certificate, issuer))) return 'certificate-chain-broken';
    if (at > 0 && !mayCertify(certificate, at - 1)) return 'certificate-chain-broken';
  }
  if (!path.every((certificate) => isValidAt(certificate, moment))) return 'certificate-not-valid-then';
  if (path[0] !== undefined && !maySign(path[0])) return 'issuer-key-not-the-issuers';
  if (!path.every(isUnderstood)) return 'certificate-extension-not-understood';
  if (anchor !== null) return null;
  const [leaf, ...others] = chain;
  const alone = others.length === 0 && leaf?.subject === leaf?.issuer;
  return alone ? 'certificate-self-signed' : 'certificate-chain-not-anchored';
}

/** RFC 5280 §4.2.1.9, §4.2.1.3: a CA by its own word, allowed to sign certificates, with room for those below it. */
function mayCertify(certificate: X509Certificate, authoritiesBelow: number): boolean {
  const constraints = certificate.getExtension(BasicConstraintsExtension);
  if (constraints?.ca !== true) return false;
  if (constraints.pathLength !== undefined && constraints.pathLength < authoritiesBelow) return false;
  const usage = certificate.getExtension(KeyUsagesExtension);
  return usage === null || (usage.usages & KeyUsageFlags.keyCertSign) !== 0;
}

function isAuthority(certificate: X509Certificate): boolean {
  return certificate.getExtension(BasicConstraintsExtension)?.ca === true;
}

/** Seals use digitalSignature or nonRepudiation; a certificate for encryption only signs nothing. */
function maySign(leaf: X509Certificate): boolean {
  const usage = leaf.getExtension(KeyUsagesExtension);
  return usage === null || (usage.usages & (KeyUsageFlags.digitalSignature | KeyUsageFlags.nonRepudiation)) !== 0;
}

function isWeaklySigned({ signatureAlgorithm }: X509Certificate): boolean {
  return /^(sha-?1|md5)$/i.test(signatureAlgorithm.hash.name);
}

function isUnderstood(certificate: X509Certificate): boolean {
  return certificate.extensions.every(({ critical, type }) => !critical || UNDERSTOOD.has(type));
}

function isValidAt(certificate: X509Certificate, moment: EpochSeconds): boolean {
  const milliseconds = moment * 1000;
  return certificate.notBefore.getTime() <= milliseconds && milliseconds <= certificate.notAfter.getTime();
}

/** `signatureOnly`: the library would otherwise ask the machine's clock. */
async function isIssuedBy(certificate: X509Certificate | undefined, issuer: X509Certificate): Promise<boolean> {
  if (certificate?.issuer !== issuer.subject) return false;
  try {
    return await certificate.verify({ publicKey: issuer.publicKey, signatureOnly: true });
  } catch {
    return false;
  }
}

function alternativeNames(leaf: X509Certificate): readonly string[] {
  const names = leaf.getExtension(SubjectAlternativeNameExtension)?.names.items ?? [];
  return names.filter(({ type }) => type === 'dns' || type === 'url' || type === 'email').map(({ value }) => value);
}

/** base64 DER, not base64url (RFC 7515 §4.1.6). The library throws on anything that is not a certificate. */
function readCertificate(value: JsonValue): X509Certificate | null {
  if (typeof value !== 'string' || value.length > MAX_CERTIFICATE_CHARACTERS || !BASE64.test(value)) return null;
  try {
    const certificate = new X509Certificate(Uint8Array.from(atob(value), (character) => character.charCodeAt(0)));
    // Touching them parses them: a field that cannot be read is found here, not in the middle of a check.
    return certificate.extensions.length >= 0 && certificate.subject.length >= 0 ? certificate : null;
  } catch {
    return null;
  }
}

async function publicKeyOf(certificate: X509Certificate): Promise<PublicJwk | null> {
  try {
    const jwk: unknown = await crypto.subtle.exportKey('jwk', await certificate.publicKey.export());
    return readPublicJwk(publicPart(jwk));
  } catch {
    return null;
  }
}

/** Without `alg` and `key_ops`: an RSA key in a certificate is good for both RS256 and PS256. */
function publicPart(jwk: unknown): JsonValue {
  const wanted = ['kty', 'crv', 'x', 'y', 'n', 'e'];
  const entries = Object.entries(jwk ?? {}).filter(([name]) => wanted.includes(name));
  return Object.fromEntries(entries.map(([name, value]): [string, JsonValue] => [name, String(value)]));
}

function sameBytes(one: ArrayBuffer, other: ArrayBuffer): boolean {
  const [left, right] = [new Uint8Array(one), new Uint8Array(other)];
  return left.length === right.length && left.every((byte, at) => byte === right[at]);
}
