import { sql, type Kysely } from 'kysely';
import { dayOfNumber, daySeconds } from '../calendar/local-date.ts';
import { slotRange } from '../calendar/slots.ts';
import { selectOf } from './place.ts';
import type { ClockUse, Demand, MomentColumn } from './statement.ts';
import type { AnyTables } from '../store/bulk.ts';
import type { CalendarTask, ClockDemand } from '../store/calendar-tables.ts';
import type { Day } from '../values/period.ts';

/** Moments outside of these are slips of the pen; the calendar does not reach them. */
const earliest: Day = '1971-01-01';
const latest: Day = '2150-12-31';
const bounds = { first: 31_536_000, last: 5_711_817_600 };

/** What the calendar tables must hold so that the compiled statements find every moment that the records have. */
export async function calendarDemand(
  db: Kysely<AnyTables>,
  demand: Demand,
  asOf: readonly number[],
): Promise<Omit<CalendarTask, 'agreement'>> {
  const moments = [...demand.moments.values()];
  const instants = await extremes(
    db,
    moments.filter(({ precision }) => precision === 'instant'),
    bounds,
  );
  const days = await extremes(
    db,
    moments.filter(({ precision }) => precision === 'day'),
    { first: earliest, last: latest },
  );
  const from = Math.min(...asOf, ...instants.map(({ first }) => first));
  const to = Math.max(...asOf, ...instants.map(({ last }) => last));
  const firstDays = [dayBeside(from, -1), ...days.map(({ first }) => first)];
  const lastDays = [dayBeside(to, 1), ...days.map(({ last }) => last)];
  const clocks: ClockDemand[] = [];
  for (const use of demand.clocks.values())
    clocks.push({ clock: use.clock, slots: await slotsOf(db, use), days: use.days });
  return {
    slots: slotRange(from, to),
    days: { first: firstDays.toSorted()[0] ?? earliest, last: lastDays.toSorted().at(-1) ?? latest },
    clocks,
  };
}

const dayBeside = (instant: number, days: number): Day => dayOfNumber(Math.floor(instant / daySeconds) + days);

/** First and last value of each column that has any, inside the bounds. */
async function extremes<T extends string | number>(
  db: Kysely<AnyTables>,
  moments: readonly MomentColumn[],
  { first, last }: { first: T; last: T },
): Promise<{ first: T; last: T }[]> {
  const found: { first: T; last: T }[] = [];
  for (const { table, column } of moments) {
    const [row] = await db
      .selectFrom(table)
      .select(({ fn }) => [fn.min(column).as('first'), fn.max(column).as('last')])
      .where(sql<boolean>`${sql.ref(column)} between ${first} and ${last}`)
      .execute();
    if (row && row.first !== null && row.last !== null) found.push({ first: row.first as T, last: row.last as T });
  }
  return found;
}

/** The slots, in order, in which a clock starts. */
async function slotsOf(db: Kysely<AnyTables>, { anchors }: ClockUse): Promise<number[]> {
  const found = new Set<number>();
  for (const anchor of anchors.values()) {
    if (typeof anchor === 'number') {
      found.add(anchor);
      continue;
    }
    const slots = selectOf(anchor.from)
      .select(sql<number | null>`${anchor.slot}`.as('slot'))
      .distinct();
    const rows = await db.selectFrom(slots.as('anchor')).select('anchor.slot').execute();
    for (const { slot } of rows) if (slot !== null) found.add(Number(slot));
  }
  return [...found].sort((one, other) => one - other);
}
