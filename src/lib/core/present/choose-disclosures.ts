// A parsed SD-JWT VC and the learner's ticks -> the SD-JWT that leaves the device (RFC 9901 §7.2).
import type { ClaimPath, Disclosure, SdJwtVc } from '../model/credential.ts';
import { isJsonArray, isJsonObject } from '../model/json.ts';
import type { JsonObject, JsonValue } from '../model/json.ts';
import type { LeavingClaim, SelectableClaim } from '../model/presentation.ts';

interface Placed extends Disclosure {
  readonly path: ClaimPath;
}

/** What may be ticked, top-level claims first to last as the issuer ordered the Disclosures, nested ones below. */
export function selectableClaims(credential: SdJwtVc): readonly SelectableClaim[] {
  const placed = placedDisclosures(credential);
  const names = [...new Set(placed.map((disclosure) => disclosure.path[0]))];
  return names.flatMap((name) => (name === undefined ? [] : [topLevel(credential.claims, placed, name)]));
}

/** Claims the issuer left no way to withhold; `_sd` and its kin are not claims. */
export function unwithholdableClaims(credential: SdJwtVc): readonly LeavingClaim[] {
  const payload = withoutDigests(credential.jws.payload);
  if (!isJsonObject(payload)) return [];
  return Object.entries(payload)
    .filter(([name, value]) => !isEmptied(credential.jws.payload[name], value))
    .map(([name, value]) => ({ path: [name], value, why: 'always' }));
}

/** `chosen` and every digest they need to be understood (recursive disclosures, RFC 9901 §4.2.6). */
export function withParents(credential: SdJwtVc, chosen: Iterable<string>): ReadonlySet<string> {
  const byDigest = new Map(placedDisclosures(credential).map((disclosure) => [disclosure.digest, disclosure]));
  const shown = new Set<string>();
  for (const digest of chosen) {
    const disclosure = byDigest.get(digest);
    if (disclosure) for (const needed of [digest, ...disclosure.parents]) shown.add(needed);
  }
  return shown;
}

/** Everything the reader of `presentSelected` learns, ticked claims first: what the consent screen lists. */
export function leavingClaims(credential: SdJwtVc, chosen: Iterable<string>): readonly LeavingClaim[] {
  const ticked = new Set(chosen);
  const shown = withParents(credential, ticked);
  const disclosed = placedDisclosures(credential)
    .filter((disclosure) => shown.has(disclosure.digest))
    .map(({ path, value, digest }): LeavingClaim => {
      return { path, value: withoutDigests(value), why: ticked.has(digest) ? 'chosen' : 'needed' };
    });
  return [...disclosed, ...unwithholdableClaims(credential)];
}

/** Issuer-signed JWT, the chosen Disclosures with their parents in the issuer's order, and the last `~`. */
export function presentSelected(credential: SdJwtVc, chosen: Iterable<string>): string {
  const shown = withParents(credential, chosen);
  const disclosures = credential.disclosures.filter((disclosure) => shown.has(disclosure.digest));
  return [credential.jws.compact, ...disclosures.map((disclosure) => disclosure.encoded), ''].join('~');
}

function placedDisclosures(credential: SdJwtVc): readonly Placed[] {
  return credential.disclosures.flatMap((disclosure) => {
    const { path } = disclosure;
    return path === null || path.length === 0 ? [] : [{ ...disclosure, path }];
  });
}

function topLevel(claims: JsonObject, placed: readonly Placed[], name: string | number): SelectableClaim {
  const own = placed.find((disclosure) => disclosure.path.length === 1 && disclosure.path[0] === name);
  const inside = placed.filter((disclosure) => disclosure.path.length > 1 && disclosure.path[0] === name);
  if (own) return selectable(own, inside);
  const value = withoutPaths(claims[name] ?? null, [name], inside);
  return { digest: null, path: [name], name: String(name), value, parents: [], children: nest(inside) };
}

function selectable(disclosure: Placed, inside: readonly Placed[]): SelectableClaim {
  const { digest, path, parents } = disclosure;
  const value = withoutDigests(disclosure.value);
  return { digest, path, name: String(path.at(-1)), value, parents, children: nest(inside) };
}

/** Those that stand under no other of the list, each with the rest below it. */
function nest(list: readonly Placed[]): readonly SelectableClaim[] {
  const roots = list.filter((one) => !list.some((other) => other !== one && startsWith(one.path, other.path)));
  return roots.map((root) =>
    selectable(
      root,
      list.filter((one) => one !== root && startsWith(one.path, root.path)),
    ),
  );
}

function startsWith(path: ClaimPath, start: ClaimPath): boolean {
  return path.length >= start.length && start.every((step, index) => path[index] === step);
}

/** `value` without the digests that stand for what is not shown (RFC 9901 §4.2.4). */
function withoutDigests(value: JsonValue): JsonValue {
  if (isJsonArray(value)) return value.filter((item) => !isArrayDigest(item)).map(withoutDigests);
  if (!isJsonObject(value)) return value;
  const plain = Object.entries(value).filter(([name]) => name !== '_sd' && name !== '_sd_alg');
  return Object.fromEntries(plain.map(([name, inner]) => [name, withoutDigests(inner)]));
}

/** `value`, which stands at `at`, without the places where one of `inside` stands. */
function withoutPaths(value: JsonValue, at: ClaimPath, inside: readonly Placed[]): JsonValue {
  const hidden = (step: string | number): boolean =>
    inside.some(({ path }) => path.length === at.length + 1 && path[at.length] === step && startsWith(path, at));
  if (isJsonArray(value)) {
    return value.flatMap((item, index) => (hidden(index) ? [] : [withoutPaths(item, [...at, index], inside)]));
  }
  if (!isJsonObject(value)) return value;
  const kept = Object.entries(value).filter(([name]) => !hidden(name));
  return Object.fromEntries(kept.map(([name, inner]) => [name, withoutPaths(inner, [...at, name], inside)]));
}

function isArrayDigest(item: JsonValue): boolean {
  return isJsonObject(item) && typeof item['...'] === 'string' && Object.keys(item).length === 1;
}

/** An object that held nothing but digests says nothing by itself. */
function isEmptied(before: JsonValue | undefined, after: JsonValue): boolean {
  return isJsonObject(before) && isJsonObject(after) && '_sd' in before && Object.keys(after).length === 0;
}
