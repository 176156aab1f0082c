// The learner's e-mail addresses: entered once, kept as written, and never lost to a page that has not read them yet.
import { beforeEach, expect, it, vi } from 'vitest';
import { testWorld } from '../builders/world.ts';
import type { TestWorld } from '../builders/world.ts';

let world: TestWorld;
beforeEach(() => {
  world = testWorld();
});

/** As a page that was just opened. */
async function opened() {
  vi.resetModules();
  const { useWorld } = await import('../../src/lib/state/compose.ts');
  useWorld(world);
  return (await import('../../src/lib/state/settings.svelte.ts')).settings;
}

it('keeps what another page added, though this one had not read it', async () => {
  expect(await (await opened()).addAddress(' Lo@Example.org ')).toBeNull();
  const again = await opened();
  expect(await again.addAddress('lo@norrsjo.example')).toBeNull();
  expect(again.addresses).toEqual(['Lo@Example.org', 'lo@norrsjo.example']);
  await (await opened()).removeAddress('Lo@Example.org');
  const last = await opened();
  expect(await last.addAddress('LO@norrsjo.example')).toBe('already-here');
  expect(last.addresses).toEqual(['lo@norrsjo.example']);
});

it.each(['', 'lo', 'lo@', '@example.org', 'lo@a@b', 'lo @example.org', 'a\n@b', `${'x'.repeat(255)}@example.org`])(
  'does not take %j for an address',
  async (text) => {
    const settings = await opened();
    expect(await settings.addAddress(text)).toBe('not-an-address');
    expect(settings.addresses).toEqual([]);
  },
);

it('says so when storage refuses, and shows nothing that is not kept', async () => {
  const settings = await opened();
  vi.spyOn(world.settings, 'set').mockResolvedValue({ ok: false, failure: 'full' });
  expect(await settings.addAddress('lo@example.org')).toBe('full');
  expect(settings.addresses).toEqual([]);
});
