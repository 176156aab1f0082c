import { describeHolderKeys } from '../../contract/holder-keys.contract.ts';
import { openDexie } from '../../contract/open-dexie.ts';
import { describeStores } from '../../contract/stores.contract.ts';

describeStores('IndexedDB', openDexie);
describeHolderKeys('IndexedDB', openDexie);
