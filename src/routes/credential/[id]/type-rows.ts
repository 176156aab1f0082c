// The claims a type's metadata has labels for, with what this credential says under each.
import type { ClaimPath, TypeMetadata } from '$lib/core/model/credential.ts';
import { isJsonArray, isJsonObject } from '$lib/core/model/json.ts';
import type { JsonObject, JsonValue } from '$lib/core/model/json.ts';
import type { LocalisedText } from '$lib/core/model/localised.ts';
import { claimLines } from '$lib/ui/share/claim-text.ts';

export interface TypeRow {
  readonly key: string;
  readonly label: LocalisedText;
  readonly lines: readonly string[];
}

/** A type's publisher writes as many as it likes. */
const MAX_ROWS = 60;
const MAX_LINES = 20;

/** In the publisher's order; claims that are not stated and labels without words are left out. */
export function typeRows({ claims: described }: TypeMetadata, claims: JsonObject): readonly TypeRow[] {
  return described.slice(0, MAX_ROWS).flatMap(({ path, label }, index) => {
    // What an object as a whole holds, its own parts say one by one.
    const found = valuesAt(claims, path).filter(({ value }) => !isJsonObject(value));
    const lines = found.flatMap((one) => claimLines(one.path, one.value)).slice(0, MAX_LINES);
    return label.length === 0 || lines.length === 0 ? [] : [{ key: `${index} ${path.join('.')}`, label, lines }];
  });
}

interface Found {
  readonly path: ClaimPath;
  readonly value: JsonValue;
}

function valuesAt(root: JsonValue, path: readonly (string | number | null)[]): readonly Found[] {
  return path.reduce<readonly Found[]>(
    (found, step) => found.flatMap((one) => stepInto(one, step)).slice(0, MAX_LINES),
    [{ path: [], value: root }],
  );
}

function stepInto({ path, value }: Found, step: string | number | null): readonly Found[] {
  if (step === null) return isJsonArray(value) ? value.map((item, at) => ({ path: [...path, at], value: item })) : [];
  if (typeof step === 'number') {
    const item = isJsonArray(value) ? value[step] : undefined;
    return item === undefined ? [] : [{ path: [...path, step], value: item }];
  }
  const inner = isJsonObject(value) && Object.hasOwn(value, step) ? value[step] : undefined;
  return inner === undefined ? [] : [{ path: [...path, step], value: inner }];
}
