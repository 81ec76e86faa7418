import { clockName, type Clock } from '../calendar/clock.ts';
import { dayDeadlines, deadlines } from '../calendar/deadlines.ts';
import { days, months } from '../calendar/days.ts';
import { exchangeRows } from '../calendar/exchange.ts';
import { numberedDates, numberedDays, openingSlots, workingQuarters } from '../calendar/opening-slots.ts';
import { cutGrains, periodsBetween } from '../calendar/periods.ts';
import { slots, type DayRange, type SlotRange } from '../calendar/slots.ts';
import type { Cell } from './bulk.ts';
import type { LocalTime } from '../calendar/local-time.ts';
import type { WorkingDay } from '../calendar/openings.ts';
import type { Agreement } from '../values/agreement.ts';

/** What the calendar tables must cover. */
export interface CalendarTask {
  readonly agreement: Pick<Agreement, 'company' | 'calendars' | 'currencies'>;
  readonly slots: SlotRange;
  readonly days: DayRange;
  /** The clocks that the agreement uses; a clock's number is its place in the list. */
  readonly clocks: readonly ClockDemand[];
  /** Slugs of the calendars whose rows are asked for. */
  readonly workingDays: ReadonlySet<string>;
  readonly openings: ReadonlySet<string>;
  readonly workingQuarters: ReadonlySet<string>;
}

/** A clock and what it is asked for. */
export interface ClockDemand {
  readonly clock: Clock;
  /** The slots, in order, that its instants lie in: deadlines of others are not kept. */
  readonly slots: readonly number[];
  /** Whether it is asked for local dates too. */
  readonly days: boolean;
}

/** What the tables are filled for, in words: the clocks by number, then the calendars. */
export function demandedNames(
  clocks: Iterable<string>,
  { workingDays, openings, workingQuarters }: Pick<CalendarTask, 'workingDays' | 'openings' | 'workingQuarters'>,
): string[] {
  const of = (what: string, slugs: ReadonlySet<string>): string[] => [...slugs].map((slug) => `${what} of ${slug}`);
  return [
    ...clocks,
    ...of('working days', workingDays),
    ...of('opening time', openings),
    ...of('hours of working days', workingQuarters),
  ];
}

/** The rows of each table, in the order of its columns. See `calendar-tables.ts`. */
export function calendarRows(task: CalendarTask, time: LocalTime) {
  const { company, currencies } = task.agreement;
  return {
    slot: slots(task.slots, time),
    day: dayRows(task, time),
    calendar_period: periodRows(task),
    month: months(task.days),
    deadline: deadlineRows(task, time),
    day_deadline: dayDeadlineRows(task),
    working_day: ofCalendars(task, task.workingDays, (of) => numberedDates(of, task.days)),
    opening: ofCalendars(task, task.openings, (of) => openingRows(of, task, time)),
    working_quarter: ofCalendars(task, task.workingQuarters, (of) => quarterRows(of, time)),
    exchange: exchangeRows(currencies, company.currency, task.days),
    clock: demandedNames(
      task.clocks.map(({ clock }) => clockName(clock)),
      task,
    ).map((name, index) => [index, name]),
  };
}

function* dayRows({ agreement, days: range }: CalendarTask, time: LocalTime): Generator<Cell[]> {
  for (const row of days(range, agreement.company, time)) {
    const periods = cutGrains.map((grain) => row.periods[grain]);
    const clock = [row.number, row.starts, row.change, row.shift];
    const parts = [row.fiscalYear, row.fiscalQuarter, row.monthName, row.weekday, row.month, row.monthDay];
    yield [...periods, ...clock, ...parts];
  }
}

/** The periods longer than a day that the days lie in. */
function periodRows({ agreement: { company }, days }: CalendarTask): Cell[][] {
  const longer = cutGrains.filter((grain) => grain !== 'day');
  return longer.flatMap((grain) =>
    periodsBetween(grain, days.first, days.last, company).map(({ name, from, to }) => [name, from, to]),
  );
}

function* deadlineRows({ agreement, clocks, slots: range }: CalendarTask, time: LocalTime): Generator<Cell[]> {
  for (const [index, { clock, slots }] of clocks.entries()) {
    const rows = deadlines(clock, slots, range, time, agreement.calendars);
    for (const [slot, { due, moves, cut, dueLate }] of rows) yield [index, slot, due, moves, cut, dueLate];
  }
}

function* dayDeadlineRows({ agreement, clocks, days }: CalendarTask): Generator<Cell[]> {
  for (const [index, { clock, days: asked }] of clocks.entries()) {
    if (!asked) continue;
    for (const [day, due] of dayDeadlines(clock, days, agreement.calendars)) yield [index, day, due];
  }
}

/** Rows of the calendars that are asked for. One that is never open has none. */
function* ofCalendars(
  { agreement, days }: CalendarTask,
  asked: ReadonlySet<string>,
  rows: (of: readonly WorkingDay[]) => Iterable<readonly Cell[]>,
): Generator<Cell[]> {
  for (const calendar of agreement.calendars) {
    if (!asked.has(calendar.slug)) continue;
    for (const row of rows(numberedDays(calendar, days))) yield [calendar.slug, ...row];
  }
}

function* openingRows(of: readonly WorkingDay[], task: CalendarTask, time: LocalTime): Generator<Cell[]> {
  for (const row of openingSlots(of, task.slots, time)) {
    yield [row.slot, row.before, row.open, row.startsOn, row.clock, row.lastDay];
  }
}

function* quarterRows(of: readonly WorkingDay[], time: LocalTime): Generator<Cell[]> {
  for (const { number, quarter, instant, moves, before, open } of workingQuarters(of, time)) {
    yield [number, quarter, instant, moves, before, open];
  }
}
