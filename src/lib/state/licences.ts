// The licences of the parts this program is made of.
import { asset } from '$app/paths';
import { readLicences } from '../adapters/platform/licences.ts';
import type { Licence } from '../adapters/platform/licences.ts';

export type { Licence } from '../adapters/platform/licences.ts';

/** The list made with the build; null when it is not there. */
export function licences(): Promise<readonly Licence[] | null> {
  return readLicences(asset('/licences.json'));
}
