import 'fake-indexeddb/auto';
import { describeDexieFaults } from './dexie-faults.contract.ts';

describeDexieFaults('fake IndexedDB');
