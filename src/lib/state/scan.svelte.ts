// One camera, one reader, one code at a time. What a code says is somebody else's business.
import { openCamera } from '../adapters/camera/camera.ts';
import type { Camera, CameraChoice } from '../adapters/camera/camera.ts';
import type { CameraFailure } from '../adapters/camera/camera-failure.ts';
import { openQrReader } from '../adapters/camera/qr-reader.ts';
import type { QrReader } from '../adapters/camera/qr-reader.ts';
import type { QrReading } from '../adapters/camera/qr-message.ts';
import { watchFrames } from '../adapters/camera/watch-frames.ts';
import { beBusy } from '../adapters/offline/busy.ts';
import { keepAwake } from '../adapters/signal/keep-awake.ts';

/** What stands in a code, as text and as the bytes of its symbol. */
export interface FoundCode {
  readonly text: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

const SLOW_AFTER_MS = 9000;
const CLOSER_FOR_MS = 2500;

export class Scan {
  #status = $state<'off' | 'starting' | 'looking' | 'resting' | 'failed'>('off');
  #failure = $state<CameraFailure | 'reader' | null>(null);
  #hint = $state<'point' | 'closer' | 'slow'>('point');
  #choices = $state.raw<readonly CameraChoice[]>([]);
  #current = $state<string | null>(null);
  #lit = $state<boolean | null>(null);
  readonly #found: (code: FoundCode) => void;
  #reader: QrReader | null = null;
  #camera: Camera | null = null;
  #place: HTMLElement | null = null;
  #stopFrames: () => void = () => undefined;
  #letGo: () => void = () => undefined;
  /** Counts openings, so that one which was overtaken while the user was asked for permission closes itself. */
  #opening = 0;
  #lookingSince = 0;
  #seenAt = 0;

  /** `found` is called once per `start` or `resume`; the camera then rests, still open. */
  constructor(found: (code: FoundCode) => void) {
    this.#found = found;
  }

  get status(): 'off' | 'starting' | 'looking' | 'resting' | 'failed' {
    return this.#status;
  }
  get failure(): CameraFailure | 'reader' | null {
    return this.#failure;
  }
  get hint(): 'point' | 'closer' | 'slow' {
    return this.#hint;
  }
  get choices(): readonly CameraChoice[] {
    return this.#choices;
  }
  get current(): string | null {
    return this.#current;
  }
  get lit(): boolean | null {
    return this.#lit;
  }

  /** Opens the camera inside `place` and looks for codes. */
  async start(place: HTMLElement): Promise<void> {
    await this.#open(place, null);
  }

  /** Another camera, by its id. */
  async choose(cameraId: string): Promise<void> {
    const place = this.#place;
    if (place !== null && cameraId !== this.#current) await this.#open(place, cameraId);
  }

  /** Looks on after a code was found. False when the camera is no longer there. */
  resume(): boolean {
    if (this.#camera === null || this.#status !== 'resting') return false;
    this.#look(this.#camera);
    return true;
  }

  /** Lets go of the camera. */
  async stop(): Promise<void> {
    this.#opening += 1;
    this.#status = 'off';
    await this.#close();
  }

  /** Lets go of everything; this scanner is used no more. */
  async dispose(): Promise<void> {
    await this.stop();
    this.#reader?.close();
    this.#reader = null;
  }

  async switchLamp(): Promise<void> {
    const torch = this.#camera?.torch ?? null;
    if (torch !== null) this.#lit = await torch(this.#lit !== true);
  }

  /** Looks for a code in an image file. */
  readImage(picture: Blob): Promise<QrReading> {
    return this.#openReader().readImage(picture);
  }

  #openReader(): QrReader {
    this.#reader ??= openQrReader();
    return this.#reader;
  }

  async #open(place: HTMLElement, cameraId: string | null): Promise<void> {
    const opening = (this.#opening += 1);
    this.#status = 'starting';
    this.#failure = null;
    await this.#close();
    this.#place = place;
    const opened = await openCamera(place, cameraId, () => this.#failed('ended'));
    if (opening !== this.#opening) {
      if (opened.ok) await opened.camera.close();
      return;
    }
    if (!opened.ok) {
      this.#failed(opened.failure);
      return;
    }
    const { camera } = opened;
    this.#camera = camera;
    this.#choices = camera.choices;
    this.#current = camera.current;
    this.#lit = camera.torch === null ? null : false;
    const [sleep, idle] = [keepAwake(), beBusy()];
    this.#letGo = () => {
      sleep();
      idle();
    };
    this.#look(camera);
  }

  #look(camera: Camera): void {
    const reader = this.#openReader();
    this.#status = 'looking';
    this.#hint = 'point';
    this.#lookingSince = performance.now();
    this.#seenAt = -Infinity;
    this.#stopFrames = watchFrames(camera.video, async (picture) => this.#read(await reader.readFrame(picture)));
  }

  #read(reading: QrReading): void {
    if (this.#status !== 'looking') return;
    if (reading.outcome === 'code') {
      this.#stopFrames();
      this.#status = 'resting';
      this.#found(reading);
      return;
    }
    if (reading.outcome === 'broken') {
      this.#reader?.close();
      this.#reader = null;
      this.#failed('reader');
      return;
    }
    const now = performance.now();
    if (reading.outcome === 'seen') this.#seenAt = now;
    if (now - this.#seenAt < CLOSER_FOR_MS) this.#hint = 'closer';
    else this.#hint = now - this.#lookingSince > SLOW_AFTER_MS ? 'slow' : 'point';
  }

  #failed(failure: CameraFailure | 'reader'): void {
    this.#failure = failure;
    this.#status = 'failed';
    void this.#close();
  }

  async #close(): Promise<void> {
    this.#stopFrames();
    this.#letGo();
    this.#letGo = () => undefined;
    const camera = this.#camera;
    this.#camera = null;
    this.#lit = null;
    await camera?.close();
  }
}
