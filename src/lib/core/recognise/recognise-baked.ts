// What Open Badges 1 and 2 bake into a picture: the assertion as JSON, a signed one, or only the address of a hosted one.
import type { Carrier } from '../model/credential.ts';
import { recogniseText } from './recognise-text.ts';
import { broken, recognised } from './recognised.ts';
import type { Recognition } from './recognised.ts';

const ADDRESS = /^https?:\/\/[^\s/]\S*$/i;

/** `text` is trimmed. Never fetched: an address is all that is known until somebody asks for it. */
export function recogniseBaked(text: string, carrier: Carrier): Recognition {
  if (text === '') return broken('image-without-credential');
  if (ADDRESS.test(text)) return recognised('open-badge-2', carrier, text, null);
  return recogniseText(text, carrier);
}
