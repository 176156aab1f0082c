// Takes a picture off a running video whenever the reader is free: one frame in flight, the newest one, at full size.

/**
 * Calls `take` with each picture; the next is taken when its promise settles. A taken picture belongs to `take`.
 * Returns how to stop. Nothing is called after that.
 */
export function watchFrames(video: HTMLVideoElement, take: (picture: ImageBitmap) => Promise<void>): () => void {
  let stopped = false;
  let scheduled: (() => void) | null = null;

  const next = (): void => {
    if (!stopped) scheduled = onNextFrame(video, () => void step());
  };
  const step = async (): Promise<void> => {
    const picture = await pictureOf(video);
    if (picture !== null) {
      if (stopped) picture.close();
      else await take(picture);
    }
    next();
  };

  next();
  return () => {
    stopped = true;
    scheduled?.();
  };
}

/** requestVideoFrameCallback never shows the same frame twice; browsers without it get every screen refresh. */
function onNextFrame(video: HTMLVideoElement, done: () => void): () => void {
  if ('requestVideoFrameCallback' in video) {
    const handle = video.requestVideoFrameCallback(done);
    return () => video.cancelVideoFrameCallback(handle);
  }
  const handle = requestAnimationFrame(done);
  return () => cancelAnimationFrame(handle);
}

async function pictureOf(video: HTMLVideoElement): Promise<ImageBitmap | null> {
  if (video.readyState < HTMLMediaElement.HAVE_CURRENT_DATA) return null;
  try {
    return await createImageBitmap(video);
  } catch {
    // The stream was taken away between the callback and the copy; the next frame, if any, decides.
    return null;
  }
}
