// What the bench asks of the browser, reachable by name.
import { decodeAll } from './decode.ts';
import { verifyMany } from './pool.ts';
import { openWallet } from './wallet.ts';

Object.assign(globalThis, { bench: { decodeAll, openWallet, verifyMany } });
