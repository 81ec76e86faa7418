import { sql, type Kysely } from 'kysely';
import { deadlines, dayDeadlines, slotsAt } from '../calendar/deadlines.ts';
import { dayOfNumber, daySeconds, numberOfDay } from '../calendar/local-date.ts';
import { localTime } from '../calendar/local-time.ts';
import { periodOf } from '../calendar/periods.ts';
import { slotOf, slotRange, slotSeconds } from '../calendar/slots.ts';
import { sourceName, type MomentSource } from './moment-source.ts';
import type { Demand } from './statement.ts';
import type { AnyTables } from '../store/bulk.ts';
import type { CalendarTask, ClockDemand } from '../store/calendar-rows.ts';
import type { Day } from '../values/period.ts';

/** Moments outside of these are slips of the pen; the calendar does not reach them. */
export const earliest: Day = '1971-01-01';
const latest: Day = '2150-12-31';
export const bounds = { first: 31_536_000, last: 5_711_817_600 };

/** Days beside the first and last that are asked for: distances look at the months beside. */
const besideDays = 62;
/** How far computed moments may lie from those of records, in seconds. */
const reach = 20 * 366 * daySeconds;

interface Extent<T> {
  readonly first: T;
  readonly last: T;
}

type Column = MomentSource & { readonly source: 'column' };
type End = MomentSource & { readonly source: 'end' };
type Agreed = CalendarTask['agreement'];

/** What the calendar tables must hold so that the compiled statements find every moment that the records have. */
export async function calendarDemand(
  db: Kysely<AnyTables>,
  agreement: Agreed,
  demand: Demand,
  asOf: readonly number[],
): Promise<Omit<CalendarTask, 'agreement'>> {
  const times = timesOf(db, agreement);
  const instants: Extent<number>[] = [{ first: Math.min(...asOf), last: Math.max(...asOf) }];
  const days: Extent<Day>[] = [];
  for (const source of demand.moments.values()) {
    const found = await times.extent(source);
    if (found.instants) instants.push(found.instants);
    if (found.days) days.push(found.days);
  }
  const clocks: ClockDemand[] = [];
  for (const { clock, anchors, days: asked } of demand.clocks.values()) {
    clocks.push({ clock, slots: await times.slots({ source: 'any', of: [...anchors.values()] }), days: asked });
  }
  const { first, last } = widest(instants) ?? bounds;
  const covered = widest([...days, { first: dayBeside(first, -1), last: dayBeside(last, 1) }]);
  return {
    slots: slotRange(first, last),
    days: {
      first: shifted(covered?.first ?? earliest, -besideDays),
      last: shifted(covered?.last ?? latest, besideDays),
    },
    clocks,
    workingDays: demand.workingDays,
    openings: demand.openings,
    workingQuarters: demand.workingQuarters,
  };
}

const dayBeside = (instant: number, days: number): Day => dayOfNumber(Math.floor(instant / daySeconds) + days);
const shifted = (day: Day, days: number): Day => dayOfNumber(numberOfDay(day) + days);

function widest<T extends string | number>(extents: readonly Extent<T>[]): Extent<T> | null {
  const [one, ...others] = extents;
  if (!one) return null;
  return others.reduce(
    (whole, { first, last }) => ({
      first: first < whole.first ? first : whole.first,
      last: last > whole.last ? last : whole.last,
    }),
    one,
  );
}

interface Extents {
  readonly instants: Extent<number> | null;
  readonly days: Extent<Day> | null;
}

