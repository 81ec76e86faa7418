import { mostPeriods, type Limits } from '../story/limits.ts';
import { fullPeriodWords } from '../story/locale/en/charts.ts';
import { grainWords } from '../story/locale/en/forms.ts';
import { usualRange } from '../story/figures/usual-range.ts';
import { shownOf } from '../story/figures/over-time.ts';
import { periodOf, type Subject } from '../story/subject.ts';
import { rangeWords, usualEnds } from '../story/usual-words.ts';

/** What stands below a chart with a usual range. */
export interface UsualTold {
  /** `from 14 to 22`. */
  readonly range: string;
  readonly middle: string;
  /** `the 24 months from October 2023 to September 2025`; `14 of the months from ...` where others have too few records. */
  readonly base: string;
  readonly scale: 'linear' | 'log';
  /** It is made from fewer periods than it will be: so many are the `most`, `24 months`. */
  readonly provisional: boolean;
  readonly most: string;
  /** Whether the chart has periods outside the range, and such that belong to a long run. */
  readonly outside: boolean;
  readonly inRuns: boolean;
}

/** The words below a chart with a usual range; null where it has none. */
export function usualTold(subject: Subject): UsualTold | null {
  const { limits, grain } = subject.usual;
  const drawn = usualRange(subject, shownOf(subject));
  if (!limits || !drawn) return null;
  return {
    range: rangeWords(usualEnds(limits, subject), subject),
    middle: subject.numbers.sentence(limits.centre),
    base: baseOf(subject, limits),
    scale: limits.scale,
    provisional: limits.periods < mostPeriods,
    most: `${mostPeriods} ${grainWords[grain]}`,
    outside: drawn.outside.length > 0,
    inRuns: drawn.inRuns.length > 0,
  };
}

/** From which periods the range is made. */
function baseOf({ series, usual: { grain } }: Subject, { from, to, periods }: Limits): string {
  const at = (name: string) => series.findIndex(({ period }) => period === name);
  const called = (name: string) => {
    const row = series[at(name)];
    return row ? fullPeriodWords(periodOf(row)) : name;
  };
  const stretch = `${grainWords[grain]} from ${called(from)} to ${called(to)}`;
  return at(to) - at(from) + 1 > periods
    ? `${periods} of the ${stretch}, those with enough records`
    : `the ${periods} ${stretch}`;
}
