import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const BUILD = process.env['MERITFOLIO_BUILD'] ?? 'build';

interface Image {
  readonly src: string;
  readonly sizes: string;
  readonly type: string;
  readonly purpose?: string;
  readonly form_factor?: string;
}
// What a browser reads when it installs the app.
const manifest = JSON.parse(readFileSync(join(BUILD, 'manifest.webmanifest'), 'utf8')) as {
  readonly start_url: string;
  readonly scope: string;
  readonly display: string;
  readonly icons: readonly Image[];
  readonly screenshots: readonly Image[];
  readonly shortcuts: readonly { readonly url: string }[];
};

/** Width and height from a PNG's first chunk. */
function pngSize(file: string): string {
  const bytes = readFileSync(file);
  return `${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`;
}

describe('the manifest', () => {
  it('can be installed: a name, a start within its scope, its own window', () => {
    expect(manifest).toMatchObject({ name: 'Meritfolio', start_url: './', scope: './', display: 'standalone' });
  });

  it.each([...manifest.icons, ...manifest.screenshots].filter(({ type }) => type === 'image/png'))(
    '$src is there, in the size it says',
    ({ src, sizes }) => {
      expect(pngSize(join(BUILD, src))).toBe(sizes);
    },
  );

  it('has icons of the sizes that platforms ask for, one of them maskable', () => {
    const sizes = manifest.icons.map(({ sizes: size, purpose = 'any' }) => `${size} ${purpose}`);
    expect(sizes).toEqual(expect.arrayContaining(['any any', '192x192 any', '512x512 any', '512x512 maskable']));
  });

  it('has screenshots for phones and for computers', () => {
    const forms = new Set(manifest.screenshots.map((image) => image.form_factor));
    expect(forms).toEqual(new Set(['narrow', 'wide']));
  });

  it('has shortcuts to pages that exist', () => {
    for (const { url } of manifest.shortcuts) expect(() => readFileSync(join(BUILD, `${url}.html`))).not.toThrow();
  });
});
