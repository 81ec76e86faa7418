/** What made-up figures over time are put together from: months counted from January 2025, and points, ticks and levels on them. */
import type { DayTick, FigureTable, Level, Point, Scale, UsualRange } from '../../../src/values/figure.ts';

const two = (number: number) => String(number).padStart(2, '0');
const short = ['Jan', 'Feb', 'March', 'April', 'May', 'June', 'July', 'Aug', 'Sept', 'Oct', 'Nov', 'Dec'];

/** The first day of a month, counted from January 2025. */
export const monthOf = (index: number) => `${2025 + Math.floor(index / 12)}-${two((index % 12) + 1)}-01`;
export const endOf = (index: number) => monthOf(index).replace(/01$/, '28');
const nameOf = (index: number) => `${short[index % 12]} ${2025 + Math.floor(index / 12)}`;

export const percent = (share: number) => `${Math.round(share * 100)}%`;
export const whole = (number: number) => String(number).replace('-', '−');

/** A point for each value, by month; `over` for all of them, `last` for the newest. */
export function pointsFrom(
  values: readonly (number | null)[],
  over: Partial<Point> & { last?: Partial<Point> } = {},
): Point[] {
  const { last, ...all } = over;
  return values.map((value, index): Point => ({
    from: monthOf(index), to: endOf(index), value, mark: 'kept', state: 'complete', old: false,
    says: `${nameOf(index)}: ${value === null ? 'not known' : whole(value)}`, ...all,
    ...(index === values.length - 1 ? last : {}),
  })); // prettier-ignore
}

/** Points that are `kept` until now, marked by what was agreed and by where it is broken. */
export const judged = (points: readonly Point[], agreed: number, broken: number): Point[] =>
  points.map((point) => {
    if (point.value === null || point.mark !== 'kept') return point;
    return { ...point, mark: point.value >= agreed ? 'kept' : point.value < broken ? 'broken' : 'slipping' };
  });

/** The newest is `so far`, and has no mark. */
export const soFar = { state: 'so far', mark: 'none' } as const;
export const open = { state: 'open', mark: 'none' } as const;

/** `Jan 2025` for a January, else the month; `now` for the newest complete one. */
export const tick = (index: number, now = false): DayTick => ({
  day: monthOf(index),
  label: index % 12 === 0 && !now ? nameOf(index) : (short[index % 12] ?? ''),
  now,
});

export const scaleOf = (from: number, to: number, at: readonly number[], say = whole): Scale => ({
  from,
  to,
  ticks: at.map((each) => ({ at: each, label: say(each) })),
});

/** Three years, so that a level covers whatever months a figure has. */
export const level = (value: number, said: string, from = 0, to = 200): Level => ({
  from: monthOf(from),
  to: endOf(to),
  value,
  label: `agreed: ${said}`,
});

export const usualRange = (lower: number, upper: number, over: Partial<UsualRange> = {}): UsualRange => ({
  from: monthOf(0), to: endOf(11), lower, upper, centre: (lower + upper) / 2, label: 'usual range', outside: [], inRuns: [], ...over,
}); // prettier-ignore

/** The points as the rows of a table. */
export const tableOf = (points: readonly { readonly says: string }[]): FigureTable => ({
  head: ['Month', 'What it came to'],
  rows: points.map(({ says }) => says.split(': ')),
});

/** Of a figure that has nothing to show. */
export const nothing = { empty: 'Nothing is known yet.' } as const;
