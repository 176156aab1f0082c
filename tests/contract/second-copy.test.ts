import 'fake-indexeddb/auto';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { describeSecondCopy } from './second-copy.contract.ts';

describeSecondCopy('another fake IndexedDB', () => Promise.resolve({ indexedDB: new IDBFactory(), IDBKeyRange }));
