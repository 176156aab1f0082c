// What a card says of a credential, from its parsed claims and its judgement.
import { EU_ELEMENTS, statedCount } from '$lib/core/model/achievement.ts';
import type { ParsedCredential } from '$lib/core/model/credential.ts';
import { plainText } from '$lib/core/model/localised.ts';
import type { LocalisedText } from '$lib/core/model/localised.ts';
import type { ReasonCode } from '$lib/core/model/reason.ts';
import type { Judgement, Verdict } from '$lib/core/model/verdict.ts';
import { m } from '$lib/i18n/paraglide/messages.js';
import { inReadersLanguage } from './foreign-text.ts';
import { formatLevel, formatWorkload } from './format-workload.ts';

export interface ChipText {
  readonly text: string;
  readonly label?: string | undefined;
}

export interface CredentialSummary {
  readonly title: LocalisedText;
  readonly issuer: LocalisedText;
  /** Name behind the monogram. */
  readonly face: string;
  /** `data:` address of the credential's own picture. */
  readonly image: string | null;
  readonly chips: readonly ChipText[];
  /** null for documents and self-stated entries: nothing was checked. */
  readonly verdict: Verdict | null;
  readonly because: readonly ReasonCode[];
  /** What stands in the verdict's place when there is none. */
  readonly note: string;
  readonly selfStated: boolean;
}

/** The host of an issuer's `https:` or `did:web:` id: more than nothing when no name is stated. */
export function issuerFallback(id: string | null): string {
  if (id === null) return m.shell_issuer_unnamed();
  const web = /^(?:https?:\/\/|did:web:)([^/:?#]+)/i.exec(id)?.[1];
  if (web !== undefined) return decodeURIComponent(web.replace(/%(?![0-9a-f]{2})/gi, '%25'));
  return id.length > 40 ? `${id.slice(0, 24)}…${id.slice(-6)}` : id;
}

function chipsOf(credential: ParsedCredential): readonly ChipText[] {
  const { achievement } = credential;
  const stated = statedCount(achievement);
  const workload = achievement.workload[0];
  const level = achievement.levels[0];
  return [
    ...(workload ? [{ text: formatWorkload(workload) }] : []),
    ...(level ? [{ text: formatLevel(level) }] : []),
    {
      text: `${stated}/${EU_ELEMENTS.length}`,
      label: m.shell_elements_stated({ stated, all: EU_ELEMENTS.length }),
    },
  ];
}

/** A card for a credential that was read, with the judgement on it. */
export function summariseCredential(credential: ParsedCredential, judgement: Judgement): CredentialSummary {
  const { achievement } = credential;
  const stated = inReadersLanguage(achievement.issuerName) ?? inReadersLanguage(credential.issuer.name);
  const issuer = stated ?? { language: null, text: issuerFallback(credential.issuer.id) };
  const title = inReadersLanguage(achievement.title);
  return {
    title: title === null ? plainText(m.shell_untitled()) : [title],
    issuer: [issuer],
    face: issuer.text,
    image: achievement.image?.data ?? null,
    chips: chipsOf(credential),
    verdict: judgement.verdict,
    because: judgement.because,
    note: '',
    selfStated: false,
  };
}

/** A card for a file that was kept without being read. */
export function summariseDocument(fileName: string | null, mediaType: string): CredentialSummary {
  return {
    title: plainText(fileName ?? m.shell_document()),
    issuer: plainText(mediaType),
    face: fileName?.split('.').pop() ?? m.shell_document(),
    image: null,
    chips: [],
    verdict: null,
    because: [],
    note: m.shell_document(),
    selfStated: true,
  };
}
