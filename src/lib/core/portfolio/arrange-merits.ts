// Where merits stand. A merit may stand in several sections, but once in each. Every function returns a new portfolio,
// or the same one when there was nothing to do.
import type { CredentialId, SectionId } from '../model/brand.ts';
import type { Portfolio, PortfolioSection } from '../model/portfolio.ts';

/** Puts `credential` into `section` at `position` (0 is first; default last). Already there: unchanged. */
export function placeCredential(
  portfolio: Portfolio,
  section: SectionId,
  credential: CredentialId,
  position = Number.POSITIVE_INFINITY,
): Portfolio {
  const there = findSection(portfolio, section);
  if (!there || there.credentials.includes(credential)) return portfolio;
  return withCredentials(portfolio, section, inserted(there.credentials, credential, position));
}

/** Takes `credential` out of `section`; in the wallet and in other sections it stays. */
export function removeEntry(portfolio: Portfolio, section: SectionId, credential: CredentialId): Portfolio {
  const there = findSection(portfolio, section);
  if (!there?.credentials.includes(credential)) return portfolio;
  return withCredentials(portfolio, section, without(there.credentials, credential));
}

export interface Move {
  readonly credential: CredentialId;
  readonly from: SectionId;
  readonly to: SectionId;
  /** Among the merits of `to` without this one; default last. */
  readonly position?: number;
}

/** Moves within a section or to another. When it already stands in `to`, it only leaves `from`. */
export function moveEntry(portfolio: Portfolio, move: Move): Portfolio {
  const source = findSection(portfolio, move.from);
  if (!source?.credentials.includes(move.credential) || !findSection(portfolio, move.to)) return portfolio;
  const taken = removeEntry(portfolio, move.from, move.credential);
  return placeCredential(taken, move.to, move.credential, move.position);
}

/** One step up (-1) or down (1) in its section; at the end nothing changes. */
export function shiftEntry(
  portfolio: Portfolio,
  section: SectionId,
  credential: CredentialId,
  step: -1 | 1,
): Portfolio {
  const there = findSection(portfolio, section);
  const at = there?.credentials.indexOf(credential) ?? -1;
  const position = at + step;
  if (!there || at === -1 || position < 0 || position >= there.credentials.length) return portfolio;
  return moveEntry(portfolio, { credential, from: section, to: section, position });
}

/** Sets the order of `section`, as a drag left it. Repeated ids count once. */
export function arrangeSection(portfolio: Portfolio, section: SectionId, order: readonly CredentialId[]): Portfolio {
  return findSection(portfolio, section) ? withCredentials(portfolio, section, [...new Set(order)]) : portfolio;
}

export function findSection(portfolio: Portfolio, section: SectionId): PortfolioSection | undefined {
  return portfolio.sections.find(({ id }) => id === section);
}

function withCredentials(portfolio: Portfolio, section: SectionId, credentials: readonly CredentialId[]): Portfolio {
  const sections = portfolio.sections.map((one) => (one.id === section ? { ...one, credentials } : one));
  return { ...portfolio, sections };
}

function inserted(list: readonly CredentialId[], credential: CredentialId, position: number): readonly CredentialId[] {
  const at = Math.max(0, Math.min(position, list.length));
  return [...list.slice(0, at), credential, ...list.slice(at)];
}

function without(list: readonly CredentialId[], credential: CredentialId): readonly CredentialId[] {
  return list.filter((one) => one !== credential);
}
