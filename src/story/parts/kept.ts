import { allOrNone } from '../statements/backed.ts';
import type { PublishedValue } from '../../values/value.ts';
import { keptBriefs, keptSentence, keptWords, type KeptTold } from '../locale/en/parts.ts';
import { number, text, type Facts } from '../statements/statement-kind.ts';
import type { Subject } from '../subject.ts';
import { isShare } from '../traits.ts';
import { wayOn } from '../wording-on.ts';
import { saysTheSame, isNamed } from './breakdown-parts.ts';
import { endDirections, endFacts, endNumbers, endsOf, hasEnough } from './ends.ts';
import { endTold } from './ends-shape.ts';
import { leadWords } from './lead-words.ts';
import { nounsOfGroup, wholeIn, type Shape } from './shape.ts';

/** What is left over from floating point. */
const hair = 1e-9;

const isJudged = ({ mark }: PublishedValue) => mark.mark !== 'none';

/** Whether a member with records enough that can't be judged lies farther out: a reader of the chart would see another end. */
const liesBeyond = (
  subject: Subject,
  rows: readonly PublishedValue[],
  { value }: Pick<PublishedValue, 'value'>,
  way: 'at least' | 'at most',
): boolean =>
  rows.some(
    (row) =>
      hasEnough(subject, row) && (way === 'at most' ? -1 : 1) * ((row.value ?? Number.NaN) - (value ?? Number.NaN)) < 0,
  );

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
  numbers: { target: 'own', judged: 'count', kept: 'count', ...endNumbers },
  directions: (facts) => ['kept', ...allOrNone(facts['kept'], facts['judged']), ...endDirections(facts)],
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
    const end = ends[worst];
    const isHidden = end !== null && liesBeyond(subject, named, end, way);
    return {
      says: 'kept', dimension, period, target, way, judged: judged.length, kept: well, others,
      ...endFacts(subject, worst, isHidden || (among && !others) ? null : end),
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
  holds(facts, rows, subject) {
    const [target, sign] = [number(facts, 'target'), facts['way'] === 'at most' ? -1 : 1];
    let [judged, well, others, worst, beyond] = [0, 0, false, Infinity, Infinity];
    for (const row of rows) {
      if (!isNamed(row.member)) continue;
      if (row.mark.mark === 'none') {
        others = true;
        beyond = hasEnough(subject, row) ? Math.min(beyond, sign * (row.value ?? Infinity)) : beyond;
      } else {
        judged += 1;
        well += sign * ((row.value ?? Number.NaN) - target) >= -hair ? 1 : 0;
        worst = Math.min(worst, sign * (row.value ?? Number.NaN));
      }
    }
    const end = sign === 1 ? 'lowest' : 'highest';
    const right = facts[end] === null || (sign * number(facts, `${end}Value`) === worst && worst <= beyond);
    const isCounted = judged === facts['judged'] && well === facts['kept'] && others === facts['others'];
    return isCounted && right && isShare(subject.metric);
  },
};
