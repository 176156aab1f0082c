// The camera as html5-qrcode gives it: permission, choice, torch, one stream. Its own reading loop is put to rest at
// once (it reads at the size of the element, and every second frame twice); whoever opened the camera reads the video.
import { cameraFailure } from './camera-failure.ts';
import type { CameraFailure } from './camera-failure.ts';
import type { Html5Qrcode } from 'html5-qrcode/esm/html5-qrcode';

export interface CameraChoice {
  readonly id: string;
  /** As the system names it; empty when it does not. */
  readonly label: string;
}

export interface Camera {
  readonly video: HTMLVideoElement;
  /** Id of the running camera, if the browser says. */
  readonly current: string | null;
  readonly choices: readonly CameraChoice[];
  /** Switches the lamp, or null when this camera has none. Resolves to whether it is lit. */
  readonly torch: ((on: boolean) => Promise<boolean>) | null;
  readonly close: () => Promise<void>;
}

export type CameraOpening =
  { readonly ok: true; readonly camera: Camera } | { readonly ok: false; readonly failure: CameraFailure };

const MILLISECONDS_TO_PLAY = 8000;
const RESOLUTION = { width: { ideal: 1280 }, height: { ideal: 720 } };

/**
 * Opens a camera inside `element` (which must stand in the document, empty, with an id).
 * `cameraId` null takes the one that looks away from the user. `ended` is called if the stream stops by itself.
 */
export async function openCamera(
  element: HTMLElement,
  cameraId: string | null,
  ended: () => void,
): Promise<CameraOpening> {
  const { Html5Qrcode } = await import('html5-qrcode/esm/html5-qrcode');
  const scanner = new Html5Qrcode(element.id, { verbose: false, useBarCodeDetectorIfSupported: false });
  const facing = cameraId === null ? { facingMode: { ideal: 'environment' } } : { deviceId: { exact: cameraId } };
  try {
    await scanner.start(
      { facingMode: 'environment' },
      { fps: 1, disableFlip: true, videoConstraints: { ...RESOLUTION, ...facing } },
      () => undefined,
      () => undefined,
    );
  } catch (error) {
    return { ok: false, failure: cameraFailure(error) };
  }
  const video = element.querySelector('video');
  if (video === null) return { ok: false, failure: 'unsupported' };
  const track = firstTrack(video);
  if (!(await settled(element))) {
    // The page was left, or this browser will not play without a tap: html5-qrcode cannot stop what never played.
    track?.stop();
    element.replaceChildren();
    return { ok: false, failure: 'unsupported' };
  }
  quieten(scanner, element, video);
  track?.addEventListener('ended', ended);
  return {
    ok: true,
    camera: {
      video,
      current: track?.getSettings().deviceId ?? null,
      choices: await choices(),
      torch: torch(scanner),
      close: async () => {
        track?.removeEventListener('ended', ended);
        await scanner.stop();
        element.replaceChildren();
      },
    },
  };
}

/** html5-qrcode lays out its canvas when the video first plays; to pause or stop it earlier throws inside it. */
function settled(element: HTMLElement): Promise<boolean> {
  return new Promise((resolve) => {
    const look = (): void => {
      if (element.querySelector('canvas') !== null) finish(true);
    };
    const watcher = new MutationObserver(look);
    const patience = setTimeout(() => finish(false), MILLISECONDS_TO_PLAY);
    const finish = (playing: boolean): void => {
      watcher.disconnect();
      clearTimeout(patience);
      resolve(playing);
    };
    watcher.observe(element, { childList: true });
    look();
  });
}

function quieten(scanner: Html5Qrcode, element: HTMLElement, video: HTMLVideoElement): void {
  scanner.pause(false);
  video.style.removeProperty('width');
  for (const child of element.children) {
    if (child === video || !(child instanceof HTMLElement)) continue;
    // Its label "Scanner paused" would be wrong: the reading goes on, elsewhere.
    child.style.display = 'none';
    child.replaceChildren();
  }
}

function firstTrack(video: HTMLVideoElement): MediaStreamTrack | null {
  return video.srcObject instanceof MediaStream ? (video.srcObject.getVideoTracks()[0] ?? null) : null;
}

/** The list html5-qrcode would make opens a second stream; with permission given, the browser names them without. */
async function choices(): Promise<readonly CameraChoice[]> {
  const devices = await navigator.mediaDevices.enumerateDevices();
  return devices
    .filter(({ kind, deviceId }) => kind === 'videoinput' && deviceId !== '')
    .map(({ deviceId, label }) => ({ id: deviceId, label }));
}

function torch(scanner: Html5Qrcode): Camera['torch'] {
  const feature = scanner.getRunningTrackCameraCapabilities().torchFeature();
  if (!feature.isSupported()) return null;
  return async (on) => {
    try {
      await feature.apply(on);
      return on;
    } catch {
      return false;
    }
  };
}
