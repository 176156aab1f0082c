// What recognise says of received bytes: which kind of credential this is, before anything in it is believed.
import type { Carrier, CredentialKind } from '../model/credential.ts';
import type { Unreadable } from '../model/examination.ts';
import type { JsonObject } from '../model/json.ts';

export interface Recognised {
  readonly kind: CredentialKind;
  readonly carrier: Carrier;
  /**
   * Compact JWS or SD-JWT (a JSON serialisation is rewritten to it), or the JSON text of a Data Integrity document or
   * an Open Badges 2 assertion, or the address that is all an older picture may carry.
   */
  readonly text: string;
  /** The document, for `vc-di` and an `open-badge-2` in JSON; null for the others. */
  readonly json: JsonObject | null;
}

export type Recognition =
  | { readonly outcome: 'recognised'; readonly recognised: Recognised }
  /** `mine`: it looked like one of ours but is malformed. Not `mine`: some other thing. */
  | { readonly outcome: 'unreadable'; readonly why: Unreadable; readonly mine: boolean };

export const recognised = (
  kind: CredentialKind,
  carrier: Carrier,
  text: string,
  json: JsonObject | null,
): Recognition => ({ outcome: 'recognised', recognised: { kind, carrier, text, json } });

/** One of ours, broken. */
export const broken = (why: Unreadable): Recognition => ({ outcome: 'unreadable', why, mine: true });

/** Something else, or something this program cannot read yet. */
export const foreign = (why: Unreadable): Recognition => ({ outcome: 'unreadable', why, mine: false });
