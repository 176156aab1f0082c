// How old a status list may be before its silence means nothing any more.
import type { EpochSeconds } from '../../model/brand.ts';
import type { Question } from '../question.ts';
import type { StatusList } from './status-list.ts';

const HOUR_SECONDS = 3_600;
const DAY_SECONDS = 86_400;
/** At a door, as the EU's COVID certificate verifiers were advised. */
export const MAX_AGE_AT_A_DOOR = DAY_SECONDS;
/** For a document that is read at leisure; the age is always told. */
export const MAX_AGE_FOR_A_DOCUMENT = 30 * DAY_SECONDS;
/** `ttl` is advice on when to fetch again; minutes of it would make every door without a network useless. */
const MIN_TTL = HOUR_SECONDS;

/** Whether `list`, which is as old as `asOf`, no longer settles anything. Its own end is judged elsewhere. */
export function isTooOld({ ttl }: StatusList, asOf: EpochSeconds, { context, now }: Question): boolean {
  if (context.kind === 'document') return now - asOf > MAX_AGE_FOR_A_DOCUMENT;
  const advised = ttl === null ? MAX_AGE_AT_A_DOOR : Math.max(ttl, MIN_TTL);
  return now - asOf > Math.min(advised, MAX_AGE_AT_A_DOOR);
}
