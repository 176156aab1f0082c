// Every collected file: what it is, what it is worth, and whether that agrees with what others found out about it.
import { examined } from '../../builders/examined.ts';
import type { TrustMaterial } from '../../../src/lib/core/model/trust.ts';
import { vectorBytes, vectorText } from '../folder.ts';
import { expectedRecognitions, expectedWorths, fixtureTrust, recognitionOf, worthOf } from '../golden.ts';
import { exceptionOf } from './exceptions.ts';
import type { Case, Suite } from './suite.ts';

const folderOf = (file: string): string => file.split('/')[0] ?? '';
/** The repository a file is from, as its folder is named: `owner__name`. */
const sourceOf = (file: string): string => (file.split('/')[1] ?? '').replace('__', '/').replace(/\.json$/, '');

interface Told {
  readonly file: string;
  readonly polarity: string;
  /** What another program made of the signature. */
  readonly checked: string;
}

function readIndex(): ReadonlyMap<string, Told> {
  const [head = '', ...lines] = vectorText('INDEX.tsv').trimEnd().split('\n');
  const columns = head.split('\t');
  const rows = lines.map((line) => line.split('\t'));
  const at = (row: readonly string[], name: string): string => row[columns.indexOf(name)] ?? '';
  return new Map(
    rows.map((row) => {
      const file = at(row, 'file');
      return [file, { file, polarity: at(row, 'polarity'), checked: at(row, 'checked') }];
    }),
  );
}

/** One suite a format and source, in the order of their names. */
function bySource(asks: string, named: readonly Case[]): readonly Suite[] {
  const key = ({ name }: Case): string => `${folderOf(name)}\t${sourceOf(name)}`;
  const groups = [...new Set(named.map(key))].sort();
  return groups.map((group) => {
    const [format = '', source = ''] = group.split('\t');
    return { format, source, asks, cases: named.filter((one) => key(one) === group) };
  });
}

async function recognised(): Promise<readonly Case[]> {
  return Promise.all(
    expectedRecognitions().map(async ({ file, answer }) => ({
      name: file,
      expected: answer,
      got: await recognitionOf(vectorBytes(file)),
    })),
  );
}

async function judged(trust: TrustMaterial): Promise<readonly Case[]> {
  const cases: Case[] = [];
  for (const { file, alone, listed } of expectedWorths()) {
    const [without, within] = [await examined(vectorBytes(file)), await examined(vectorBytes(file), { trust })];
    cases.push({ name: file, expected: `${alone} / ${listed}`, got: `${worthOf(without)} / ${worthOf(within)}` });
  }
  return cases;
}

/** What the publisher or another program says of a file, held against the verdict with its issuer listed. */
async function agreed(trust: TrustMaterial): Promise<readonly Case[]> {
  const index = readIndex();
  const cases: Case[] = [];
  for (const { file } of expectedWorths()) {
    const told = index.get(file);
    if (told === undefined) continue;
    const { verdict, reasons } = await examined(vectorBytes(file), { trust });
    const signed = reasons.includes('signature-ok');
    const says = (expected: string, got: string): number =>
      cases.push({ name: file, expected, got, why: exceptionOf(file, expected, reasons) });
    if (/VERIFIED|OK\b/.test(told.checked)) says('signature holds', signed ? 'signature holds' : 'signature not shown');
    else if (told.checked.includes('BADSIG'))
      says('never genuine', verdict === 'genuine' ? 'genuine' : 'never genuine');
    if (told.polarity === 'negative') says('not genuine', verdict === 'genuine' ? 'genuine' : 'not genuine');
    else if (told.polarity === 'positive') says('not refused', verdict === 'refused' ? 'refused' : 'not refused');
  }
  return cases;
}

export async function collected(): Promise<readonly Suite[]> {
  const trust = await fixtureTrust();
  return [
    ...bySource('what it is', await recognised()),
    ...bySource('what it is worth', await judged(trust)),
    ...bySource('as others say', await agreed(trust)),
  ];
}
