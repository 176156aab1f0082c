import { expect, test } from './fixtures.ts';

test.beforeEach(async ({ page }) => {
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});

test('text never becomes markup: assigning HTML is refused by the browser', async ({ page, guard }) => {
  guard.allow(/trusted|HTML is not accepted/i);
  const outcome = await page.evaluate(() => {
    try {
      document.body.innerHTML = '<img src=x onerror=alert(1)>';
      return 'taken';
    } catch (error) {
      return String(error);
    }
  });
  expect(outcome).toContain('TypeError');
});

test('scripts come from this build only: foreign, inline and evaluated ones are refused', async ({ page, guard }) => {
  guard.allow(/script-src|trusted|Script from elsewhere/i);
  const refused = await page.evaluate(() => {
    const outcomes: string[] = [];
    const attempt = (work: () => void): void => {
      try {
        work();
        outcomes.push('taken');
      } catch (error) {
        outcomes.push(error instanceof Error ? error.name : 'refused');
      }
    };
    attempt(() => void (document.createElement('script').src = 'https://elsewhere.example/a.js'));
    attempt(() => void (document.createElement('script').src = '/icons/icon.svg'));
    attempt(() => void (document.createElement('script').textContent = 'alert(1)'));
    attempt(() => {
      Reflect.apply(setTimeout, globalThis, ['alert(1)']);
    });
    attempt(() => {
      new Worker('https://elsewhere.example/worker.js');
    });
    attempt(() => {
      new Worker(URL.createObjectURL(new Blob(['1'])));
    });
    return outcomes;
  });
  expect(refused).toEqual(Array.from({ length: 6 }, () => 'TypeError'));
});

test('nothing is sent elsewhere: not by fetch, image, beacon or form', async ({ page, guard }) => {
  guard.allow(/elsewhere\.example/);
  const reached: string[] = [];
  await page.context().route('https://elsewhere.example/**', async (route) => {
    reached.push(route.request().url());
    await route.abort();
  });
  const outcome = await page.evaluate(async () => {
    const image = new Image();
    const loaded = new Promise((resolve) => {
      image.onload = () => {
        resolve('loaded');
      };
      image.onerror = () => {
        resolve('refused');
      };
    });
    image.src = 'https://elsewhere.example/pixel.png';
    navigator.sendBeacon('https://elsewhere.example/beacon', 'name');
    const form = document.createElement('form');
    form.action = 'https://elsewhere.example/form';
    form.method = 'post';
    document.body.append(form);
    form.submit();
    const fetched = await fetch('https://elsewhere.example/').then(
      () => 'sent',
      () => 'refused',
    );
    return [await loaded, fetched];
  });
  expect(outcome).toEqual(['refused', 'refused']);
  expect(reached).toEqual([]);
});
