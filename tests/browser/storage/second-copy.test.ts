import { expect, it } from 'vitest';
import { ownBucket } from '../../../src/lib/adapters/storage/copy-place.ts';
import { describeSecondCopy } from '../../contract/second-copy.contract.ts';

it('Chromium has a place for it: a bucket whose databases are not the default ones', async () => {
  const place = await ownBucket('test-own-bucket');
  expect(place?.indexedDB).toBeInstanceOf(IDBFactory);
  expect(place?.indexedDB).not.toBe(indexedDB);
});

describeSecondCopy('a bucket of its own', async () => {
  const place = await ownBucket(`test-${crypto.randomUUID()}`);
  if (place === null) throw new Error('no storage buckets');
  return place;
});
