import { memoryStores } from '../../src/lib/adapters/storage/memory-stores.ts';
import { describeHolderKeys } from './holder-keys.contract.ts';
import { describeStores } from './stores.contract.ts';
import type { StoresUnderTest } from './stores.contract.ts';

const open = (): Promise<StoresUnderTest> =>
  Promise.resolve({ stores: memoryStores(), discard: () => Promise.resolve() });

describeStores('memory', open);
describeHolderKeys('memory', open);
