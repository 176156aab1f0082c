// Portfolios as state, over a world in memory: saved at each change, one on top of the other, back as they were.
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { credentialId } from '../../src/lib/core/model/brand.ts';
import type { Portfolio, PortfolioTemplate } from '../../src/lib/core/model/portfolio.ts';
import { testWorld } from '../builders/world.ts';
import type { TestWorld } from '../builders/world.ts';
import { valueOf } from './stores.contract.ts';

const [A, B] = [credentialId('a'), credentialId('b')];

/** A fresh program over `world`, as after a reload. */
async function start(world: TestWorld) {
  vi.resetModules();
  const { useWorld } = await import('../../src/lib/state/compose.ts');
  useWorld(world);
  const { portfolios } = await import('../../src/lib/state/portfolio.svelte.ts');
  const { sectionViews } = await import('../../src/lib/state/portfolio-view.ts');
  await portfolios.open();
  return { portfolios, sectionViews };
}

type Portfolios = Awaited<ReturnType<typeof start>>['portfolios'];

function ki(portfolios: Portfolios): PortfolioTemplate {
  const template = portfolios.templates.find(({ id }) => id === 'ki-2025');
  if (!template) throw new Error('no template');
  return template;
}

const stands = (portfolio: Portfolio | undefined, section: number): readonly string[] =>
  portfolio?.sections[section]?.credentials ?? [];

let world: TestWorld;
beforeEach(() => {
  world = testWorld();
});

describe('portfolios', () => {
  it('are there after a reload, with what stands where', async () => {
    const { portfolios } = await start(world);
    const made = valueOf(await portfolios.create(ki(portfolios)));
    const [, , teaching] = made.sections;
    if (!teaching) throw new Error('no section');
    await portfolios.place(made.id, teaching.id, A);
    const again = await start(world);
    expect(stands(again.portfolios.all[0], 2)).toEqual([A]);
    expect(again.portfolios.loading).toBe(false);
  });

  it('take changes made at once one on top of the other', async () => {
    const { portfolios } = await start(world);
    const made = valueOf(await portfolios.create(ki(portfolios)));
    const section = made.sections[0]?.id;
    if (!section) throw new Error('no section');
    await Promise.all([
      portfolios.place(made.id, section, A),
      portfolios.place(made.id, section, B),
      portfolios.shift(made.id, section, A, 1),
    ]);
    expect(stands(portfolios.all[0], 0)).toEqual([B, A]);
    expect(stands(valueOf(await world.portfolios.all())[0], 0)).toEqual([B, A]);
  });

  it('show what is saved when storage refuses', async () => {
    const { portfolios } = await start(world);
    const made = valueOf(await portfolios.create(ki(portfolios)));
    const section = made.sections[0]?.id;
    if (!section) throw new Error('no section');
    vi.spyOn(world.portfolios, 'put').mockResolvedValueOnce({ ok: false, failure: 'full' });
    expect(await portfolios.place(made.id, section, A)).toEqual({ ok: false, failure: 'full' });
    expect(stands(portfolios.all[0], 0)).toEqual([]);
    expect(portfolios.failure).toBe('full');
    expect(await portfolios.place(made.id, section, B)).toEqual({ ok: true, value: null });
    expect(portfolios.failure).toBeNull();
  });

  it('come back when their removal is undone, and so does a section of the own', async () => {
    const { portfolios } = await start(world);
    const made = valueOf(await portfolios.create(ki(portfolios)));
    const own = valueOf(await portfolios.addSection(made.id, 'Awards'));
    await portfolios.place(made.id, own, A);
    const before = portfolios.all[0];
    if (!before) throw new Error('no portfolio');
    await portfolios.removeSection(made.id, own);
    expect(portfolios.all[0]?.sections).toHaveLength(5);
    await portfolios.restoreSection(before, own);
    expect(portfolios.all).toEqual([before]);
    await portfolios.remove(made.id);
    expect(portfolios.all).toEqual([]);
    await portfolios.restore(before);
    expect(valueOf(await world.portfolios.all())).toEqual([before]);
  });

  it('follow what another tab saved', async () => {
    const here = await start(world);
    const made = valueOf(await here.portfolios.create(ki(here.portfolios)));
    const there = await start(world);
    const section = made.sections[0]?.id;
    if (!section) throw new Error('no section');
    await there.portfolios.place(made.id, section, A);
    await vi.waitFor(() => expect(stands(here.portfolios.all[0], 0)).toEqual([A]));
  });

  it('leave merits that are not in the wallet out of sight, not out of the portfolio', async () => {
    const { portfolios, sectionViews } = await start(world);
    const made = valueOf(await portfolios.create(ki(portfolios)));
    const section = made.sections[0]?.id;
    if (!section) throw new Error('no section');
    await portfolios.place(made.id, section, A);
    const [portfolio] = portfolios.all;
    const [view] = portfolio ? sectionViews(portfolio, []) : [];
    expect(view?.items).toEqual([]);
    expect(view?.summary.count).toBe(0);
    expect(view?.heading?.key).toBe('cv');
    expect(stands(portfolio, 0)).toEqual([A]);
  });
});
