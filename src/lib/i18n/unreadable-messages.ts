// Why something could not be read -> a plain sentence and the next step. Exhaustive by type.
import type { Unreadable } from '../core/model/examination.ts';
import { m } from './paraglide/messages.js';

type Message = () => string;
const MESSAGES: Readonly<Record<Unreadable, readonly [Message, Message]>> = {
  empty: [m.unreadable_empty, m.unreadable_empty_next],
  'too-large': [m.unreadable_too_large, m.unreadable_too_large_next],
  'not-text': [m.unreadable_not_text, m.unreadable_not_text_next],
  'not-recognised': [m.unreadable_not_recognised, m.unreadable_not_recognised_next],
  'html-page': [m.unreadable_html_page, m.unreadable_html_page_next],
  bomb: [m.unreadable_bomb, m.unreadable_bomb_next],
  'truncated-image': [m.unreadable_truncated_image, m.unreadable_truncated_image_next],
  'damaged-image': [m.unreadable_damaged_image, m.unreadable_damaged_image_next],
  'image-without-credential': [m.unreadable_image_without_credential, m.unreadable_image_without_credential_next],
  'malformed-svg': [m.unreadable_malformed_svg, m.unreadable_malformed_svg_next],
  'svg-declares-entities': [m.unreadable_svg_declares_entities, m.unreadable_svg_declares_entities_next],
  'truncated-jwt': [m.unreadable_truncated_jwt, m.unreadable_truncated_jwt_next],
  'malformed-jwt': [m.unreadable_malformed_jwt, m.unreadable_malformed_jwt_next],
  'malformed-sd-jwt': [m.unreadable_malformed_sd_jwt, m.unreadable_malformed_sd_jwt_next],
  'encrypted-jwt': [m.unreadable_encrypted_jwt, m.unreadable_encrypted_jwt_next],
  'jwt-not-a-credential': [m.unreadable_jwt_not_a_credential, m.unreadable_jwt_not_a_credential_next],
  'malformed-json': [m.unreadable_malformed_json, m.unreadable_malformed_json_next],
  'json-too-deep': [m.unreadable_json_too_deep, m.unreadable_json_too_deep_next],
  'json-too-many-values': [m.unreadable_json_too_many_values, m.unreadable_json_too_many_values_next],
  'json-duplicate-key': [m.unreadable_json_duplicate_key, m.unreadable_json_duplicate_key_next],
  'json-forbidden-key': [m.unreadable_json_forbidden_key, m.unreadable_json_forbidden_key_next],
  'json-not-a-credential': [m.unreadable_json_not_a_credential, m.unreadable_json_not_a_credential_next],
  'badge-class': [m.unreadable_badge_class, m.unreadable_badge_class_next],
  'badge-issuer': [m.unreadable_badge_issuer, m.unreadable_badge_issuer_next],
  'badge-endorsement': [m.unreadable_badge_endorsement, m.unreadable_badge_endorsement_next],
  'badge-revocation-list': [m.unreadable_badge_revocation_list, m.unreadable_badge_revocation_list_next],
  'europass-credential': [m.unreadable_europass_credential, m.unreadable_europass_credential_next],
  elmo: [m.unreadable_elmo, m.unreadable_elmo_next],
  pdf: [m.unreadable_pdf, m.unreadable_pdf_next],
  'presentation-envelope': [m.unreadable_presentation_envelope, m.unreadable_presentation_envelope_next],
  'status-list': [m.unreadable_status_list, m.unreadable_status_list_next],
  'trust-list': [m.unreadable_trust_list, m.unreadable_trust_list_next],
  'offer-link': [m.unreadable_offer_link, m.unreadable_offer_link_next],
  'web-address': [m.unreadable_web_address, m.unreadable_web_address_next],
};

/** One sentence in the language now chosen. */
export function unreadableMessage(why: Unreadable): string {
  return MESSAGES[why][0]();
}

/** What to do instead, in the language now chosen. */
export function unreadableNextStep(why: Unreadable): string {
  return MESSAGES[why][1]();
}
