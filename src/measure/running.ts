/** Values that run on: each takes in the whole of a longer period up to its own end. */
import { sql } from 'kysely';
import { compareText } from '../agreement/compare-text.ts';
import { factTable } from './fact-table.ts';
import { both } from './rolled-up.ts';
import { asked, talliesByDay, type Tally, type TallyTask } from './tally.ts';
import { insertMany } from '../store/bulk.ts';
import type { Day } from '../values/period.ts';

/** What the value of a period takes in, both ends inside. */
export interface RunningWindow {
  readonly period: string;
  readonly from: Day;
  readonly to: Day;
}

/** The temporary table that holds the windows of one grain at a time. */
const windowTable = 'running_window';

/** Tallies by windows, in order of the windows. Where groups can be combined, days are added up as each window goes on. */
export async function runningTallies(
  task: TallyTask,
  grains: readonly (readonly RunningWindow[])[],
): Promise<Tally[][]> {
  const { combine } = task.measure;
  if (combine) {
    const days = (task.byDay ?? (await talliesByDay(task))).flatMap(byMember);
    return grains.map((windows) => days.flatMap((of) => accumulated(of, windows, combine)));
  }
  const found: Tally[][] = [];
  for (const windows of grains) found.push(await joined(task, windows));
  return found;
}

/** The dated tallies of each member, in order of day. */
function byMember(days: readonly Tally[]): Tally[][] {
  const members = Map.groupBy(
    days.filter(({ period }) => period !== ''),
    ({ member }) => member,
  );
  return [...members.values()].map((of) => of.toSorted((one, other) => compareText(one.period, other.period)));
}

/** Windows and days are in order, and where a window starts later than the one before it, so does all that comes after. */
function accumulated(
  days: readonly Tally[],
  windows: readonly RunningWindow[],
  combine: (one: number, other: number) => number,
): Tally[] {
  const found: Tally[] = [];
  let next = 0;
  let from = '';
  let sum: Tally | null = null;
  for (const window of windows) {
    if (window.from !== from) sum = null;
    from = window.from;
    for (let day = days[next]; day && day.period <= window.to; day = days[++next]) {
      if (day.period >= from) sum = sum ? both(sum, day, combine) : day;
    }
    if (sum) found.push({ ...sum, period: window.period });
  }
  return found;
}

async function joined(task: TallyTask, windows: readonly RunningWindow[]): Promise<Tally[]> {
  const { db } = task;
  let table = db.schema.createTable(windowTable).temporary();
  for (const column of ['period', 'first', 'last']) table = table.addColumn(column, 'text');
  await table.execute();
  await insertMany(
    db,
    windowTable,
    ['period', 'first', 'last'],
    windows.map(({ period, from, to }) => [period, from, to]),
  );
  const facts = db
    .selectFrom(`${factTable} as fact`)
    .innerJoin(`${windowTable} as window`, (join) =>
      join.on(sql<boolean>`${sql.ref('fact.day')} between ${sql.ref('window.first')} and ${sql.ref('window.last')}`),
    );
  const found = await asked(task, { facts, period: 'window.period' });
  await db.schema.dropTable(windowTable).execute();
  return found;
}
