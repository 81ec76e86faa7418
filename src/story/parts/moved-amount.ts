import type { PublishedValue } from '../../values/value.ts';
import { membersIn } from '../figures/compared-period.ts';
import { plainNumber } from '../locale/en/forms.ts';
import {
  aloneBriefs,
  fewerOrMore,
  lessOrMore,
  movedBriefs,
  movedSentence,
  ofNouns,
  thanWhen,
} from '../locale/en/who-moved.ts';
import { claimOf, claimOfMember } from '../statements/claims.ts';
import { number, text, type Facts } from '../statements/statement-kind.ts';
import { calledIn, type Subject } from '../subject.ts';
import { partsIn } from './breakdown-parts.ts';
import { partsOfDifference } from './contributions.ts';
import { amountsMoved, greatestOf, holdsAmounts, newestSignal, stepOf, valuesOf, type MovedShape } from './moved.ts';
import { calledMember, nounsOfGroup, wholeIn } from './shape.ts';

/** Of what is counted, so few make no story. */
const fewestMoved = 3;

const tenth = (value: number) => Math.round(value * 10) / 10;

/** `18 fewer qualified leads`, `18,000 euros less`; `14` or `14,000 euros` of it; `14 fewer`. Averages of what is counted have tenths. `say`: amounts at another length. */
export function amountWords(facts: Facts, { metric: { unit }, numbers }: Subject, say = numbers.sentence) {
  const [difference, moved, more] = [number(facts, 'difference'), number(facts, 'moved'), facts['more'] === true];
  if (unit.unit !== 'records') {
    const part = say(moved);
    const whole = lessOrMore(say(difference), more);
    return { whole, short: whole, part, alone: lessOrMore(part, more) };
  }
  const short = fewerOrMore(tenth(difference), more);
  const whole = ofNouns(short, tenth(difference), unit.noun, unit.nouns);
  return { whole, short, part: plainNumber(tenth(moved)), alone: fewerOrMore(tenth(moved), more) };
}

/** Beside the metric's name. `when`: since when, or than when. */
export function amountBriefs(facts: Facts, subject: Subject, when: string): string[] {
  const name = calledMember(facts, 'member', subject);
  const than = { when, noun: nounsOfGroup(facts, subject).one };
  const { short, part, alone } = amountWords(facts, subject, subject.numbers.short);
  return facts['alone'] === true ? aloneBriefs(name, alone, than) : movedBriefs(name, part, short, than);
}

/** Whether so much of what is counted moved that it is worth a sentence. */
export const isMany = ({ metric }: Subject, facts: Facts): boolean =>
  metric.unit.unit !== 'records' || Math.min(number(facts, 'moved'), number(facts, 'difference')) >= fewestMoved;

/** Of what adds up: who makes up most of the step from the period before. Both numbers stand on the page, so that a reader can subtract. */
export const amount: MovedShape = {
  facts(subject, dimension, signal) {
    const step = subject.metric.adds.members ? stepOf(subject, signal) : null;
    const [early, late] = [
      step && partsIn(subject, dimension, step.before),
      step && partsIn(subject, dimension, step.now),
    ];
    if (!step || !early || !late) return null;
    const members = [valuesOf(early), valuesOf(late)] as const;
    const of = greatestOf(members.flatMap((each) => [...each.values()]));
    const found = amountsMoved(partsOfDifference(...members), { difference: step.difference, of });
    if (!found || !isMany(subject, found)) return null;
    return { says: 'amount', dimension, period: step.now.period, before: step.before.period, ...found };
  },
  words(facts, subject) {
    const [now, before] = [wholeIn(subject, text(facts, 'period')), wholeIn(subject, text(facts, 'before'))];
    if (!now || !before) return [];
    const { whole, part, alone } = amountWords(facts, subject);
    const beyond = facts['alone'] === true;
    const told = {
      period: calledIn(subject, now),
      before: calledIn(subject, before),
      name: calledMember(facts, 'member', subject),
    };
    return [
      movedSentence({
        ...told,
        whole,
        part: beyond ? alone : part,
        beyond,
        many: subject.metric.unit.unit === 'records',
      }),
    ];
  },
  briefs(facts, subject) {
    const before = wholeIn(subject, text(facts, 'before'));
    return amountBriefs(facts, subject, thanWhen(before ? calledIn(subject, before) : ''));
  },
  holds(facts, subject) {
    const [now, before] = [wholeIn(subject, text(facts, 'period')), wholeIn(subject, text(facts, 'before'))];
    if (!now || !before || newestSignal(subject)?.period !== now.period) return false;
    const again = new Map<string, number>();
    let of = 0;
    const add = (whole: PublishedValue, sign: number) => {
      for (const { member, value } of membersIn(subject.values, text(facts, 'dimension'), whole)) {
        again.set(member, (again.get(member) ?? 0) + sign * (value ?? Number.NaN));
        of = greatestOf([of, value ?? 0]);
      }
    };
    add(now, 1);
    add(before, -1);
    return holdsAmounts(facts, again, { difference: (now.value ?? Number.NaN) - (before.value ?? Number.NaN), of });
  },
  claims(facts, subject) {
    const value = (name: string) => wholeIn(subject, text(facts, name))?.value ?? null;
    const [period, dimension, member] = [text(facts, 'period'), text(facts, 'dimension'), text(facts, 'member')];
    const own = subject.values.find(
      (row) => row.dimension === dimension && row.member === member && row.period === period,
    );
    return [
      ...claimOf('value', subject, facts['period'], value('period')),
      ...claimOf('value', subject, facts['before'], value('before')),
      ...(own ? claimOfMember('value', subject, { period, dimension, member }, own.value) : []),
    ];
  },
};
