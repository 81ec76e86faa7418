/** The periods of a company's calendar: weeks from its own first day, fiscal quarters and years. */
import { daysBetween, plusDays, plusMonths, weekdayOf } from './plain-clock.ts';
import type { Company } from '../../src/values/agreement.ts';
import type { Day, Grain, Period } from '../../src/values/period.ts';

type CutGrain = Exclude<Grain, 'all' | 'undated'>;
type Shape = Pick<Company, 'weekStarts' | 'fiscalYearStarts'>;

/** The period of a grain that a day lies in. */
export function periodAt(grain: CutGrain, day: Day, shape: Shape): Period {
  switch (grain) {
    case 'day':
      return { grain, name: day, from: day, to: day };
    case 'week': {
      const from = plusDays(day, -((weekdayOf(day) - shape.weekStarts + 7) % 7));
      return { grain, name: `week-${from}`, from, to: plusDays(from, 6) };
    }
    case 'month':
      return months(grain, `${day.slice(0, 7)}-01`, 1, day.slice(0, 7));
    case 'quarter': {
      const { from, year, quarter } = fiscalQuarter(day, shape);
      return months(grain, from, 3, `FY${year}-Q${quarter}`);
    }
    case 'year': {
      const { from, year } = fiscalYear(day, shape);
      return months(grain, from, 12, `FY${year}`);
    }
  }
}

function months(grain: CutGrain, from: Day, length: number, name: string): Period {
  return { grain, name, from, to: plusDays(plusMonths(from, length), -1) };
}

/** A fiscal year is named for the calendar year that it ends in. */
export function fiscalYear(day: Day, { fiscalYearStarts }: Shape): { from: Day; year: number } {
  const calendarYear = Number(day.slice(0, 4));
  const starts = (year: number): Day => `${year}-${String(fiscalYearStarts).padStart(2, '0')}-01`;
  const from = starts(calendarYear) <= day ? starts(calendarYear) : starts(calendarYear - 1);
  return { from, year: Number(plusDays(plusMonths(from, 12), -1).slice(0, 4)) };
}

export function fiscalQuarter(day: Day, shape: Shape): { from: Day; year: number; quarter: number } {
  const { from: start, year } = fiscalYear(day, shape);
  const quarter = [4, 3, 2, 1].find((one) => plusMonths(start, 3 * (one - 1)) <= day) ?? 1;
  return { from: plusMonths(start, 3 * (quarter - 1)), year, quarter };
}

/** The periods of a grain from that of one day to that of another. */
export function periodsFrom(grain: CutGrain, first: Day, last: Day, shape: Shape): Period[] {
  const periods: Period[] = [];
  for (let day = first; ;) {
    const period = periodAt(grain, day, shape);
    if (daysBetween(period.from, last) < 0) return periods;
    periods.push(period);
    day = plusDays(period.to, 1);
  }
}
