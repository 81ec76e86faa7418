import type { UsualRange } from '../../values/figure.ts';
import type { PublishedValue } from '../../values/value.ts';
import { usualDescription, usualLabel } from '../locale/en/charts.ts';
import type { Subject } from '../subject.ts';
import { rangeWords, usualEnds } from '../usual-words.ts';

/** The usual range as a chart shows it, with the periods among its rows that left it; null where none is known. */
export function usualRange({ usual }: Subject, rows: readonly PublishedValue[]): UsualRange | null {
  const { limits, points, signals } = usual;
  const fromOf = new Map(rows.map(({ period, from }) => [period, from]));
  const judged = points.map(({ period }) => period);
  const shown = rows.filter(({ period }) => judged.includes(period));
  const [first, last] = [shown[0], shown.at(-1)];
  if (!limits || !first || !last) return null;
  const outside = signals.filter(({ rules }) => rules.includes('outside')).map(({ period }) => period);
  const inRuns = signals
    .filter(({ rules }) => rules.includes('run'))
    .flatMap(({ since, period }) => judged.slice(judged.indexOf(since), judged.indexOf(period) + 1))
    .filter((period) => !outside.includes(period));
  const days = (periods: readonly string[]) => [...new Set(periods)].flatMap((period) => fromOf.get(period) ?? []);
  const { lower, upper, centre } = limits;
  return {
    from: first.from,
    to: last.to,
    lower,
    upper,
    centre,
    label: usualLabel,
    outside: days(outside),
    inRuns: days(inRuns),
  };
}

/** The same in words, for who can't see it: the range, and how many of the periods shown left it. */
export function describeUsual(subject: Subject, { outside, inRuns }: UsualRange): string {
  const { limits } = subject.usual;
  return limits ? usualDescription(rangeWords(usualEnds(limits, subject), subject), outside.length, inRuns.length) : '';
}
