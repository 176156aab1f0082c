// What this device asks of the corridor now: trust in hand, the clock, and the newest signed time it has seen.
import { epochSeconds } from '../core/model/brand.ts';
import type { EpochSeconds } from '../core/model/brand.ts';
import type { Examination } from '../core/model/examination.ts';
import type { VerificationContext } from '../core/model/verdict.ts';
import { world } from './compose.ts';
import { trust } from './trust.svelte.ts';

/** No honest clock is earlier than the day this program was released. */
const RELEASED = epochSeconds(Date.parse(`${__RELEASED__}T00:00:00Z`) / 1000);
let newestSigned: EpochSeconds = RELEASED;

/** Bytes through the corridor, with what this device knows. Rejects only when the corridor itself broke. */
export async function examineNow(bytes: Uint8Array<ArrayBuffer>, context: VerificationContext): Promise<Examination> {
  await trust.open();
  const { corridor, clock } = world();
  const question = { trust: trust.material, now: clock(), context, clockFloor: clockFloor() };
  const examination = await corridor.examine(bytes, question);
  noteSignedTime(examination);
  return examination;
}

/** A device clock before this is wrong. */
export function clockFloor(): EpochSeconds {
  return newestSigned;
}

/** Only a genuine credential's time counts: anybody can sign a time with a key of their own. */
export function noteSignedTime(examination: Examination): void {
  if (examination.outcome !== 'credential' || examination.judgement.verdict !== 'genuine') return;
  const { issuedAt } = examination.credential;
  if (issuedAt !== null && issuedAt > newestSigned) newestSigned = issuedAt;
}
