// One merit on its way to being shown: what is ticked, what would leave, and the code on the screen.
import { SvelteSet } from 'svelte/reactivity';
import { beBusy } from '../adapters/offline/busy.ts';
import { keepAwake } from '../adapters/signal/keep-awake.ts';
import { encodeUtf8 } from '../core/bytes/utf8.ts';
import type { EpochSeconds, HolderKeyId } from '../core/model/brand.ts';
import type { ParsedCredential, VcDataIntegrity } from '../core/model/credential.ts';
import { isJsonObject } from '../core/model/json.ts';
import type { LeavingClaim, QrSymbol, SelectableClaim } from '../core/model/presentation.ts';
import { leavingClaims, selectableClaims } from '../core/present/choose-disclosures.ts';
import { canLeaveOut, leavingStatements, selectableStatements } from '../core/present/choose-statements.ts';
import type { StoredCredential } from '../core/ports.ts';
import { world } from './compose.ts';
import { chosenText, makeShowing, SHOWING_SECONDS } from './make-showing.ts';

export type ShareProblem = 'too-large' | 'key-failed' | 'cannot-leave-out';

export interface ShareFile {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

const TICK_MS = 500;

export class Share {
  readonly credential: ParsedCredential;
  readonly claims: readonly SelectableClaim[];
  readonly ticked = new SvelteSet<string>();
  readonly #stored: StoredCredential;
  readonly #base: string;
  #key = $state<HolderKeyId | null>(null);
  #problem = $state<ShareProblem | null>(null);
  #working = $state(false);
  #symbol = $state.raw<QrSymbol | null>(null);
  #secondsLeft = $state(0);
  readonly #leaving = $derived.by(() => this.#whatLeaves());
  /** Goes up each time a showing ends, and each time the choice changes. */
  #round = 0;
  #endsAt = 0;
  #renewing = false;
  #stopShowing: () => void = () => undefined;

  /** `base`: the address the app runs on, which the code names. */
  constructor(stored: StoredCredential, credential: ParsedCredential, base: string) {
    this.#stored = stored;
    this.credential = credential;
    this.#base = base;
    this.claims = tickable(credential);
  }

  /** Whether claims can be left out at all. */
  get selective(): boolean {
    return this.credential.kind === 'sd-jwt-vc' || leavesOut(this.credential) !== null;
  }
  /** Whether this device can show that it is the learner's. */
  get bound(): boolean {
    return this.#key !== null;
  }
  /** Exactly what the other person will read, ticked claims first. */
  get leaving(): readonly LeavingClaim[] {
    return this.#leaving;
  }
  get problem(): ShareProblem | null {
    return this.#problem;
  }
  get working(): boolean {
    return this.#working;
  }
  /** The code on the screen; null when none is shown. */
  get symbol(): QrSymbol | null {
    return this.#symbol;
  }
  get secondsLeft(): number {
    return this.#secondsLeft;
  }
  get secondsInAll(): number {
    return SHOWING_SECONDS;
  }

  /** Finds the key. Call it once, before anything is shown. */
  async open(): Promise<void> {
    const { key } = this.credential.holder;
    if (this.credential.kind !== 'sd-jwt-vc' || key === null) return;
    const found = await world().keys.find(key);
    if (found.ok && found.value !== null) this.#key = found.value.id;
  }

  tick(digest: string, on: boolean): void {
    if (on) this.ticked.add(digest);
    else this.ticked.delete(digest);
    this.#forgetMaking();
  }

  untickAll(): void {
    this.ticked.clear();
    this.#forgetMaking();
  }

  async show(): Promise<void> {
    if (this.#working || this.#symbol !== null) return;
    this.#working = true;
    this.#problem = null;
    const shown = await this.#make();
    this.#working = false;
    if (shown) this.#keepShowing();
  }

  hide(): void {
    this.#round += 1;
    this.#stopShowing();
    this.#stopShowing = () => undefined;
    this.#symbol = null;
  }

  /** The same choice as a file, for what is too large for a code. null: it cannot be made, and nothing else goes. */
  async file(): Promise<ShareFile | null> {
    if (!this.selective) {
      const { raw, mediaType, fileName } = this.#stored;
      return { bytes: raw, mediaType, name: fileName ?? 'merit' };
    }
    const text = await chosenText({ credential: this.credential, ticked: [...this.ticked], key: null });
    if (text === null) return null;
    const bytes = encodeUtf8(text);
    return this.credential.kind === 'sd-jwt-vc'
      ? { bytes, mediaType: 'application/dc+sd-jwt', name: 'merit.sd-jwt' }
      : { bytes, mediaType: 'application/vc', name: 'merit.json' };
  }

  /** A code on its way was for another choice than the screen says now. */
  #forgetMaking(): void {
    this.#round += 1;
    this.#problem = null;
  }

  #whatLeaves(): readonly LeavingClaim[] {
    if (this.credential.kind === 'sd-jwt-vc') return leavingClaims(this.credential, this.ticked);
    const reducible = leavesOut(this.credential);
    if (reducible !== null) return leavingStatements(reducible, this.ticked);
    return wholeClaims(this.credential);
  }

  /** True when the code is on the screen. One that was being made when the learner closed it never gets there. */
  async #make(): Promise<boolean> {
    const round = this.#round;
    const choice = { credential: this.credential, ticked: [...this.ticked], key: this.#key };
    const showing = await makeShowing(choice, this.#base);
    if (round !== this.#round) return false;
    if (showing.ok && showing.plan.fits) {
      this.#symbol = showing.plan;
      this.#startCountdown(showing.madeAt);
      return true;
    }
    this.hide();
    this.#problem = showing.ok ? 'too-large' : showing.why;
    return false;
  }

  #startCountdown(madeAt: EpochSeconds): void {
    this.#endsAt = madeAt + SHOWING_SECONDS;
    this.#count();
  }

  #count(): void {
    this.#secondsLeft = Math.max(0, Math.min(SHOWING_SECONDS, this.#endsAt - world().clock()));
  }

  /** Renews at the end of the window and whenever the phone wakes up after it: same place, same looks. */
  #keepShowing(): void {
    const tick = (): void => {
      this.#count();
      if (this.#secondsLeft === 0) void this.#renew();
    };
    const timer = setInterval(tick, TICK_MS);
    document.addEventListener('visibilitychange', tick);
    const [sleep, idle] = [keepAwake(), beBusy()];
    this.#stopShowing = () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', tick);
      sleep();
      idle();
    };
  }

  async #renew(): Promise<void> {
    if (this.#renewing) return;
    this.#renewing = true;
    await this.#make();
    this.#renewing = false;
  }
}

/** The credential when its issuer's suite lets claims be left out; null for one that goes whole. */
function leavesOut(credential: ParsedCredential): VcDataIntegrity | null {
  return credential.kind === 'vc-di' && canLeaveOut(credential) ? credential : null;
}

function tickable(credential: ParsedCredential): readonly SelectableClaim[] {
  if (credential.kind === 'sd-jwt-vc') return selectableClaims(credential);
  const reducible = leavesOut(credential);
  return reducible === null ? [] : selectableStatements(reducible);
}

/** The top of a credential that goes whole. */
function wholeClaims(credential: ParsedCredential): readonly LeavingClaim[] {
  const { claims } = credential;
  const inner = claims['vc'];
  const document = isJsonObject(inner) ? { ...claims, ...inner } : claims;
  return Object.entries(document)
    .filter(([name]) => name !== 'vc' && name !== '@context' && name !== 'proof')
    .map(([name, value]) => ({ path: [name], value, why: 'always' }));
}
