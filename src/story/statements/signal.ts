import { betterOrWorse, when } from './backed.ts';
import {
  carriesOverBrief,
  realChangeBrief,
  tooEarlyBrief,
  tooFewBrief,
  unmovedBrief,
  wobbleBrief,
} from '../locale/en/briefs.ts';
import { claimOf } from './claims.ts';
import type { Statement } from '../../values/statement.ts';
import { briefest, mostWords, wordsIn } from '../count-words.ts';
import { fewestPeriods, mostPeriods } from '../limits.ts';
import {
  carriesOverWords,
  inRowWords,
  longRunWords,
  outsideWords,
  tooEarlyToTellWords,
  tooFewToTellWords,
  unmovedWords,
  wobbleWords,
} from '../locale/en/signals.ts';
import { longRun } from '../signals.ts';
import type { Direction } from '../locale/en/reading.ts';
import { calledIn, type Subject } from '../subject.ts';
import { isBetter } from '../usual.ts';
import { rangeWords, usualEnds } from '../usual-words.ts';
import { end, holdsWithin, holdsWithout } from './signal-holds.ts';
import { number, text, type Facts, type StatementKind } from './statement-kind.ts';

/** Whether such a sentence claims a change. */
export const claimsChange = ({ facts }: Pick<Statement, 'facts'>): boolean =>
  facts['says'] === 'outside' || facts['says'] === 'run';

/** Whether it can be told at all: a real change, or the usual wobble. */
export const tellsChange = (statement: Pick<Statement, 'facts'>): boolean =>
  claimsChange(statement) || statement.facts['says'] === 'within';

/** What is said where no usual range is known. */
function factsWithout({ usual: { none, points, tooFew, since, grain, newest } }: Subject): Facts | null {
  if (none === null || none === 'day' || newest === null) return null;
  // Of what stayed the same at first, what came later is another matter.
  const periods = none === 'unmoved' ? Math.min(points.length, mostPeriods) : points.length;
  return { says: none, periods, of: points.length, needed: fewestPeriods, tooFew, restart: since !== null, grain };
}

/** Of the newest complete period, if it has records enough to be judged. */
function factsWithin(subject: Subject): Facts | null {
  const { limits, points, signals, newest, grain } = subject.usual;
  const last = points.at(-1);
  const row = subject.series.find(({ period }) => period === newest);
  if (!limits || !last || !row || last.period !== newest) return null;
  const signal = signals.find(({ period }) => period === newest);
  const ends = usualEnds(limits, subject);
  const facts = { period: newest, value: last.value, centre: limits.centre, ...ends, grain };
  if (!signal) return { says: 'within', ...facts };
  const { side, run } = signal;
  const says = signal.rules.includes('outside') ? 'outside' : 'run';
  return { says, ...facts, side, run, better: isBetter(subject.metric, side, row.to) };
}

function changeWords(facts: Facts, subject: Subject, period: string, range: string): string {
  const side = facts['side'] === 'above' ? 'above' : 'below';
  const better = typeof facts['better'] === 'boolean' ? facts['better'] : null;
  const run = number(facts, 'run');
  const grain = subject.usual.grain;
  const inRow = inRowWords(run, grain);
  if (facts['says'] === 'run') return longRunWords(better, inRow, side, middle(facts, subject));
  const outside = { better, period, side, range } as const;
  const both = outsideWords({ ...outside, inRow: run >= longRun ? inRow : null });
  return wordsIn(both) > mostWords ? outsideWords({ ...outside, inRow: null }) : both;
}

const middle = (facts: Facts, { numbers }: Subject) =>
  numbers.sentence(number(facts, 'centre'), [number(facts, 'value')]);

const withoutWords: Record<string, (facts: Facts, subject: Subject) => string> = {
  'too early': (facts, { usual: { grain } }) =>
    number(facts, 'tooFew') > 0
      ? tooFewToTellWords(number(facts, 'periods'), number(facts, 'needed'), grain)
      : tooEarlyToTellWords(number(facts, 'periods'), number(facts, 'needed'), grain, facts['restart'] === true),
  unmoved: (facts, { usual: { grain } }) => unmovedWords(number(facts, 'periods'), number(facts, 'of'), grain),
  'carries over': (_, { usual: { grain } }) => carriesOverWords(grain),
};

/** What the rules tell of the newest complete period. */
function changeIn(facts: Facts): 'better' | 'worse' | 'changed' | 'wobble' | 'untold' {
  if (facts['says'] === 'within') return 'wobble';
  if (!claimsChange({ facts })) return 'untold';
  return facts['better'] === true ? 'better' : facts['better'] === false ? 'worse' : 'changed';
}

/** What was the same all the time is equal; what changed lies on one side, for the better, the worse, or neither. */
function directionsOf(facts: Facts): readonly Direction[] {
  const { says, side, better, periods, of } = facts;
  if (!claimsChange({ facts })) {
    const same = says === 'unmoved';
    return [
      ...when(same, 'equal'),
      ...when(same && periods === of, 'all'),
      ...when(says === 'too early', 'usual'),
      ...when(says === 'within', 'wobble'),
    ];
  }
  return [side === 'above' ? 'more' : 'less', ...betterOrWorse(facts), ...when(better === null, 'real change')];
}

/**
 * Whether the newest complete period is a real change or the usual wobble. No other sentence claims that a number rose, fell or changed, and
 * this one only where a rule fires; why it did, none claims.
 */
export const signal: StatementKind = {
  kind: 'signal',
  numbers: { periods: 'count', of: 'count', needed: 'count', run: 'count', centre: 'own', lower: 'own', upper: 'own' },
  directions: directionsOf,
  facts: (subject) => (subject.usual.limits ? factsWithin(subject) : factsWithout(subject)),
  words(facts, subject) {
    const without = withoutWords[text(facts, 'says')];
    if (without) return without(facts, subject);
    const row = subject.series.find(({ period }) => period === facts['period']);
    const period = row ? calledIn(subject, row) : '';
    const ends = { lower: end(facts, 'lower'), upper: end(facts, 'upper') };
    const range = rangeWords(ends, subject, [number(facts, 'value')]);
    return facts['says'] === 'within' ? wobbleWords(period, range) : changeWords(facts, subject, period, range);
  },
  brief(facts, { usual: { grain } }) {
    switch (facts['says']) {
      case 'within':
        return briefest(wobbleBrief);
      case 'unmoved':
        return briefest(unmovedBrief(number(facts, 'periods'), number(facts, 'of'), grain));
      case 'carries over':
        return briefest(carriesOverBrief);
      case 'too early':
        return briefest(number(facts, 'tooFew') > 0 ? tooFewBrief : tooEarlyBrief);
      default:
        return briefest(realChangeBrief(typeof facts['better'] === 'boolean' ? facts['better'] : null));
    }
  },
  holds: (facts, subject) =>
    facts['period'] === undefined ? holdsWithout(facts, subject) : holdsWithin(facts, subject),
  claims: (facts, subject) => claimOf('change', subject, subject.usual.newest, changeIn(facts)),
};