/** The times that moments have: looked up for columns, computed for all that starts from them. Each is looked up once. */
function timesOf(db: Kysely<AnyTables>, agreement: Agreed) {
  const columns = new Map<string, Promise<Extents>>();
  const columnSlots = new Map<string, Promise<number[]>>();
  const once = <T>(known: Map<string, Promise<T>>, source: Column, read: () => Promise<T>): Promise<T> => {
    const name = sourceName(source);
    const found = known.get(name) ?? read();
    known.set(name, found);
    return found;
  };

  return { extent, slots };

  async function extent(source: MomentSource): Promise<Extents> {
    switch (source.source) {
      case 'column':
        return once(columns, source, () => columnExtent(db, source));
      case 'day':
        return { instants: null, days: inBounds(source.day) ? { first: source.day, last: source.day } : null };
      case 'instant':
        return { instants: { first: source.instant, last: source.instant }, days: null };
      case 'any': {
        const all = await Promise.all(source.of.map(extent));
        return {
          instants: widest(all.flatMap(({ instants }) => instants ?? [])),
          days: widest(all.flatMap(({ days }) => days ?? [])),
        };
      }
      case 'end':
        return source.precision === 'day' ? dayEnds(source) : extentOfSlots(await slots(source));
      case 'edge':
        return edges(source);
    }
  }

  async function slots(source: MomentSource): Promise<number[]> {
    switch (source.source) {
      case 'column':
        return source.precision === 'day' ? [] : once(columnSlots, source, () => slotsOfColumn(db, source));
      case 'day':
      case 'edge':
        return [];
      case 'instant':
        return [slotOf(source.instant)];
      case 'any':
        return inOrder((await Promise.all(source.of.map(slots))).flat());
      case 'end':
        return source.precision === 'day' ? [] : slotEnds(source);
    }
  }

  /** The slots in which the windows end that start in the anchor's. */
  async function slotEnds({ of, clock }: End): Promise<number[]> {
    const starts = await slots(of);
    const [first, last] = [starts[0], starts.at(-1)];
    if (first === undefined || last === undefined) return [];
    const time = localTime(agreement.company.timeZone, first * slotSeconds - reach, last * slotSeconds + reach);
    const ends = deadlines(clock, starts, { first, last }, time, agreement.calendars);
    return inOrder([...ends].flatMap(([, end]) => slotsAt(end)));
  }

  /** The local dates that a moment may have. */
  async function localDays(of: MomentSource): Promise<Extent<Day> | null> {
    const { instants, days } = await extent(of);
    const local = instants && { first: dayBeside(instants.first, -1), last: dayBeside(instants.last, 1) };
    return widest([local, days].filter((one) => one !== null));
  }

  async function edges({ of, grain }: MomentSource & { readonly source: 'edge' }): Promise<Extents> {
    const days = await localDays(of);
    const period = (day: Day) => periodOf(grain, day, agreement.company);
    return { instants: null, days: days && { first: period(days.first).from, last: period(days.last).to } };
  }

  async function dayEnds({ of, clock }: End): Promise<Extents> {
    const starts = await localDays(of);
    if (!starts) return { instants: null, days: null };
    const ends = [starts.first, starts.last].flatMap((day) => [
      ...dayDeadlines(clock, { first: day, last: day }, agreement.calendars),
    ]);
    return { instants: null, days: widest(ends.map(([, due]) => ({ first: due, last: due }))) };
  }
}

const inBounds = (day: Day): boolean => earliest <= day && day <= latest;

const inOrder = (slots: readonly number[]): number[] =>
  [...new Set(slots)].filter((slot) => slot >= 0).sort((one, other) => one - other);

function extentOfSlots(slots: readonly number[]): Extents {
  const [first, last] = [slots[0], slots.at(-1)];
  if (first === undefined || last === undefined) return { instants: null, days: null };
  return { instants: { first: first * slotSeconds, last: (last + 1) * slotSeconds - 1 }, days: null };
}

/** First and last value of a column inside the bounds. */
async function columnExtent(db: Kysely<AnyTables>, { table, column, precision }: Column): Promise<Extents> {
  const within = precision === 'day' ? { first: earliest, last: latest } : bounds;
  const [row] = await db
    .selectFrom(table)
    .select(({ fn }) => [fn.min(column).as('first'), fn.max(column).as('last')])
    .where(sql<boolean>`${sql.ref(column)} between ${within.first} and ${within.last}`)
    .execute();
  if (!row || row.first === null || row.last === null) return { instants: null, days: null };
  return precision === 'day'
    ? { instants: null, days: { first: String(row.first), last: String(row.last) } }
    : { instants: { first: Number(row.first), last: Number(row.last) }, days: null };
}

/** The slots, in order, that a column has a moment in. */
async function slotsOfColumn(db: Kysely<AnyTables>, { table, column }: Column): Promise<number[]> {
  const slot = sql<number>`${sql.ref(column)} / ${sql.lit(slotSeconds)}`;
  const rows = await db
    .selectFrom(table)
    .select(slot.as('slot'))
    .distinct()
    .where(sql<boolean>`${sql.ref(column)} between ${bounds.first} and ${bounds.last}`)
    .execute();
  return inOrder(rows.map((row) => Number(row['slot'])));
}
