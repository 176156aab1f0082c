// Is this proof of possession for us, and for now? Audience, nonce and time of the KB-JWT (RFC 9901 §7.3 step 5.e–f).
import type { CompactJws } from '../bytes/decode-compact-jws.ts';
import type { EpochSeconds } from '../model/brand.ts';
import type { JsonObject } from '../model/json.ts';
import type { ReasonOf } from '../model/reason.ts';
import { SHOW_AUDIENCE } from '../model/verdict.ts';
import type { VerificationContext } from '../model/verdict.ts';
import { CLOCK_SKEW_SECONDS } from './question.ts';

/** Age at which an answer without an end of its own is too old. */
const MAX_ANSWER_AGE_SECONDS = 300;
/** A one-way showing may be a copy as old as its window; a holder's app that asks for longer does not get it. */
const MAX_SHOW_AGE_SECONDS = 900;

/** `binding`: the KB-JWT, whose signature is judged apart; null when there is none. */
export function checkReplay(
  binding: CompactJws | null,
  context: VerificationContext,
  now: EpochSeconds,
): ReasonOf<'replay'> {
  if (context.kind === 'document' || binding === null) return 'replay-not-asked';
  const { payload } = binding;
  const audience = context.mode === 'show' ? SHOW_AUDIENCE : context.audience;
  if (payload['aud'] !== audience) return 'audience-wrong';
  if (context.mode === 'answer' && payload['nonce'] !== context.nonce) return 'nonce-wrong';
  const late = timeFault(payload, context.mode, now);
  if (late !== null) return late;
  return context.mode === 'show' ? 'replay-window-ok' : 'replay-nonce-ok';
}

function timeFault(payload: JsonObject, mode: 'show' | 'answer', now: EpochSeconds): ReasonOf<'replay'> | null {
  const { iat, exp } = { iat: payload['iat'], exp: payload['exp'] };
  // Without a time it cannot be told from an old one; possession names the missing claim.
  if (typeof iat !== 'number') return 'presentation-too-old';
  if (iat > now + CLOCK_SKEW_SECONDS) return 'presentation-from-the-future';
  if (mode === 'show' && typeof exp !== 'number') return 'presentation-too-old';
  const ends = typeof exp === 'number' ? exp : iat + MAX_ANSWER_AGE_SECONDS;
  const latest = mode === 'show' ? Math.min(ends, iat + MAX_SHOW_AGE_SECONDS) : ends;
  return now >= latest + CLOCK_SKEW_SECONDS ? 'presentation-too-old' : null;
}
