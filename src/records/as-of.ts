import { sql } from 'kysely';
import { dayOfNumber, daySeconds } from '../calendar/local-date.ts';
import type { LocalTime } from '../calendar/local-time.ts';
import { recordTables } from '../store/database.ts';
import type { NewStore } from '../store/open.ts';
import type { Catalogue, RecordKind } from '../values/catalogue.ts';
import { factFields, givesLookedUp } from './facts.ts';
import type { FactDays, FactField, FileFacts } from './facts.ts';
import { lineOf, placesOf, rowOf } from './load/place.ts';
import type { RowKeeper } from './load/row-keeper.ts';
import type { FileSource, Gift } from './source.ts';

/** A fact this many days past the second newest day of all is a slip of the pen. */
const daysBelieved = 7;

/** A file whose export time nothing tells but its own facts. */
export interface UndatedFile {
  readonly source: FileSource;
  readonly number: number;
  readonly facts: FileFacts;
}

/**
 * Finds out when files were written that nothing tells it of: the newest fact in each. A fact that lies far past all others, of all
 * such files together, would be taken for the clock; its row is rejected instead. (Together, because a file of a few rows has gaps.)
 * Exports are written together, so a file whose records are only looked up takes the newest fact of all such files. Where the other
 * files say when they were written, nothing tells it of this one, and it stays unknown.
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
      if (forgetPast(file.facts, cutoff)) await rejectPast(file, cutoff, store, keeper, catalogue);
    }
  }
  const ofOthers = files.map(({ facts }) => facts.dating);
  const tellsAll = ofOthers.some((days) => days.size > 0) || files.length === keeper.files.length;
  const together = tellsAll ? newestOf([...ofOthers, ...files.map(({ facts }) => facts.lookedUp)], clock) : null;
  for (const { source, number, facts } of files) {
    keeper.countsOf(number).asOf = newestOf([facts.dating], clock) ?? (givesLookedUp(source) ? together : null);
  }
}

/** The newest instant; a day counts to its end. */
function newestOf(facts: readonly FactDays[], clock: LocalTime): number | null {
  const instants = facts.flatMap((days) => {
    const newest = Math.max(...days.keys());
    return days.size === 0 ? [] : [days.get(newest) ?? clock.instant((newest + 1) * daySeconds) - 1];
  });
  return instants.length === 0 ? null : Math.max(...instants);
}

/** Takes out the days past a cutoff; false where there are none. */
function forgetPast({ dating, lookedUp }: FileFacts, cutoff: number): boolean {
  let found = false;
  for (const days of [dating, lookedUp]) {
    for (const day of [...days.keys()].filter((each) => each > cutoff)) found = days.delete(day) || found;
  }
  return found;
}

/** The last day that is believed, or null where all are. */
function lastBelieved(files: readonly UndatedFile[]): number | null {
  let newest = -Infinity;
  let second = -Infinity;
  for (const day of files.flatMap(({ facts }) => [...facts.dating.keys(), ...facts.lookedUp.keys()])) {
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
    for (const { column, header, isDay, when } of factsOf(kind, gift, file.source)) {
      const bound = isDay ? dayOfNumber(cutoff) : (cutoff + 1) * daySeconds - 1;
      const rows = await recordTables(db)
        .selectFrom(kind.table)
        .select(['place', sql<string | number>`${sql.ref(column)}`.as('value')])
        .where('place', '>=', first)
        .where('place', '<=', last)
        .where(sql.ref(column), '>', bound)
        .where((where) => (when ? where.or(when.map((each) => where(each, '=', 1))) : where.lit(true)))
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

interface FactColumn extends Pick<FactField, 'when'> {
  readonly column: string;
  readonly header: string;
  readonly isDay: boolean;
}

function factsOf(kind: RecordKind, gift: Gift, source: FileSource): FactColumn[] {
  const given = kind.fields.filter(({ name }) => gift.columns.some((mapping) => mapping.field === name));
  const facts = factFields(gift, given).map(({ field: { name, column, type }, when }) => {
    const mapping = gift.columns.find((each) => each.field === name);
    const isDay = type.is === 'moment' && type.precision === 'day';
    return { column, header: headerOf(mapping?.from ?? null), isDay, when };
  });
  return [...facts, { column: 'modified', header: headerOf(source.modified), isDay: false, when: null }];
}

function headerOf(cell: FileSource['modified']): string {
  return cell?.columns.join(', ') ?? '';
}
