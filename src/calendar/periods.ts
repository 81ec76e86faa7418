import { civilDateOf, dayNumberOf, dayOfNumber, numberOfDay, weekdayOf } from './local-date.ts';
import type { Company } from '../values/agreement.ts';
import type { Day, Grain, Period } from '../values/period.ts';

/** How the company cuts the year: first day of the week (1 is Monday) and first month of the fiscal year. */
export type YearShape = Pick<Company, 'weekStarts' | 'fiscalYearStarts'>;

/** A grain that cuts time into pieces. All time is one piece, and the undated lie in none. */
export type CutGrain = Exclude<Grain, 'all' | 'undated'>;

/** From fine to coarse. */
export const cutGrains = ['day', 'week', 'month', 'quarter', 'year'] as const satisfies readonly CutGrain[];

/** Fiscal year and quarter (1 to 4) of a day, given as days since 1970. */
export function fiscalQuarter(dayNumber: number, shape: YearShape): { year: number; quarter: number } {
  const { year, monthsIn } = fiscal(dayNumber, shape);
  return { year, quarter: Math.floor(monthsIn / 3) + 1 };
}

interface Cut {
  readonly name: string;
  readonly first: number;
  readonly next: number;
}

const monthStart = (year: number, month: number): number => dayNumberOf({ year, month, day: 1 });

/** Fiscal year (named for the year it ends in) and the months since its start, 0 to 11. */
function fiscal(dayNumber: number, shape: YearShape): { year: number; firstYear: number; monthsIn: number } {
  const { year, month } = civilDateOf(dayNumber);
  const firstYear = month >= shape.fiscalYearStarts ? year : year - 1;
  return {
    year: shape.fiscalYearStarts === 1 ? firstYear : firstYear + 1,
    firstYear,
    monthsIn: (month - shape.fiscalYearStarts + 12) % 12,
  };
}

const cuts: Record<CutGrain, (dayNumber: number, shape: YearShape) => Cut> = {
  day: (dayNumber) => ({ name: dayOfNumber(dayNumber), first: dayNumber, next: dayNumber + 1 }),
  week: (dayNumber, { weekStarts }) => {
    const first = dayNumber - ((weekdayOf(dayNumber) - weekStarts + 7) % 7);
    return { name: `week-${dayOfNumber(first)}`, first, next: first + 7 };
  },
  month: (dayNumber) => {
    const { year, month } = civilDateOf(dayNumber);
    const first = monthStart(year, month);
    return { name: dayOfNumber(first).slice(0, 7), first, next: monthStart(year, month + 1) };
  },
  quarter: (dayNumber, shape) => {
    const { year, firstYear, monthsIn } = fiscal(dayNumber, shape);
    const quarter = Math.floor(monthsIn / 3);
    const month = shape.fiscalYearStarts + quarter * 3;
    return {
      name: `FY${year}-Q${quarter + 1}`,
      first: monthStart(firstYear, month),
      next: monthStart(firstYear, month + 3),
    };
  },
  year: (dayNumber, shape) => {
    const { year, firstYear } = fiscal(dayNumber, shape);
    const month = shape.fiscalYearStarts;
    return { name: `FY${year}`, first: monthStart(firstYear, month), next: monthStart(firstYear + 1, month) };
  },
};

/** The period of a grain that a local date lies in. */
export function periodOf(grain: CutGrain, day: Day, shape: YearShape): Period {
  const { name, first, next } = cuts[grain](numberOfDay(day), shape);
  return { grain, name, from: dayOfNumber(first), to: dayOfNumber(next - 1) };
}

/** The name alone of the period that a day, given as days since 1970, lies in. */
export function periodName(grain: CutGrain, dayNumber: number, shape: YearShape): string {
  return cuts[grain](dayNumber, shape).name;
}

/** The periods of a grain from the one that `first` lies in to the one that `last` lies in. */
export function periodsBetween(grain: CutGrain, first: Day, last: Day, shape: YearShape): Period[] {
  const periods: Period[] = [];
  for (let day = first; day <= last;) {
    const period = periodOf(grain, day, shape);
    periods.push(period);
    day = dayOfNumber(numberOfDay(period.to) + 1);
  }
  return periods;
}

const shapes: readonly [CutGrain, RegExp, (parts: RegExpExecArray, shape: YearShape) => Day][] = [
  ['day', /^\d{4}-\d{2}-\d{2}$/, ([name]) => name],
  ['week', /^week-(\d{4}-\d{2}-\d{2})$/, ([, day = '']) => day],
  ['month', /^\d{4}-\d{2}$/, ([name]) => `${name}-01`],
  [
    'quarter',
    /^FY(\d{4})-Q([1-4])$/,
    ([, year, quarter], shape) => fiscalDay(Number(year), Number(quarter) - 1, shape),
  ],
  ['year', /^FY(\d{4})$/, ([, year], shape) => fiscalDay(Number(year), 0, shape)],
];

function fiscalDay(year: number, quarter: number, { fiscalYearStarts }: YearShape): Day {
  const firstYear = fiscalYearStarts === 1 ? year : year - 1;
  return dayOfNumber(monthStart(firstYear, fiscalYearStarts + quarter * 3));
}

/** The period of a name, as in `week-2026-10-05` or `FY2026-Q3`; null where no period has it. `all` is none of these. */
export function periodNamed(name: string, shape: YearShape): Period | null {
  for (const [grain, pattern, dayOf] of shapes) {
    const parts = pattern.exec(name);
    if (!parts) continue;
    const period = periodOf(grain, dayOf(parts, shape), shape);
    return period.name === name ? period : null;
  }
  return null;
}
