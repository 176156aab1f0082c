// Can this clock be right? One that stands before something already signed, or before this program was released,
// would let what has expired pass (THREATS F10).
import type { ReasonOf } from '../model/reason.ts';
import { CLOCK_SKEW_SECONDS } from './question.ts';
import type { Question } from './question.ts';

export function checkClock({ now, clockFloor, trust }: Question): ReasonOf<'clock'> {
  const newestSeen = Math.max(clockFloor, ...trust.lists.map((list) => list.issued));
  return now + CLOCK_SKEW_SECONDS < newestSeen ? 'clock-doubtful' : 'clock-ok';
}
