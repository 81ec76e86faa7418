import type { Company } from '../../values/agreement.ts';
import { weekdays } from '../../values/tree.ts';
import type { Grain, Period } from '../../values/period.ts';
import { dayPlus, daysSinceEpoch, isDay } from '../day.ts';
import type { Misfitting } from '../fits.ts';

/** What a period's name says of it; or why it is none. */
export type NamedPeriod =
  { readonly grain: Grain; readonly misfit: null } | { readonly grain: null; readonly misfit: Misfitting };

const forms: readonly (readonly [form: RegExp, grain: Grain])[] = [
  [/^\d{4}-(0[1-9]|1[0-2])$/, 'month'],
  [/^FY\d{4}-Q[1-4]$/, 'quarter'],
  [/^FY\d{4}$/, 'year'],
];

/** Reads the name of a period by the company's calendar: `2026-10`, `FY2026-Q4`, `FY2026`, `week-2026-10-05`, `2026-10-05`. */
export function periodNamed(name: string, { weekStarts }: Company): NamedPeriod {
  if (isDay(name)) return { grain: 'day', misfit: null };
  const ofForm = forms.find(([form]) => form.test(name));
  if (ofForm) return { grain: ofForm[1], misfit: null };
  const week = /^week-(.+)$/.exec(name)?.[1];
  if (week !== undefined && isDay(week)) {
    const past = (weekdayOf(week) - weekStarts + 7) % 7;
    if (past === 0) return { grain: 'week', misfit: null };
    const says = `"${name}" is no week: weeks start on ${weekdays[weekStarts - 1] ?? ''}`;
    return { grain: null, misfit: { says, fix: `did you mean "week-${dayPlus(week, -past)}"?` } };
  }
  const fix = 'write it like 2026-10, FY2026-Q4, FY2026, week-2026-10-05 or 2026-10-05';
  return { grain: null, misfit: { says: `"${name}" is no period`, fix } };
}

/** The stretch of days that a period's name stands for; null where it is none. */
export function periodCalled(name: string, company: Company): Period | null {
  const { grain } = periodNamed(name, company);
  if (grain === null) return null;
  if (grain === 'day') return { grain, name, from: name, to: name };
  if (grain === 'week') return { grain, name, from: name.slice(5), to: dayPlus(name.slice(5), 6) };
  const [year = 0, part = 1] = (name.match(/\d+/g) ?? []).map(Number);
  if (grain === 'month') return { grain, name, ...months(year, part, 1) };
  // A fiscal year is named for the calendar year that it ends in.
  const first = company.fiscalYearStarts === 1 ? year : year - 1;
  const stretch =
    grain === 'quarter'
      ? months(first, company.fiscalYearStarts + 3 * (part - 1), 3)
      : months(first, company.fiscalYearStarts, 12);
  return { grain, name, ...stretch };
}

/** So many months from one on, which may lie past the twelfth of its year. */
function months(year: number, month: number, count: number): Pick<Period, 'from' | 'to'> {
  const first = (past: number) => new Date(Date.UTC(year, month - 1 + past, 1)).toISOString().slice(0, 10);
  return { from: first(0), to: dayPlus(first(count), -1) };
}

/** 1 is Monday. 1970-01-01 was a Thursday. */
function weekdayOf(day: string): number {
  return ((((daysSinceEpoch(day) + 3) % 7) + 7) % 7) + 1;
}
