// What the learner chose -> the text that leaves, bound to the holder's key where there is one, and its QR symbol.
import { encodeBase64url } from '../core/bytes/base64url.ts';
import type { EpochSeconds, HolderKeyId } from '../core/model/brand.ts';
import type { ParsedCredential } from '../core/model/credential.ts';
import type { SymbolPlan } from '../core/model/presentation.ts';
import { SHOW_AUDIENCE } from '../core/model/verdict.ts';
import { canLeaveOut } from '../core/present/choose-statements.ts';
import { presentSelected } from '../core/present/choose-disclosures.ts';
import { bindPresentation } from '../core/present/key-binding.ts';
import { world } from './compose.ts';

/** Long enough not to be hurried (a time-out of 40 s was the top complaint in NIST's study), short enough for a copy. */
export const SHOWING_SECONDS = 120;
const NONCE_BYTES = 16;

export interface Choice {
  readonly credential: ParsedCredential;
  /** Digests that were ticked; without meaning for what cannot be taken apart. */
  readonly ticked: readonly string[];
  /** null: nothing on this device can show that it is the learner's. */
  readonly key: HolderKeyId | null;
}

export type Showing =
  | { readonly ok: true; readonly plan: SymbolPlan; readonly madeAt: EpochSeconds }
  | { readonly ok: false; readonly why: 'key-failed' | 'cannot-leave-out' };

/** The private key would not sign; which storage failure it was changes nothing for the learner. */
class KeyFailed extends Error {
  override readonly name = 'KeyFailed';
}

/** The issuer's proof would have gone whole: nothing goes instead. */
class CannotLeaveOut extends Error {
  override readonly name = 'CannotLeaveOut';
}

/**
 * What is left of the credential by the choice, without any binding: also what the file holds. null when parts of it
 * could be left out, but not by this device: it is then not sent whole.
 */
export async function chosenText({ credential, ticked }: Choice): Promise<string | null> {
  if (credential.kind === 'sd-jwt-vc') return presentSelected(credential, ticked);
  if (credential.kind !== 'vc-di' || !canLeaveOut(credential)) return credential.source;
  const { deriveCredential } = await import('../core/present/derive-credential.ts');
  return deriveCredential(credential, ticked);
}

/** A new showing, with a nonce and a time window of its own. `base` is the address the app runs on. */
export async function makeShowing(choice: Choice, base: string): Promise<Showing> {
  const madeAt = world().clock();
  try {
    const text = await boundText(choice, madeAt);
    return { ok: true, plan: await planOf(text, base), madeAt };
  } catch (error) {
    if (error instanceof KeyFailed) return { ok: false, why: 'key-failed' };
    if (error instanceof CannotLeaveOut) return { ok: false, why: 'cannot-leave-out' };
    throw error;
  }
}

/** What makes symbols is loaded with the first one. */
async function planOf(text: string, base: string): Promise<SymbolPlan> {
  const [{ packEnvelope }, { planSymbol }, { showLink }] = await Promise.all([
    import('../core/present/envelope/pack-envelope.ts'),
    import('../core/present/plan-symbol.ts'),
    import('../core/present/show-link.ts'),
  ]);
  const envelope = await packEnvelope(text);
  return envelope === null ? { fits: false, needs: null } : planSymbol(showLink(base, envelope));
}

async function boundText(choice: Choice, now: EpochSeconds): Promise<string> {
  const presented = await chosenText(choice);
  if (presented === null) throw new CannotLeaveOut();
  const { key, credential } = choice;
  if (key === null || credential.kind !== 'sd-jwt-vc') return presented;
  const { keys, random } = world();
  return bindPresentation({
    presented,
    audience: SHOW_AUDIENCE,
    nonce: encodeBase64url(random(NONCE_BYTES)),
    now,
    lifetimeSeconds: SHOWING_SECONDS,
    sign: async (data) => {
      const signed = await keys.sign(key, data);
      if (!signed.ok) throw new KeyFailed();
      return signed.value;
    },
  });
}
