import type { PublishedValue } from '../../values/value.ts';
import { keptBriefs, keptSentence, keptWords, type KeptTold } from '../locale/en/parts.ts';
import { number, text, type Facts } from '../statements/statement-kind.ts';
import type { Subject } from '../subject.ts';
import { isShare } from '../traits.ts';
import { wayOn } from '../wording-on.ts';
import { saysTheSame, isNamed } from './breakdown-parts.ts';
import { endFacts, endsOf } from './ends.ts';
import { endTold } from './ends-shape.ts';
import { leadWords } from './lead-words.ts';
import { nounsOfGroup, wholeIn, type Shape } from './shape.ts';

/** What is left over from floating point. */
const hair = 1e-9;

const isJudged = ({ mark }: PublishedValue) => mark.mark !== 'none';

function told(facts: Facts, subject: Subject): KeptTold | null {
  const whole = wholeIn(subject, text(facts, 'period'));
  if (!whole) return null;
  const { metric, numbers } = subject;
  return {
    kept: number(facts, 'kept'),
    judged: number(facts, 'judged'),
    others: facts['others'] === true,
    nouns: nounsOfGroup(facts, subject).many,
    level: numbers.sentence(number(facts, 'target')),
    way: facts['way'] === 'at most' ? 'at most' : 'at least',
    promised: metric.promise !== null,
    tense: leadWords(subject, whole).tense,
  };
}

/** Of a share that something was agreed for: how many of the members kept it, and which lies farthest from it. */
export const kept: Shape = {
  facts(subject, parts, dimension) {
    const { metric } = subject;
    const { whole, named } = parts;
    const { period, target } = whole;
    const way = wayOn(metric, whole.to);
    const judged = named.filter(isJudged);
    if (!isShare(metric) || target === null || way === null || judged.length < 2) return null;
    if (saysTheSame(subject, parts) || judged.some((row) => row.target !== target)) return null;
    const well = judged.filter(({ mark }) => mark.mark === 'kept').length;
    const worst = way === 'at least' ? 'lowest' : 'highest';
    const { among, ...ends } = endsOf(subject, parts, judged);
    const others = named.length > judged.length;
    return {
      says: 'kept', dimension, period, target, way, judged: judged.length, kept: well, others,
      ...endFacts(subject, worst, among && !others ? null : ends[worst]),
    }; // prettier-ignore
  },
  words(facts, subject) {
    const whole = wholeIn(subject, text(facts, 'period'));
    const said = told(facts, subject);
    if (!whole || !said) return [];
    const { lead, tense } = leadWords(subject, whole);
    const worst = endTold(facts, subject, said.way === 'at least' ? 'lowest' : 'highest');
    const sentence = (end: typeof worst, full: boolean) => keptSentence(lead, keptWords(said), end, tense, full);
    return [sentence(worst, true), sentence(worst, false), sentence(null, false)];
  },
  briefs(facts, subject) {
    const said = told(facts, subject);
    return said ? keptBriefs(said) : [];
  },
  holds(facts, rows, { metric }) {
    const [target, sign] = [number(facts, 'target'), facts['way'] === 'at most' ? -1 : 1];
    let [judged, well, others, worst] = [0, 0, false, Infinity];
    for (const row of rows) {
      if (!isNamed(row.member)) continue;
      if (row.mark.mark === 'none') others = true;
      else {
        judged += 1;
        well += sign * ((row.value ?? Number.NaN) - target) >= -hair ? 1 : 0;
        worst = Math.min(worst, sign * (row.value ?? Number.NaN));
      }
    }
    const end = sign === 1 ? 'lowest' : 'highest';
    const right = facts[end] === null || sign * number(facts, `${end}Value`) === worst;
    return (
      judged === facts['judged'] && well === facts['kept'] && others === facts['others'] && right && isShare(metric)
    );
  },
};
