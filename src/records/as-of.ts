import { sql } from 'kysely';
import { dayOfNumber, daySeconds } from '../calendar/local-date.ts';
import type { LocalTime } from '../calendar/local-time.ts';
import { recordTables } from '../store/database.ts';
import type { NewStore } from '../store/open.ts';
import type { Catalogue, Field, RecordKind } from '../values/catalogue.ts';
import { lineOf, placesOf, rowOf } from './load/place.ts';
import type { RowKeeper } from './load/row-keeper.ts';
import type { FileSource } from './source.ts';

/** A fact this many days past the second newest day of all is a slip of the pen. */
const daysBelieved = 7;

/** The days on which something happened by the facts of a file, each with its last instant, or null where only the day is known. */
export type FactDays = Map<number, number | null>;

/** Notes a fact in a file's days. */
export function noteFact(days: FactDays, dayNumber: number, instant: number | null): void {
  const known = days.get(dayNumber);
  if (known === undefined || (known !== null && (instant === null || instant > known))) days.set(dayNumber, instant);
}

/** A file whose export time nothing tells but its own facts. */
export interface UndatedFile {
  readonly source: FileSource;
  readonly number: number;
  readonly days: FactDays;
}

/**
 * Finds out when files were written that nothing tells it of: the newest fact in each. A fact that lies far past all others, of all
 * such files together, would be taken for the clock; its row is rejected instead. (Together, because a file of a few rows has gaps.)
 */
export async function settleAsOf(
  files: readonly UndatedFile[],
  store: NewStore,
  keeper: RowKeeper,
  catalogue: Catalogue,
  clock: LocalTime,
): Promise<void> {
  for (let cutoff = lastBelieved(files); cutoff !== null; cutoff = lastBelieved(files)) {
    for (const file of files) {
      const ahead = [...file.days.keys()].filter((day) => day > (cutoff ?? 0));
      if (ahead.length > 0) await rejectPast(file, cutoff, store, keeper, catalogue);
      for (const day of ahead) file.days.delete(day);
    }
  }
  for (const { number, days } of files) {
    if (days.size === 0) continue;
    const newest = Math.max(...days.keys());
    keeper.countsOf(number).asOf = days.get(newest) ?? clock.instant((newest + 1) * daySeconds) - 1;
  }
}

/** The last day that is believed, or null where all are. */
function lastBelieved(files: readonly UndatedFile[]): number | null {
  let newest = -Infinity;
  let second = -Infinity;
  for (const day of files.flatMap(({ days }) => [...days.keys()])) {
    if (day > newest) [newest, second] = [day, newest];
    else if (day < newest && day > second) second = day;
  }
  return newest - second > daysBelieved && second > -Infinity ? second + daysBelieved : null;
}

async function rejectPast(
  file: UndatedFile,
  cutoff: number,
  { db }: NewStore,
  keeper: RowKeeper,
  catalogue: Catalogue,
): Promise<void> {
  const { first, last } = placesOf(file.number);
  for (const gift of file.source.gives) {
    const kind = catalogue.kinds.find((each) => each.name === gift.record);
    if (!kind) continue;
    for (const { column, header, isDay } of factsOf(kind, file.source)) {
      const bound = isDay ? dayOfNumber(cutoff) : (cutoff + 1) * daySeconds - 1;
      const rows = await recordTables(db)
        .selectFrom(kind.table)
        .select(['place', sql<string | number>`${sql.ref(column)}`.as('value')])
        .where('place', '>=', first)
        .where('place', '<=', last)
        .where(sql.ref(column), '>', bound)
        .execute();
      for (const { place, value } of rows) {
        if (!keeper.discard(place, 'rejected')) continue;
        const said = typeof value === 'number' ? dayOfNumber(Math.floor(value / daySeconds)) : value;
        const reason = `is more than ${daysBelieved} days past everything else; if it is right, say when the files were written`;
        keeper.noteRejected(file.number, { line: lineOf(rowOf(place)), column: header, value: said, reason });
      }
    }
  }
}

function factsOf(kind: RecordKind, source: FileSource): { column: string; header: string; isDay: boolean }[] {
  const facts = kind.fields.flatMap((field) => {
    const mapping = source.gives
      .find((gift) => gift.record === kind.name)
      ?.columns.find((each) => each.field === field.name);
    const isFact = field.type.is === 'moment' && field.type.may === 'be a fact';
    return mapping && isFact ? [{ column: field.column, header: headerOf(mapping.from), isDay: isDay(field) }] : [];
  });
  return [...facts, { column: 'modified', header: headerOf(source.modified), isDay: false }];
}

function headerOf(cell: FileSource['modified']): string {
  return cell?.columns.join(', ') ?? '';
}

function isDay(field: Field): boolean {
  return field.type.is === 'moment' && field.type.precision === 'day';
}
