// A verdict as sound and touch: each can be told from the others without looking.
import type { VerdictString } from '../../core/model/verdict.ts';

interface Note {
  readonly hertz: number;
  readonly seconds: number;
}
interface Signal {
  readonly wave: OscillatorType;
  readonly notes: readonly Note[];
  /** Milliseconds on, off, on … */
  readonly vibration: readonly number[];
}

/** Rises: yes. Stays: unsure. Falls, low and long: no. One short: not a real one, or nothing. */
const SIGNALS: Readonly<Record<VerdictString, Signal>> = {
  genuine: { wave: 'sine', notes: [note(660, 0.11), note(990, 0.22)], vibration: [60] },
  'cannot-tell': { wave: 'triangle', notes: [note(440, 0.14), note(440, 0.14)], vibration: [60, 80, 60] },
  refused: { wave: 'sawtooth', notes: [note(220, 0.2), note(147, 0.42)], vibration: [350, 80, 350] },
  specimen: { wave: 'triangle', notes: [note(520, 0.18)], vibration: [30, 60, 30, 60, 30] },
  unrecognised: { wave: 'sine', notes: [note(260, 0.18)], vibration: [30] },
};
const VOLUME = 0.2;
const FADE_SECONDS = 0.015;

function note(hertz: number, seconds: number): Note {
  return { hertz, seconds };
}

let audio: AudioContext | null = null;

/** Both wait until the user has touched the page once; browsers refuse them before, some of them loudly. */
const touched = (): boolean => navigator.userActivation.hasBeenActive;

/** Plays and vibrates for `verdict`, where the device can. Never throws. */
export async function signalVerdict(verdict: VerdictString): Promise<void> {
  if (!('userActivation' in navigator) || !touched()) return;
  const { wave, notes, vibration } = SIGNALS[verdict];
  // Not on iPhones, whatever the types say.
  if ('vibrate' in navigator) navigator.vibrate([...vibration]);
  try {
    audio ??= new AudioContext();
    await audio.resume();
    let at = audio.currentTime;
    for (const { hertz, seconds } of notes) {
      play(audio, wave, hertz, at, seconds);
      at += seconds;
    }
  } catch {
    // No sound device: word, colour and shape remain.
  }
}

function play(context: AudioContext, wave: OscillatorType, hertz: number, at: number, seconds: number): void {
  const tone = context.createOscillator();
  const volume = context.createGain();
  tone.type = wave;
  tone.frequency.value = hertz;
  // Faded in and out, so that it does not click.
  volume.gain.setValueAtTime(0, at);
  volume.gain.linearRampToValueAtTime(VOLUME, at + FADE_SECONDS);
  volume.gain.setValueAtTime(VOLUME, at + seconds - FADE_SECONDS);
  volume.gain.linearRampToValueAtTime(0, at + seconds);
  tone.connect(volume).connect(context.destination);
  tone.start(at);
  tone.stop(at + seconds);
}
