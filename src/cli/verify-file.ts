// One file through the corridor -> its line, and what to tell the operator about it.
import { examine } from '../lib/core/examine.ts';
import type { VerdictString } from '../lib/core/model/verdict.ts';
import type { Question } from '../lib/core/verify/question.ts';
import { describeExamination } from './describe-examination.ts';
import { readBytes } from './read-file.ts';

export interface FileAnswer {
  readonly verdict: VerdictString;
  /** One line of JSON. */
  readonly text: string;
  /** For stderr: the file could not be read, or this program has a fault. */
  readonly complaint: string | null;
}

/** Never rejects: a fault of this program's own in one file must not silence the others. */
export async function verifyFile(file: string, question: Question): Promise<FileAnswer> {
  const bytes = await readBytes(file);
  if (bytes === null) return notExamined(file, question, 'file', 'cannot be read');
  try {
    const line = describeExamination(file, question.context, await examine(bytes, question));
    return { verdict: line.verdict, text: JSON.stringify(line), complaint: null };
  } catch (bug) {
    return notExamined(file, question, 'program', bug instanceof Error ? (bug.stack ?? bug.message) : String(bug));
  }
}

/** The line of a file about which nothing can be said. */
export function notExamined(
  file: string,
  { context }: Pick<Question, 'context'>,
  unreadable: 'file' | 'program',
  complaint: string,
): FileAnswer {
  const line = describeExamination(file, context, { outcome: 'unreadable', why: 'not-recognised', mine: false });
  const text = JSON.stringify({ ...line, unreadable });
  return { verdict: line.verdict, text, complaint: `${file}: ${complaint}` };
}
