// Client of the code-reading worker: pictures go in, readings come out, in any order, each to its own asker.
import type { QrAnswer, QrReading, QrRequest } from './qr-message.ts';

export interface QrReader {
  /** Looks for a code in one camera frame. The bitmap is consumed. */
  readonly readFrame: (picture: ImageBitmap) => Promise<QrReading>;
  /** Looks for a code in an image file; thoroughly, since there will be no next frame. */
  readonly readImage: (picture: Blob) => Promise<QrReading>;
  readonly close: () => void;
}

/** Starts a worker of its own. Everything it needs comes from this origin. */
export function openQrReader(): QrReader {
  const worker = new Worker(new URL('../../workers/qr.worker.ts', import.meta.url), { type: 'module' });
  const waiting = new Map<number, (reading: QrReading) => void>();
  let last = 0;

  worker.addEventListener('message', ({ data }: MessageEvent<QrAnswer>) => {
    waiting.get(data.id)?.(data);
    waiting.delete(data.id);
  });
  const giveUp = (): void => {
    for (const answer of waiting.values()) answer({ outcome: 'broken' });
    waiting.clear();
  };
  worker.addEventListener('error', giveUp);

  const ask = (effort: QrRequest['effort'], picture: ImageBitmap | Blob): Promise<QrReading> =>
    new Promise((resolve) => {
      last += 1;
      waiting.set(last, resolve);
      const request: QrRequest = { id: last, effort, picture };
      worker.postMessage(request, picture instanceof ImageBitmap ? [picture] : []);
    });

  return {
    readFrame: (picture) => ask('frame', picture),
    readImage: (picture) => ask('still', picture),
    close: () => {
      worker.terminate();
      giveUp();
    },
  };
}
