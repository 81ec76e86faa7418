/**
 * Local time and business time as tables, so that a query joins them by equality on any engine.
 *
 * | table | key | holds |
 * |---|---|---|
 * | slot | slot = instant / 900 | the local date of the quarter hour |
 * | day | day | the names of its week, month, quarter and year |
 * | deadline | clock, slot | the other end of a window: `case when x < cut then due else due_late end + moves * x`, x = instant - slot * 900; only of slots in use |
 * | day_deadline | clock, day | the same between local dates |
 * | exchange | currency, day | `per_million` minor units of the currency, in minor units of the reporting currency |
 * | clock | clock | the clock's name |
 */
import type { Kysely } from 'kysely';
import { insertMany, type AnyTables, type Cell } from './bulk.ts';
import { clockName, type Clock } from '../calendar/clock.ts';
import { dayDeadlines, deadlines } from '../calendar/deadlines.ts';
import { exchangeRows } from '../calendar/exchange.ts';
import { localTime } from '../calendar/local-time.ts';
import { cutGrains } from '../calendar/periods.ts';
import { days, slots, slotSeconds, type DayRange, type SlotRange } from '../calendar/slots.ts';
import type { Agreement } from '../values/agreement.ts';

/** What the tables must cover. */
export interface CalendarTask {
  readonly agreement: Pick<Agreement, 'company' | 'calendars' | 'currencies'>;
  readonly slots: SlotRange;
  readonly days: DayRange;
  /** The clocks that the agreement uses; a clock's number is its place in the list. */
  readonly clocks: readonly ClockDemand[];
}

/** A clock and what it is asked for. */
export interface ClockDemand {
  readonly clock: Clock;
  /** The slots, in order, that its instants lie in: deadlines of others are not kept. */
  readonly slots: readonly number[];
  /** Whether it is asked for local dates too. */
  readonly days: boolean;
}

const tables = ['slot', 'day', 'deadline', 'day_deadline', 'exchange', 'clock'] as const;

/** Makes the tables anew and fills them. */
export async function fillCalendarTables(db: Kysely<AnyTables>, task: CalendarTask): Promise<void> {
  await createTables(db);
  const { agreement, clocks } = task;
  const margin = 2 * 366 * 86_400;
  const from = task.slots.first * slotSeconds - margin;
  const time = localTime(agreement.company.timeZone, from, task.slots.last * slotSeconds + margin);
  await insertMany(db, 'slot', ['slot', 'day'], slots(task.slots, time));
  await insertMany(db, 'day', cutGrains, dayRows(task));
  await insertMany(
    db,
    'clock',
    ['clock', 'name'],
    clocks.map(({ clock }, index) => [index, clockName(clock)]),
  );
  const { currencies, company } = agreement;
  await insertMany(
    db,
    'exchange',
    ['currency', 'day', 'per_million'],
    exchangeRows(currencies, company.currency, task.days),
  );
  for (const [index, demand] of clocks.entries()) {
    await insertMany(db, 'deadline', ['clock', 'slot', 'due', 'moves', 'cut', 'due_late'], deadlineRows(index, demand));
    if (demand.days)
      await insertMany(db, 'day_deadline', ['clock', 'day', 'due'], dayDeadlineRows(index, demand.clock));
  }

  function* deadlineRows(index: number, { clock, slots }: ClockDemand): Generator<Cell[]> {
    const rows = deadlines(clock, slots, task.slots, time, agreement.calendars);
    for (const [slot, { due, moves, cut, dueLate }] of rows) yield [index, slot, due, moves, cut, dueLate];
  }

  function* dayDeadlineRows(index: number, clock: Clock): Generator<Cell[]> {
    for (const [day, due] of dayDeadlines(clock, task.days, agreement.calendars)) yield [index, day, due];
  }
}

function* dayRows({ agreement, days: range }: CalendarTask): Generator<Cell[]> {
  for (const row of days(range, agreement.company)) yield cutGrains.map((grain) => row[grain]);
}

/** The names of the clocks that the tables were last filled for, by number. */
export async function readClocks(db: Kysely<AnyTables>): Promise<string[]> {
  const rows = await db.selectFrom('clock').select('name').orderBy('clock').execute();
  return rows.map((row) => String(row['name']));
}

async function createTables(db: Kysely<AnyTables>): Promise<void> {
  const { schema } = db;
  for (const table of tables) await schema.dropTable(table).ifExists().execute();
  await schema
    .createTable('slot')
    .addColumn('slot', 'integer', (column) => column.primaryKey())
    .addColumn('day', 'text', (column) => column.notNull())
    .execute();
  let day = schema.createTable('day').addColumn('day', 'text', (column) => column.primaryKey());
  for (const grain of cutGrains.slice(1)) day = day.addColumn(grain, 'text', (column) => column.notNull());
  await day.execute();
  await schema
    .createTable('deadline')
    .addColumn('clock', 'integer', (column) => column.notNull())
    .addColumn('slot', 'integer', (column) => column.notNull())
    .addColumn('due', 'bigint', (column) => column.notNull())
    .addColumn('moves', 'integer', (column) => column.notNull())
    .addColumn('cut', 'integer', (column) => column.notNull())
    .addColumn('due_late', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('deadline_key', ['clock', 'slot'])
    .execute();
  await schema
    .createTable('day_deadline')
    .addColumn('clock', 'integer', (column) => column.notNull())
    .addColumn('day', 'text', (column) => column.notNull())
    .addColumn('due', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('day_deadline_key', ['clock', 'day'])
    .execute();
  await schema
    .createTable('exchange')
    .addColumn('currency', 'text', (column) => column.notNull())
    .addColumn('day', 'text', (column) => column.notNull())
    .addColumn('per_million', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('exchange_key', ['currency', 'day'])
    .execute();
  await schema
    .createTable('clock')
    .addColumn('clock', 'integer', (column) => column.primaryKey())
    .addColumn('name', 'text', (column) => column.notNull())
    .execute();
}
