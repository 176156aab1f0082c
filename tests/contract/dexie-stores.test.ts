import 'fake-indexeddb/auto';
import { describeHolderKeys } from './holder-keys.contract.ts';
import { openDexie } from './open-dexie.ts';
import { describeStores } from './stores.contract.ts';

describeStores('fake IndexedDB', openDexie);
describeHolderKeys('fake IndexedDB', openDexie);
