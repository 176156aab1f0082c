import { epochSeconds } from '../../core/model/brand.ts';
import type { Clock } from '../../core/ports.ts';

/** The device's clock. The only place that reads it. */
export const systemClock: Clock = () => epochSeconds(Date.now() / 1000);
