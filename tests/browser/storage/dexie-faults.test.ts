import { describeDexieFaults } from '../../contract/dexie-faults.contract.ts';

describeDexieFaults('IndexedDB');
