// Dragging by a grip: the zones take hold of an item only while its grip is pressed, so that cards scroll and links click.
import { flushSync } from 'svelte';
import type { MeritCard } from './portfolio-props.ts';

export interface DragItem {
  readonly id: string;
  readonly merit: MeritCard;
}

export const dragItems = (merits: readonly MeritCard[]): DragItem[] => merits.map((merit) => ({ id: merit.id, merit }));

export const FLIP_MS = 160;

class Drag {
  #gripped = $state(false);

  /** Options every zone shares: own buttons serve the keyboard, own words the screen reader. */
  get zone(): {
    dragDisabled: boolean;
    type: string;
    flipDurationMs: number;
    zoneTabIndex: number;
    zoneItemTabIndex: number;
    autoAriaDisabled: boolean;
    useCursorForDetection: boolean;
    dropTargetStyle: Record<string, string>;
    dropTargetClasses: string[];
  } {
    return {
      dragDisabled: !this.#gripped,
      type: 'merit',
      flipDurationMs: FLIP_MS,
      zoneTabIndex: -1,
      zoneItemTabIndex: -1,
      autoAriaDisabled: true,
      useCursorForDetection: true,
      dropTargetStyle: {},
      dropTargetClasses: ['drop-target'],
    };
  }

  /** Svelte action for the grip of an item. */
  grip = (handle: HTMLElement): { destroy: () => void } => {
    const release = (): void => {
      this.#gripped = false;
      window.removeEventListener('mouseup', release);
      window.removeEventListener('touchend', release);
    };
    const take = (event: Event): void => {
      event.preventDefault();
      // At once: the zone must listen before this very event reaches the item.
      flushSync(() => (this.#gripped = true));
      window.addEventListener('mouseup', release);
      window.addEventListener('touchend', release);
    };
    handle.addEventListener('mousedown', take);
    handle.addEventListener('touchstart', take, { passive: false });
    return {
      destroy: () => {
        handle.removeEventListener('mousedown', take);
        handle.removeEventListener('touchstart', take);
      },
    };
  };
}

export const drag = new Drag();
