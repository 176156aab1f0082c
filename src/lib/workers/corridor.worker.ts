// The corridor in a worker: bytes and question in, Examination out. Several may be under way at once.
import type { ExamineMessage, FromCorridor, ToCorridor } from '../adapters/corridor/messages.ts';
import { examine } from '../core/examine.ts';
import { NO_TRUST } from '../core/model/trust.ts';
import type { TrustMaterial } from '../core/model/trust.ts';

let trust: TrustMaterial = NO_TRUST;

addEventListener('message', ({ data }: MessageEvent<ToCorridor>) => {
  if (data.type === 'trust') trust = data.trust;
  else void answer(data, trust);
});

async function answer({ job, bytes, now, context, clockFloor }: ExamineMessage, known: TrustMaterial): Promise<void> {
  try {
    const examination = await examine(bytes, { trust: known, now, context, clockFloor });
    say({ type: 'examined', job, examination });
  } catch {
    say({ type: 'failed', job });
  }
}

function say(message: FromCorridor): void {
  postMessage(message);
}
