import { hasFew } from '../figures/compared-period.ts';
import { amongEnough, endWords, endsBriefs, endsSentence, type EndTold } from '../locale/en/parts.ts';
import { number, text, type Facts } from '../statements/statement-kind.ts';
import type { Subject } from '../subject.ts';
import { wayOn } from '../wording-on.ts';
import { isNamed, saysTheSame } from './breakdown-parts.ts';
import { endDirections, endFacts, endNumbers, endsOf, hasEnough } from './ends.ts';
import { leadWords } from './lead-words.ts';
import { calledMember, nounsOfGroup, wholeIn, type Shape } from './shape.ts';

type End = 'lowest' | 'highest';

/** `bare`: without saying that it is the end, where there are only two. `again`: where what the bands are of was said before. */
interface Saying {
  readonly bare?: boolean;
  readonly again?: boolean;
}

/** An end as it is said; null where the facts have none. */
export function endTold(
  facts: Facts,
  subject: Subject,
  end: End,
  { bare = false, again = false }: Saying = {},
): EndTold | null {
  if (typeof facts[end] !== 'string') return null;
  const { metric, numbers } = subject;
  const levels = typeof facts['target'] === 'number' ? [facts['target']] : [];
  const of = (name: string) => (typeof facts[name] === 'number' ? number(facts, name) : null);
  return {
    name: calledMember(facts, end, subject, again),
    value: numbers.sentence(number(facts, `${end}Value`), levels),
    end: bare ? '' : endWords[metric.unit.unit === 'duration' ? 'length' : 'level'][end],
    part: of(`${end}Part`),
    of: of(`${end}Of`),
  };
}

/** The end that is to be mended first, where either way is good; else the greatest. */
function order(subject: Subject, day: string): readonly [End, End] {
  const way = wayOn(subject.metric, day);
  const good = subject.metric.better ?? (way && (way === 'at least' ? 'higher' : 'lower'));
  return good === 'higher' ? ['lowest', 'highest'] : ['highest', 'lowest'];
}

/** `short`: a second band without what it is a band of. */
function endsTold(facts: Facts, subject: Subject, short = false): EndTold[] {
  const whole = wholeIn(subject, text(facts, 'period'));
  const bare = number(facts, 'compared') === 2 && facts['lowest'] !== null && facts['highest'] !== null;
  return order(subject, whole?.to ?? '').flatMap(
    (end, index) => endTold(facts, subject, end, { bare, again: short && index > 0 }) ?? [],
  );
}

/** Whether the ends differ as they are said, and none that is something is said to be nothing. */
function isToldApart(facts: Facts, subject: Subject): boolean {
  const [one, other] = endsTold(facts, subject);
  const nothing = subject.numbers.sentence(0);
  const isGone = (['lowest', 'highest'] as const).some((end) => {
    const value = facts[`${end}Value`];
    return typeof value === 'number' && value !== 0 && endTold(facts, subject, end)?.value === nothing;
  });
  return one?.value !== other?.value && !isGone;
}

/** Of what does not add up: the members with the least and the greatest number. */
export const ends: Shape = {
  numbers: endNumbers,
  directions: endDirections,
  facts(subject, parts, dimension) {
    const { whole, named } = parts;
    const compared = named.filter((row) => hasEnough(subject, row));
    if (subject.metric.adds.members || compared.length < 2 || saysTheSame(subject, parts)) return null;
    const { lowest, highest, among: isAmong } = endsOf(subject, parts, compared);
    if (!lowest && !highest) return null;
    // Of two of which nothing is said but their numbers, nobody is left out.
    const among = isAmong && !(compared.length === 2 && lowest && highest);
    const facts = {
      says: 'ends', dimension, period: whole.period, compared: compared.length, among, target: whole.target,
      ...endFacts(subject, 'lowest', lowest), ...endFacts(subject, 'highest', highest),
    }; // prettier-ignore
    return isToldApart(facts, subject) ? facts : null;
  },
  words(facts, subject) {
    const whole = wholeIn(subject, text(facts, 'period'));
    if (!whole) return [];
    const { lead, tense } = leadWords(subject, whole);
    const [told, short] = [endsTold(facts, subject), endsTold(facts, subject, true)];
    const isAmong = facts['among'] === true;
    const among = isAmong ? amongEnough(nounsOfGroup(facts, subject).many) : '';
    const briefly = isAmong ? amongEnough(null) : '';
    return [
      ...(['all', 'first', 'none'] as const).map((full) => endsSentence(lead, told, { among, tense, full })),
      ...[among, briefly].map((said) => endsSentence(lead, short, { among: said, tense, full: 'none' })),
    ];
  },
  briefs: (facts, subject) => endsBriefs(endsTold(facts, subject), nounsOfGroup(facts, subject).one),
  holds(facts, rows, subject) {
    const known = rows.filter((row) => isNamed(row.member) && !hasFew(subject, row) && hasEnough(subject, row));
    const numbers = known.map(({ value }) => value ?? Number.NaN);
    const is = (end: End, value: number) => facts[end] === null || facts[`${end}Value`] === value;
    const few = rows.filter((row) => !hasEnough(subject, row)).flatMap(({ value }) => value ?? []);
    const [least, most] = [facts['lowestValue'], facts['highestValue']];
    const isBeyond = few.some(
      (value) => (typeof least === 'number' && value <= least) || (typeof most === 'number' && value >= most),
    );
    // Of two that are both told nobody is left out.
    const isBoth = known.length === 2 && typeof least === 'number' && typeof most === 'number';
    const isOf = facts['among'] === (isBeyond && !isBoth) && known.length === facts['compared'];
    return isOf && is('lowest', Math.min(...numbers)) && is('highest', Math.max(...numbers));
  },
};
