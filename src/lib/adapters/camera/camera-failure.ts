// Why a camera is not to be had. html5-qrcode passes the browser's DOMException on as text; its name stands in it.

/**
 * denied: the user, a policy or the system said no. none: no camera here. busy: another program holds it.
 * unsupported: this browser or address (not https) gives no camera. ended: it was running and stopped.
 */
export type CameraFailure = 'denied' | 'none' | 'busy' | 'unsupported' | 'ended';

const NAMES: readonly (readonly [RegExp, CameraFailure])[] = [
  [/\b(NotAllowedError|SecurityError|PermissionDeniedError)\b/, 'denied'],
  [/\b(NotFoundError|DevicesNotFoundError|OverconstrainedError)\b/, 'none'],
  [/\b(NotReadableError|TrackStartError|AbortError)\b/, 'busy'],
];

/** What `error`, as thrown by html5-qrcode's `start`, means for the user. */
export function cameraFailure(error: unknown): CameraFailure {
  const text = String(error);
  return NAMES.find(([name]) => name.test(text))?.[1] ?? 'unsupported';
}
