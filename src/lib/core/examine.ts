// The corridor: received bytes -> recognise -> parse -> verify -> verdict. Wallet, verifier page and command all enter here.
import type { Examination } from './model/examination.ts';
import { parse } from './parse/parse.ts';
import { recognise } from './recognise/recognise.ts';
import { judge } from './verdict/judge.ts';
import type { Question } from './verify/question.ts';
import { verify } from './verify/verify.ts';

/** Says what `bytes` are and what they are worth to this question. No request is made; `question.now` is the only clock. */
export async function examine(bytes: Uint8Array<ArrayBuffer>, question: Question): Promise<Examination> {
  const recognition = await recognise(bytes);
  if (recognition.outcome === 'unreadable') return recognition;
  const parsing = await parse(recognition.recognised, question.trust.documents);
  if (parsing.outcome === 'unreadable') return parsing;
  const { credential } = parsing;
  const findings = await verify(credential, question);
  return { outcome: 'credential', credential, judgement: judge(findings, question.context) };
}
