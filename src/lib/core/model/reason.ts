// Every reason a check can give, as data. A reason fixes its check and its outcome, so that no code can pair them wrongly.
export const CHECKS = [
  'structure',
  'signature',
  'disclosures',
  'issuer-key',
  'issuer-trust',
  'issuer-entitlement',
  'validity',
  'status',
  'possession',
  'replay',
  'clock',
] as const;
export type Check = (typeof CHECKS)[number];
export type Outcome = 'pass' | 'fail' | 'unknown' | 'not-applicable';

interface ReasonRow {
  readonly check: Check;
  readonly outcome: Outcome;
}
const row = <C extends Check, O extends Outcome>(check: C, outcome: O): { readonly check: C; readonly outcome: O } => ({
  check,
  outcome,
});

export const REASONS = {
  'structure-ok': row('structure', 'pass'),
  malformed: row('structure', 'fail'),
  'critical-header-not-understood': row('structure', 'fail'),
  'issuer-missing': row('structure', 'fail'),
  'type-missing': row('structure', 'fail'),
  'context-missing': row('structure', 'fail'),
  'context-redefines-term': row('structure', 'fail'),
  'claim-not-covered-by-signature': row('structure', 'fail'),
  'context-not-in-hand': row('structure', 'unknown'),
  'token-type-unexpected': row('structure', 'fail'),

  'signature-ok': row('signature', 'pass'),
  'signature-invalid': row('signature', 'fail'),
  'algorithm-none': row('signature', 'fail'),
  'algorithm-symmetric': row('signature', 'fail'),
  'algorithm-key-mismatch': row('signature', 'fail'),
  'proof-purpose-wrong': row('signature', 'fail'),
  'proof-malformed': row('signature', 'fail'),
  unsigned: row('signature', 'unknown'),
  'algorithm-not-supported': row('signature', 'unknown'),
  'algorithm-weak': row('signature', 'unknown'),
  'suite-not-supported': row('signature', 'unknown'),
  'key-not-in-hand': row('signature', 'unknown'),
  'did-method-not-supported': row('signature', 'unknown'),
  'signature-not-checked': row('signature', 'unknown'),
  'hosted-assertion-same': row('signature', 'pass'),
  'hosted-assertion-differs': row('signature', 'fail'),
  'hosted-assertion-not-in-hand': row('signature', 'unknown'),
  'hosted-assertion-given': row('signature', 'unknown'),
  'hosted-elsewhere': row('issuer-key', 'fail'),

  'disclosures-ok': row('disclosures', 'pass'),
  'disclosures-none': row('disclosures', 'not-applicable'),
  'disclosure-malformed': row('disclosures', 'fail'),
  'disclosure-digest-repeated': row('disclosures', 'fail'),
  'disclosure-not-referenced': row('disclosures', 'fail'),
  'disclosure-name-reserved': row('disclosures', 'fail'),
  'disclosure-claim-exists': row('disclosures', 'fail'),
  'disclosure-of-protected-claim': row('disclosures', 'fail'),
  'disclosure-hash-not-supported': row('disclosures', 'unknown'),

  'issuer-key-ok': row('issuer-key', 'pass'),
  'issuer-key-not-the-issuers': row('issuer-key', 'fail'),
  'certificate-not-valid-then': row('issuer-key', 'fail'),
  'certificate-chain-broken': row('issuer-key', 'fail'),
  'certificate-self-signed': row('issuer-key', 'unknown'),
  'certificate-chain-not-anchored': row('issuer-key', 'unknown'),
  'certificate-extension-not-understood': row('issuer-key', 'unknown'),
  'issuer-key-self-asserted': row('issuer-key', 'unknown'),
  'issuer-key-not-in-list': row('issuer-key', 'unknown'),
  'issuer-key-not-in-hand': row('issuer-key', 'unknown'),
  'issuer-key-not-checked': row('issuer-key', 'unknown'),

  'issuer-listed': row('issuer-trust', 'pass'),
  'issuer-pinned': row('issuer-trust', 'pass'),
  'issuer-specimen': row('issuer-trust', 'unknown'),
  'issuer-not-listed': row('issuer-trust', 'unknown'),
  'issuer-pinned-only': row('issuer-trust', 'unknown'),
  'issuer-list-stale': row('issuer-trust', 'unknown'),
  'issuer-listing-not-valid-then': row('issuer-trust', 'unknown'),
  'issuer-evidence-given': row('issuer-trust', 'unknown'),
  'issuer-document-stale': row('issuer-trust', 'unknown'),
  'issuer-trust-not-checked': row('issuer-trust', 'unknown'),

  'issuer-entitled': row('issuer-entitlement', 'pass'),
  'issuer-not-entitled': row('issuer-entitlement', 'unknown'),
  'issuer-entitlement-unknown': row('issuer-entitlement', 'not-applicable'),

  'validity-ok': row('validity', 'pass'),
  'validity-without-end': row('validity', 'pass'),
  'end-may-be-withheld': row('validity', 'unknown'),
  'validity-malformed': row('validity', 'fail'),
  'validity-contradicts': row('validity', 'fail'),
  expired: row('validity', 'fail'),
  'not-yet-valid': row('validity', 'fail'),

  'status-not-used': row('status', 'not-applicable'),
  'status-informs-only': row('status', 'not-applicable'),
  'status-ok': row('status', 'pass'),
  revoked: row('status', 'fail'),
  suspended: row('status', 'fail'),
  'status-may-be-withheld': row('status', 'unknown'),
  'status-not-in-hand': row('status', 'unknown'),
  'status-stale': row('status', 'unknown'),
  'status-list-unreadable': row('status', 'unknown'),
  'status-list-not-the-issuers': row('status', 'unknown'),
  'status-list-given': row('status', 'unknown'),
  'status-index-outside': row('status', 'unknown'),
  'status-value-unknown': row('status', 'unknown'),
  'status-type-not-supported': row('status', 'unknown'),

  'possession-not-asked': row('possession', 'not-applicable'),
  'possession-shown': row('possession', 'pass'),
  'possession-proven': row('possession', 'pass'),
  'holder-not-proven': row('possession', 'unknown'),
  'key-binding-malformed': row('possession', 'fail'),
  'key-binding-type-wrong': row('possession', 'fail'),
  'key-binding-signature-invalid': row('possession', 'fail'),
  'key-binding-algorithm-refused': row('possession', 'fail'),
  'key-binding-hash-wrong': row('possession', 'fail'),
  'key-binding-without-holder-key': row('possession', 'fail'),
  'presentation-received-as-credential': row('possession', 'fail'),

  'replay-not-asked': row('replay', 'not-applicable'),
  'replay-window-ok': row('replay', 'pass'),
  'replay-nonce-ok': row('replay', 'pass'),
  'nonce-wrong': row('replay', 'fail'),
  'audience-wrong': row('replay', 'fail'),
  'presentation-too-old': row('replay', 'fail'),
  'presentation-from-the-future': row('replay', 'fail'),

  'clock-ok': row('clock', 'pass'),
  'clock-doubtful': row('clock', 'unknown'),
} as const satisfies Record<string, ReasonRow>;

export type ReasonCode = keyof typeof REASONS;
export type ReasonOf<C extends Check> = {
  [R in ReasonCode]: (typeof REASONS)[R]['check'] extends C ? R : never;
}[ReasonCode];
