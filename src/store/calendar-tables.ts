/**
 * Local time and business time as tables, so that a query joins them by equality on any engine.
 *
 * | table | key | holds |
 * |---|---|---|
 * | slot | slot = instant / 900 | the local date of the quarter hour, and what its clock shows in seconds after midnight |
 * | day | day, number | the names of its week, month, quarter and year; its parts; its clock: instant = `starts + clock + (case when clock >= change then shift else 0 end)` |
 * | calendar_period | name, as in `week`, `month`, `quarter` and `year` of a day | its first and last local date |
 * | month | month, as in `month_number` of a day | its first day's number, and how many days it has |
 * | deadline | clock, slot | the other end of a window: `case when x < cut then due else due_late end + moves * x`, x = instant - slot * 900; only of slots in use |
 * | day_deadline | clock, day | the same between local dates |
 * | working_day | calendar, day | its number among the working days, or that of the next; whether it is one |
 * | opening | calendar, slot | opening time until an instant: `before + open * x`; where a clock starts that is started at the slot's start; the last working day by then |
 * | working_quarter | calendar, number of a working day, quarter hour of its clock | within its hours, the instant `instant + moves * x` and the opening time until then `before + open * x` |
 * | exchange | currency, day | `per_million` minor units of the currency, in minor units of the reporting currency |
 * | clock | clock | the clock's name; after the clocks, what the calendars are asked for |
 *
 * Those of a calendar are made only for the calendars that are asked for.
 */
import { insertMany, type AnyTables, type Cell } from './bulk.ts';
import { calendarRows, type CalendarTask } from './calendar-rows.ts';
import { localTime } from '../calendar/local-time.ts';
import { slotSeconds } from '../calendar/slots.ts';
import type { CreateTableBuilder, Kysely } from 'kysely';

interface Table {
  readonly columns: Readonly<Record<string, 'text' | 'integer' | 'bigint'>>;
  readonly key: readonly string[];
}

const dayClock = { starts: 'bigint', change: 'integer', shift: 'integer' } as const;

const tables = {
  slot: { columns: { slot: 'integer', day: 'text', clock: 'integer' }, key: ['slot'] },
  day: {
    columns: {
      day: 'text',
      week: 'text',
      month: 'text',
      quarter: 'text',
      year: 'text',
      number: 'integer',
      ...dayClock,
      fiscal_year: 'integer',
      fiscal_quarter: 'integer',
      month_name: 'text',
      weekday: 'text',
      month_number: 'integer',
      month_day: 'integer',
    },
    key: ['day'],
  },
  calendar_period: { columns: { name: 'text', first: 'text', last: 'text' }, key: ['name'] },
  month: { columns: { month: 'integer', first: 'integer', days: 'integer' }, key: ['month'] },
  deadline: {
    columns: { clock: 'integer', slot: 'integer', due: 'bigint', moves: 'integer', cut: 'integer', due_late: 'bigint' },
    key: ['clock', 'slot'],
  },
  day_deadline: { columns: { clock: 'integer', day: 'text', due: 'text' }, key: ['clock', 'day'] },
  working_day: {
    columns: { calendar: 'text', day: 'text', number: 'integer', open: 'integer' },
    key: ['calendar', 'day'],
  },
  opening: {
    columns: {
      calendar: 'text',
      slot: 'integer',
      before: 'bigint',
      open: 'integer',
      starts_on: 'integer',
      clock: 'integer',
      last_day: 'integer',
    },
    key: ['calendar', 'slot'],
  },
  working_quarter: {
    columns: {
      calendar: 'text',
      number: 'integer',
      quarter: 'integer',
      instant: 'bigint',
      moves: 'integer',
      before: 'bigint',
      open: 'integer',
    },
    key: ['calendar', 'number', 'quarter'],
  },
  exchange: { columns: { currency: 'text', day: 'text', per_million: 'bigint' }, key: ['currency', 'day'] },
  clock: { columns: { clock: 'integer', name: 'text' }, key: ['clock'] },
} as const satisfies Readonly<Record<string, Table>>;

type TableName = keyof typeof tables;

/** The names of the tables; no kind of record may have one. */
export const calendarTables = Object.keys(tables) as readonly TableName[];

/** Makes the tables anew and fills them. */
export async function fillCalendarTables(db: Kysely<AnyTables>, task: CalendarTask): Promise<void> {
  const margin = 2 * 366 * 86_400;
  const from = task.slots.first * slotSeconds - margin;
  const time = localTime(task.agreement.company.timeZone, from, task.slots.last * slotSeconds + margin);
  const rows: Readonly<Record<TableName, Iterable<readonly Cell[]>>> = calendarRows(task, time);
  for (const name of calendarTables) {
    await createTable(db, name);
    await insertMany(db, name, Object.keys(tables[name].columns), rows[name]);
  }
  await db.schema.createIndex('day_by_number').on('day').column('number').unique().execute();
}

async function createTable(db: Kysely<AnyTables>, name: TableName): Promise<void> {
  const { columns, key }: Table = tables[name];
  await db.schema.dropTable(name).ifExists().execute();
  let table: CreateTableBuilder<string, string> = db.schema.createTable(name);
  const [first] = key;
  for (const [column, type] of Object.entries(columns)) {
    table = table.addColumn(column, type, (of) =>
      key.length === 1 && column === first ? of.primaryKey() : of.notNull(),
    );
  }
  if (key.length > 1) table = table.addPrimaryKeyConstraint(`${name}_key`, [...key]);
  await table.execute();
}

/** What the tables were last filled for: see `demandedNames`. */
export async function readDemandedNames(db: Kysely<AnyTables>): Promise<string[]> {
  const rows = await db.selectFrom('clock').select('name').orderBy('clock').execute();
  return rows.map((row) => String(row['name']));
}
