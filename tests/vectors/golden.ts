// The two golden tables, and the answers they are held against.
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { NO_TRUST } from '../../src/lib/core/model/trust.ts';
import type { TrustMaterial } from '../../src/lib/core/model/trust.ts';
import { parse } from '../../src/lib/core/parse/parse.ts';
import { recognise } from '../../src/lib/core/recognise/recognise.ts';
import { parseTrustList } from '../../src/lib/core/trust/parse-trust-list.ts';
import type { Examined } from '../builders/examined.ts';
import { VECTORS, vectorsPresent } from './folder.ts';

/** The cells of each line of a table beside this file. */
function readTable(name: string): readonly (readonly string[])[] {
  const lines = readFileSync(`tests/vectors/${name}`, 'utf8').trimEnd().split('\n');
  // `npm run vectors` leaves out what was edited when it was collected.
  return lines
    .map((line) => line.split('\t'))
    .filter(([file = '']) => vectorsPresent && existsSync(resolve(VECTORS, file)));
}

export interface ExpectedRecognition {
  readonly file: string;
  /** `kind carrier profile` with the problems parsing saw, or why it cannot be read (`ours:` when it is one of ours). */
  readonly answer: string;
}
export const expectedRecognitions = (): readonly ExpectedRecognition[] =>
  readTable('recognition.tsv').map(([file = '', answer = '']) => ({ file, answer }));

export interface ExpectedWorth {
  readonly file: string;
  /** Verdict and what stands against it, without any list. */
  readonly alone: string;
  /** The same when issuers.json is imported. */
  readonly listed: string;
}
export const expectedWorths = (): readonly ExpectedWorth[] =>
  readTable('verdicts.tsv').map(([file = '', alone = '', listed = '']) => ({ file, alone, listed }));

export async function recognitionOf(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const recognition = await recognise(bytes);
  if (recognition.outcome === 'unreadable') return `${recognition.mine ? 'ours: ' : ''}${recognition.why}`;
  const parsing = await parse(recognition.recognised, []);
  if (parsing.outcome === 'unreadable') return `ours: ${parsing.why}`;
  const { kind, carrier, profile, problems } = parsing.credential;
  return [kind, carrier, profile, ...problems].join(' ');
}

export const worthOf = ({ verdict, wrong }: Examined): string => [verdict, ...wrong].join(' ');

/** A list that names the issuers of the fixtures. */
export async function fixtureTrust(): Promise<TrustMaterial> {
  const parsed = await parseTrustList(new Uint8Array(readFileSync('tests/vectors/issuers.json')), 'imported');
  if (!parsed.ok) throw new Error(`issuers.json: ${parsed.why}`);
  return { ...NO_TRUST, lists: [parsed.list] };
}
