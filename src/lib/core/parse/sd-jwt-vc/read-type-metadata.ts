// One type metadata document (SD-JWT VC, "Type Metadata") -> names and claim labels. Bounded: it is a stranger's.
import type { TypeClaim } from '../../model/credential.ts';
import { isJsonArray, isJsonObject, many, stringOrNull } from '../../model/json.ts';
import type { JsonObject, JsonValue } from '../../model/json.ts';
import type { LocalisedText } from '../../model/localised.ts';

export interface TypeDocument {
  readonly name: LocalisedText;
  readonly description: LocalisedText;
  readonly claims: readonly TypeClaim[];
  readonly tolerated: readonly string[];
}

const MAX_CLAIMS = 500;
const MAX_PATH = 32;
/** DC4EU writes `"result[0]"` for the two elements `"result"`, 0. */
const INDEX_IN_NAME = /^([^[\]]+)\[(\d{1,6})\]$/;

export function readTypeDocument(metadata: JsonObject): TypeDocument {
  const tolerated = new Set<string>();
  const claims = many(metadata['claims'])
    .slice(0, MAX_CLAIMS)
    .filter(isJsonObject)
    .flatMap((claim) => readClaim(claim, tolerated));
  const named = displayed(metadata['display'], 'name');
  return {
    name: named.length > 0 ? named : untagged(metadata['name']),
    description: displayed(metadata['display'], 'description'),
    claims,
    tolerated: [...tolerated],
  };
}

function readClaim(claim: JsonObject, tolerated: Set<string>): readonly TypeClaim[] {
  const { path, display } = claim;
  if (!isJsonArray(path) || path.length === 0 || path.length > MAX_PATH) return [];
  const steps = path.flatMap((step) => readStep(step, tolerated));
  if (steps.includes(undefined)) return [];
  const label = displayed(display, 'label');
  const labelled = label.length > 0 ? label : displayed(display, 'name');
  const known = steps.filter((step) => step !== undefined);
  return [{ path: known, label: labelled, description: displayed(display, 'description') }];
}

function readStep(step: JsonValue, tolerated: Set<string>): readonly (string | number | null | undefined)[] {
  if (step === null || (typeof step === 'number' && Number.isSafeInteger(step) && step >= 0)) return [step];
  if (typeof step !== 'string') return [undefined];
  const [, name, index] = INDEX_IN_NAME.exec(step) ?? [];
  if (name === undefined) return [step];
  tolerated.add(step);
  return [name, Number(index)];
}

/** `locale`, or `lang` of older drafts. */
function displayed(display: JsonValue | undefined, member: 'name' | 'label' | 'description'): LocalisedText {
  return many(display)
    .filter(isJsonObject)
    .flatMap((entry) => {
      const text = stringOrNull(entry[member])?.trim() ?? '';
      const language = stringOrNull(entry['locale']) ?? stringOrNull(entry['lang']);
      return text === '' ? [] : [{ language, text }];
    });
}

const untagged = (value: JsonValue | undefined): LocalisedText =>
  typeof value === 'string' && value.trim() !== '' ? [{ language: null, text: value }] : [];
