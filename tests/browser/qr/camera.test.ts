import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { cameraFailure } from '../../../src/lib/adapters/camera/camera-failure.ts';
import { openCamera } from '../../../src/lib/adapters/camera/camera.ts';
import type { Camera } from '../../../src/lib/adapters/camera/camera.ts';
import { openQrReader } from '../../../src/lib/adapters/camera/qr-reader.ts';
import { watchFrames } from '../../../src/lib/adapters/camera/watch-frames.ts';
import { drawScene } from './draw-code.ts';

let place: HTMLDivElement;
let streams: MediaStream[];
let asked: MediaStreamConstraints[];

beforeEach(() => {
  place = document.createElement('div');
  place.id = 'place';
  place.style.width = '360px';
  document.body.append(place);
  streams = [];
  asked = [];
});
afterEach(() => {
  vi.restoreAllMocks();
  place.remove();
});

/** A camera that sees `text` as a code of version 20. */
function cameraThatSees(text: string): void {
  vi.spyOn(navigator.mediaDevices, 'getUserMedia').mockImplementation((constraints) => {
    asked.push(constraints ?? {});
    const scene = drawScene({ width: 1280, height: 720, version: 20, text, degrees: 4, noise: 8 });
    const canvas = document.createElement('canvas');
    canvas.width = scene.width;
    canvas.height = scene.height;
    const context = canvas.getContext('2d');
    const paint = (): void => {
      context?.drawImage(scene, 0, 0);
      if (streams.some((stream) => stream.active)) requestAnimationFrame(paint);
    };
    const stream = canvas.captureStream(30);
    streams.push(stream);
    paint();
    return Promise.resolve(stream);
  });
}

async function opened(ended: () => void = () => undefined): Promise<Camera> {
  const opening = await openCamera(place, null, ended);
  if (!opening.ok) throw new Error(opening.failure);
  return opening.camera;
}

describe('the camera', () => {
  it('is asked once, for 1280×720, looking away from the user, without sound', async () => {
    cameraThatSees('merit');
    const camera = await opened();
    expect(asked).toEqual([
      { audio: false, video: { width: { ideal: 1280 }, height: { ideal: 720 }, facingMode: { ideal: 'environment' } } },
    ]);
    await camera.close();
  });

  it('shows no label of the library and nothing of it to assistive technology', async () => {
    cameraThatSees('merit');
    const camera = await opened();
    expect(place.textContent).toBe('');
    expect(Array.from(place.children).filter((child) => getComputedStyle(child).display !== 'none')).toEqual([
      camera.video,
    ]);
    await camera.close();
  });

  it('gives frames of its own resolution, whatever the size of the element, and they are read', async () => {
    const text = '7'.repeat(1800);
    cameraThatSees(text);
    const camera = await opened();
    const reader = openQrReader();
    const sizes = new Set<string>();
    const found = await new Promise<string>((resolve) => {
      const stop = watchFrames(camera.video, async (picture) => {
        sizes.add(`${picture.width}x${picture.height}`);
        const reading = await reader.readFrame(picture);
        if (reading.outcome !== 'code') return;
        stop();
        resolve(reading.text);
      });
    });
    expect(found).toBe(text);
    expect([...sizes]).toEqual(['1280x720']);
    await camera.close();
    reader.close();
  });

  it('has never more than one frame in flight', async () => {
    cameraThatSees('merit');
    const camera = await opened();
    let inFlight = 0;
    let most = 0;
    let frames = 0;
    await new Promise<void>((resolve) => {
      const stop = watchFrames(camera.video, async (picture) => {
        inFlight += 1;
        most = Math.max(most, inFlight);
        await new Promise(requestAnimationFrame);
        await new Promise(requestAnimationFrame);
        picture.close();
        inFlight -= 1;
        frames += 1;
        if (frames < 5) return;
        stop();
        resolve();
      });
    });
    expect(most).toBe(1);
    await camera.close();
  });

  it('is let go of when closed, and leaves nothing behind', async () => {
    cameraThatSees('merit');
    const camera = await opened();
    await camera.close();
    expect(streams.map((stream) => stream.active)).toEqual([false]);
    expect(place.children).toHaveLength(0);
  });

  it('tells when the stream ends by itself', async () => {
    cameraThatSees('merit');
    const ended = vi.fn<() => void>();
    const camera = await opened(ended);
    streams[0]?.getVideoTracks()[0]?.dispatchEvent(new Event('ended'));
    expect(ended).toHaveBeenCalledOnce();
    await camera.close();
    expect(ended).toHaveBeenCalledOnce();
  });

  for (const [name, failure] of [
    ['NotAllowedError', 'denied'],
    ['NotFoundError', 'none'],
    ['NotReadableError', 'busy'],
    ['TypeError', 'unsupported'],
  ] as const)
    it(`says ${failure} when the browser answers ${name}, and can be tried again`, async () => {
      vi.spyOn(navigator.mediaDevices, 'getUserMedia').mockRejectedValueOnce(new DOMException('no', name));
      expect(await openCamera(place, null, () => undefined)).toEqual({ ok: false, failure });
      cameraThatSees('merit');
      const camera = await opened();
      expect(camera.video.videoWidth).toBe(1280);
      await camera.close();
    });

  it('knows no failure that it does not name', () => {
    expect(cameraFailure('something new')).toBe('unsupported');
  });
});
