// What is left of a revoked hosted badge: `410 Gone` with `{"id": …, "revoked": true}` (Open Badges 2.0 "Hosted verification").
import { parseJson } from '../bytes/parse-json.ts';
import { isJsonObject } from '../model/json.ts';

/** Whether `text`, the body of an answer that says "gone", says that something was revoked. */
export function isRevocationNotice(text: string): boolean {
  const parsed = parseJson(text);
  return parsed.ok && isJsonObject(parsed.value) && parsed.value['revoked'] === true;
}
