// A camera for pages: getUserMedia gives a canvas on which the test lays pictures, such as another page's screenshot.
import type { BrowserContext, Locator, Page } from '@playwright/test';

declare global {
  interface Window {
    meritfolioTestPicture?: CanvasImageSource;
  }
}

/** From now on every page of `context` has this camera and no other. */
export async function giveCamera(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    // Not in the blank page a browser starts with.
    if (!('mediaDevices' in navigator)) return;
    navigator.mediaDevices.getUserMedia = () => {
      const canvas = document.createElement('canvas');
      canvas.width = 1280;
      canvas.height = 720;
      const brush = canvas.getContext('2d');
      const paint = (): void => {
        if (brush === null) return;
        brush.fillStyle = '#444';
        brush.fillRect(0, 0, 1280, 720);
        const picture = window.meritfolioTestPicture;
        if (picture instanceof HTMLImageElement) {
          const scale = Math.min(1180 / picture.naturalWidth, 660 / picture.naturalHeight);
          const [width, height] = [picture.naturalWidth * scale, picture.naturalHeight * scale];
          brush.drawImage(picture, (1280 - width) / 2, (720 - height) / 2, width, height);
        }
        requestAnimationFrame(paint);
      };
      paint();
      return Promise.resolve(canvas.captureStream(30));
    };
  });
}

/** Holds `screenshot` before the camera; null takes it away. */
export async function holdUp(page: Page, screenshot: Buffer | null): Promise<void> {
  await page.evaluate(
    async (address) => {
      delete window.meritfolioTestPicture;
      if (address === null) return;
      const picture = new Image();
      picture.src = address;
      await picture.decode();
      window.meritfolioTestPicture = picture;
    },
    screenshot && `data:image/png;base64,${screenshot.toString('base64')}`,
  );
}

/** The pixels of the code on a learner's screen, with its quiet zone: a phone held close. */
export function pixelsOf(code: Locator): Promise<Buffer> {
  return code.screenshot();
}
