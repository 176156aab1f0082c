// What the portfolio's components are given.
import type { CredentialId, SectionId } from '$lib/core/model/brand.ts';
import type { CredentialSummary } from '../summarise-credential.ts';

export interface MeritCard {
  readonly id: CredentialId;
  /** Title in plain, cleaned text, for the names of buttons. */
  readonly title: string;
  readonly summary: CredentialSummary;
  readonly href: string;
}

export interface OutlineEntry {
  readonly id: SectionId;
  readonly title: string;
  readonly count: number;
  readonly href: string;
  readonly current: boolean;
}

/** A section one may choose, and whether the merit in question stands there. */
export interface SectionChoice {
  readonly id: SectionId;
  readonly title: string;
  readonly holds: boolean;
}
