// Reason code -> a plain sentence and, where something can be done, the next step. Exhaustive by type.
import type { ReasonCode } from '../core/model/reason.ts';
import { m } from './paraglide/messages.js';

type Message = () => string;
/** The sentence, and what settles it; nothing to do when the check passed or was not asked for. */
const MESSAGES: Readonly<Record<ReasonCode, readonly [Message, Message | null]>> = {
  'structure-ok': [m.reason_structure_ok, null],
  malformed: [m.reason_malformed, m.reason_malformed_next],
  'critical-header-not-understood': [
    m.reason_critical_header_not_understood,
    m.reason_critical_header_not_understood_next,
  ],
  'issuer-missing': [m.reason_issuer_missing, m.reason_issuer_missing_next],
  'type-missing': [m.reason_type_missing, m.reason_type_missing_next],
  'context-missing': [m.reason_context_missing, m.reason_context_missing_next],
  'context-redefines-term': [m.reason_context_redefines_term, m.reason_context_redefines_term_next],
  'claim-not-covered-by-signature': [
    m.reason_claim_not_covered_by_signature,
    m.reason_claim_not_covered_by_signature_next,
  ],
  'context-not-in-hand': [m.reason_context_not_in_hand, m.reason_context_not_in_hand_next],
  'token-type-unexpected': [m.reason_token_type_unexpected, m.reason_token_type_unexpected_next],
  'signature-ok': [m.reason_signature_ok, null],
  'signature-invalid': [m.reason_signature_invalid, m.reason_signature_invalid_next],
  'algorithm-none': [m.reason_algorithm_none, m.reason_algorithm_none_next],
  'algorithm-symmetric': [m.reason_algorithm_symmetric, m.reason_algorithm_symmetric_next],
  'algorithm-key-mismatch': [m.reason_algorithm_key_mismatch, m.reason_algorithm_key_mismatch_next],
  'proof-purpose-wrong': [m.reason_proof_purpose_wrong, m.reason_proof_purpose_wrong_next],
  'proof-malformed': [m.reason_proof_malformed, m.reason_proof_malformed_next],
  unsigned: [m.reason_unsigned, m.reason_unsigned_next],
  'algorithm-not-supported': [m.reason_algorithm_not_supported, m.reason_algorithm_not_supported_next],
  'algorithm-weak': [m.reason_algorithm_weak, m.reason_algorithm_weak_next],
  'suite-not-supported': [m.reason_suite_not_supported, m.reason_suite_not_supported_next],
  'key-not-in-hand': [m.reason_key_not_in_hand, m.reason_key_not_in_hand_next],
  'did-method-not-supported': [m.reason_did_method_not_supported, m.reason_did_method_not_supported_next],
  'signature-not-checked': [m.reason_signature_not_checked, m.reason_signature_not_checked_next],
  'disclosures-ok': [m.reason_disclosures_ok, null],
  'disclosures-none': [m.reason_disclosures_none, null],
  'disclosure-malformed': [m.reason_disclosure_malformed, m.reason_disclosure_malformed_next],
  'disclosure-digest-repeated': [m.reason_disclosure_digest_repeated, m.reason_disclosure_digest_repeated_next],
  'disclosure-not-referenced': [m.reason_disclosure_not_referenced, m.reason_disclosure_not_referenced_next],
  'disclosure-name-reserved': [m.reason_disclosure_name_reserved, m.reason_disclosure_name_reserved_next],
  'disclosure-claim-exists': [m.reason_disclosure_claim_exists, m.reason_disclosure_claim_exists_next],
  'disclosure-of-protected-claim': [
    m.reason_disclosure_of_protected_claim,
    m.reason_disclosure_of_protected_claim_next,
  ],
  'disclosure-hash-not-supported': [
    m.reason_disclosure_hash_not_supported,
    m.reason_disclosure_hash_not_supported_next,
  ],
  'issuer-key-ok': [m.reason_issuer_key_ok, null],
  'issuer-key-not-the-issuers': [m.reason_issuer_key_not_the_issuers, m.reason_issuer_key_not_the_issuers_next],
  'certificate-not-valid-then': [m.reason_certificate_not_valid_then, m.reason_certificate_not_valid_then_next],
  'certificate-chain-broken': [m.reason_certificate_chain_broken, m.reason_certificate_chain_broken_next],
  'certificate-self-signed': [m.reason_certificate_self_signed, m.reason_certificate_self_signed_next],
  'certificate-chain-not-anchored': [
    m.reason_certificate_chain_not_anchored,
    m.reason_certificate_chain_not_anchored_next,
  ],
  'certificate-extension-not-understood': [
    m.reason_certificate_extension_not_understood,
    m.reason_certificate_extension_not_understood_next,
  ],
  'issuer-key-self-asserted': [m.reason_issuer_key_self_asserted, m.reason_issuer_key_self_asserted_next],
  'issuer-key-not-in-hand': [m.reason_issuer_key_not_in_hand, m.reason_issuer_key_not_in_hand_next],
  'issuer-key-not-checked': [m.reason_issuer_key_not_checked, m.reason_issuer_key_not_checked_next],
  'issuer-listed': [m.reason_issuer_listed, null],
  'issuer-pinned': [m.reason_issuer_pinned, null],
  'issuer-specimen': [m.reason_issuer_specimen, m.reason_issuer_specimen_next],
  'issuer-not-listed': [m.reason_issuer_not_listed, m.reason_issuer_not_listed_next],
  'issuer-pinned-only': [m.reason_issuer_pinned_only, m.reason_issuer_pinned_only_next],
  'issuer-list-stale': [m.reason_issuer_list_stale, m.reason_issuer_list_stale_next],
  'issuer-listing-not-valid-then': [
    m.reason_issuer_listing_not_valid_then,
    m.reason_issuer_listing_not_valid_then_next,
  ],
  'issuer-evidence-given': [m.reason_issuer_evidence_given, m.reason_issuer_evidence_given_next],
  'issuer-trust-not-checked': [m.reason_issuer_trust_not_checked, m.reason_issuer_trust_not_checked_next],
  'issuer-entitled': [m.reason_issuer_entitled, null],
  'issuer-not-entitled': [m.reason_issuer_not_entitled, m.reason_issuer_not_entitled_next],
  'issuer-entitlement-unknown': [m.reason_issuer_entitlement_unknown, null],
  'validity-ok': [m.reason_validity_ok, null],
  'validity-without-end': [m.reason_validity_without_end, null],
  'validity-malformed': [m.reason_validity_malformed, m.reason_validity_malformed_next],
  'validity-contradicts': [m.reason_validity_contradicts, m.reason_validity_contradicts_next],
  expired: [m.reason_expired, m.reason_expired_next],
  'not-yet-valid': [m.reason_not_yet_valid, m.reason_not_yet_valid_next],
  'status-not-used': [m.reason_status_not_used, null],
  'status-informs-only': [m.reason_status_informs_only, null],
  'status-not-in-hand': [m.reason_status_not_in_hand, m.reason_status_not_in_hand_next],
  'status-type-not-supported': [m.reason_status_type_not_supported, m.reason_status_type_not_supported_next],
  'possession-not-asked': [m.reason_possession_not_asked, null],
  'possession-shown': [m.reason_possession_shown, null],
  'possession-proven': [m.reason_possession_proven, null],
  'holder-not-proven': [m.reason_holder_not_proven, m.reason_holder_not_proven_next],
  'key-binding-malformed': [m.reason_key_binding_malformed, m.reason_key_binding_malformed_next],
  'key-binding-type-wrong': [m.reason_key_binding_type_wrong, m.reason_key_binding_type_wrong_next],
  'key-binding-signature-invalid': [
    m.reason_key_binding_signature_invalid,
    m.reason_key_binding_signature_invalid_next,
  ],
  'key-binding-algorithm-refused': [
    m.reason_key_binding_algorithm_refused,
    m.reason_key_binding_algorithm_refused_next,
  ],
  'key-binding-hash-wrong': [m.reason_key_binding_hash_wrong, m.reason_key_binding_hash_wrong_next],
  'key-binding-without-holder-key': [
    m.reason_key_binding_without_holder_key,
    m.reason_key_binding_without_holder_key_next,
  ],
  'presentation-received-as-credential': [
    m.reason_presentation_received_as_credential,
    m.reason_presentation_received_as_credential_next,
  ],
  'replay-not-asked': [m.reason_replay_not_asked, null],
  'replay-window-ok': [m.reason_replay_window_ok, null],
  'replay-nonce-ok': [m.reason_replay_nonce_ok, null],
  'nonce-wrong': [m.reason_nonce_wrong, m.reason_nonce_wrong_next],
  'audience-wrong': [m.reason_audience_wrong, m.reason_audience_wrong_next],
  'presentation-too-old': [m.reason_presentation_too_old, m.reason_presentation_too_old_next],
  'presentation-from-the-future': [m.reason_presentation_from_the_future, m.reason_presentation_from_the_future_next],
  'clock-ok': [m.reason_clock_ok, null],
  'clock-doubtful': [m.reason_clock_doubtful, m.reason_clock_doubtful_next],
};

/** One sentence in the language now chosen. */
export function reasonMessage(reason: ReasonCode): string {
  return MESSAGES[reason][0]();
}

/** What to do about it, in the language now chosen; null when there is nothing to do. */
export function reasonNextStep(reason: ReasonCode): string | null {
  return MESSAGES[reason][1]?.() ?? null;
}
