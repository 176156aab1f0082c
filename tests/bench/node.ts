// The part of the bench that needs no browser.
import { benchBadInputs } from './bad-inputs.ts';
import { benchCommand } from './command.ts';
import { benchDataIntegrity, benchJwt, benchSdJwt } from './signatures.ts';
import { benchSymbol } from './symbol.ts';

await benchSdJwt();
await benchJwt();
await benchDataIntegrity();
await benchSymbol();
await benchBadInputs();
await benchCommand();
