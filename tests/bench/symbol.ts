// QR version and bytes of the teaching-course specimen with 1, 3, 5, 15 and all claims shown, with key binding.
import { packEnvelope } from '../../src/lib/core/present/envelope/pack-envelope.ts';
import { planSymbol } from '../../src/lib/core/present/plan-symbol.ts';
import { showLink } from '../../src/lib/core/present/show-link.ts';
import { disclosureName, issueCourse, makeHolder, showCourse } from '../builders/show-specimen.ts';
import { atMost, heading, line } from './report.ts';

/** What a learner would show first; the rest follows in the credential's own order. */
const FIRST = ['title', 'givenName', 'familyName', 'level', 'notionalWorkload'];
const LARGEST = 40;

export async function benchSymbol(): Promise<void> {
  const holder = await makeHolder();
  const credential = await issueCourse(holder);
  const all = credential.split('~').slice(1, -1).map(disclosureName);
  const names = [...FIRST.filter((name) => all.includes(name)), ...all.filter((name) => !FIRST.includes(name))];
  heading(`One symbol, level L: the specimen (${String(all.length)} claims, ES256, key binding)`);
  for (const count of [1, 3, 5, 15, all.length]) {
    const text = await showCourse(credential, holder, names.slice(0, count));
    const envelope = await packEnvelope(text);
    if (envelope === null) throw new Error('not packed');
    const plan = planSymbol(showLink('https://meritfolio.example/', envelope), LARGEST);
    const version = plan.fits ? plan.version : plan.needs;
    const told = `${String(text.length)} characters, ${String(envelope.length)} bytes, version ${String(version ?? 'none')}`;
    line(`${String(count)} claims`, told, count === 3 ? atMost(22, version ?? Infinity) : null);
  }
}
