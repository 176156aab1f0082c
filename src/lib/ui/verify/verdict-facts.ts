// What a verifier sees of a credential: only what was disclosed, the name first.
import type { ParsedCredential, VcDataIntegrity } from '$lib/core/model/credential.ts';
import { isJsonObject, many } from '$lib/core/model/json.ts';
import type { JsonObject } from '$lib/core/model/json.ts';
import { m } from '$lib/i18n/paraglide/messages.js';
import { dateText } from '../element-text.ts';
import { inReadersLanguage } from '../foreign-text.ts';
import { formatLevel, formatWorkload } from '../format-workload.ts';
import { claimLabel } from '../share/claim-label.ts';
import { claimLines } from '../share/claim-text.ts';
import { issuerFallback } from '../summarise-credential.ts';

export interface Fact {
  readonly label: string;
  readonly lines: readonly string[];
}

export interface VerdictFacts {
  /** The learner's name, to compare with an ID; null when none was disclosed. */
  readonly name: string | null;
  /** Title · workload · level. */
  readonly what: string;
  /** Issuer · date. */
  readonly who: string;
  /** Every claim that was disclosed on purpose, in the issuer's order; empty for what goes whole. */
  readonly disclosed: readonly Fact[];
}

/** An identifier is no name: `did:…`, `urn:…`, a web or mail address, a hash. */
const IDENTIFIER = /^(?:[a-z][a-z0-9+.-]*:\S+|sha256\$|\S+@\S+$|[0-9a-f-]{16,}$)/i;

export function verdictFacts(credential: ParsedCredential): VerdictFacts {
  const { achievement } = credential;
  const learner = inReadersLanguage(achievement.elements.learner?.values[0] ?? [])?.text ?? null;
  const issuer = inReadersLanguage(achievement.issuerName) ?? inReadersLanguage(credential.issuer.name);
  const date = inReadersLanguage(achievement.elements['issue-date']?.values[0] ?? [])?.text;
  const [workload] = achievement.workload;
  const [level] = achievement.levels;
  return {
    name: learner === null || IDENTIFIER.test(learner) ? null : learner,
    what: joined([titleOf(credential), workload && formatWorkload(workload), level && formatLevel(level)]),
    who: joined([
      issuer?.text ?? issuerFallback(credential.issuer.id),
      date === undefined ? undefined : m.verify_issued({ date: dateText(date) }),
    ]),
    disclosed: disclosedFacts(credential),
  };
}

/** Its title; else what its type is called. A bare type identifier is no word for anybody. */
function titleOf(credential: ParsedCredential): string {
  const title = inReadersLanguage(credential.achievement.title)?.text;
  if (title !== undefined && !credential.types.includes(title)) return title;
  const type =
    credential.kind === 'sd-jwt-vc' ? inReadersLanguage(credential.typeMetadata?.name ?? [])?.text : undefined;
  return type ?? m.verify_untitled();
}

const joined = (parts: readonly (string | undefined)[]): string =>
  parts.filter((part) => part !== undefined && part !== '').join(' · ');

function disclosedFacts(credential: ParsedCredential): readonly Fact[] {
  if (credential.kind === 'vc-di' && credential.selective?.mode === 'derived') return shownStatements(credential);
  if (credential.kind !== 'sd-jwt-vc') return [];
  return credential.disclosures.flatMap(({ path, value }) =>
    path === null ? [] : [{ label: claimLabel(path, credential.typeMetadata), lines: claimLines(path, value) }],
  );
}

/** A derived proof does not tell what was ticked from what always goes along: all that is said of learner and merit. */
function shownStatements({ document }: VcDataIntegrity): readonly Fact[] {
  return many(document['credentialSubject'])
    .filter(isJsonObject)
    .flatMap((subject) => {
      const achievements = many(subject['achievement']).filter(isJsonObject);
      return [
        ...factsOf(subject, ['credentialSubject'], ['achievement']),
        ...achievements.flatMap((one) => factsOf(one, ['credentialSubject', 'achievement'], ['name'])),
      ];
    });
}

/** Ids and types hold a document together; `told` stands elsewhere on the screen. */
function factsOf(object: JsonObject, at: readonly string[], told: readonly string[]): readonly Fact[] {
  return Object.entries(object)
    .filter(([name]) => !['id', 'type', ...told].includes(name))
    .map(([name, value]) => ({ label: claimLabel([...at, name]), lines: claimLines([...at, name], value) }));
}
