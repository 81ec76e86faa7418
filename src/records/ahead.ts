import { sql } from 'kysely';
import { dayOfNumber, daySeconds } from '../calendar/local-date.ts';
import type { LocalTime } from '../calendar/local-time.ts';
import { recordTables } from '../store/database.ts';
import type { NewStore } from '../store/open.ts';
import type { Catalogue } from '../values/catalogue.ts';
import { placesOf } from './load/place.ts';
import type { RowKeeper } from './load/row-keeper.ts';
import type { FileSource } from './source.ts';

/**
 * Empties moments that lie past the time at which their file was written, where the source says so: what is still to come has not been
 * done. Where that time is not known they stay.
 */
export async function emptyAhead(
  files: readonly { readonly source: FileSource }[],
  { db }: NewStore,
  keeper: RowKeeper,
  catalogue: Catalogue,
  clock: LocalTime,
): Promise<void> {
  for (const [number, { source }] of files.entries()) {
    const { asOf } = keeper.countsOf(number);
    if (asOf === null) continue;
    const today = dayOfNumber(Math.floor(clock.local(asOf) / daySeconds));
    const { first, last } = placesOf(number);
    for (const { record, columns } of source.gives) {
      const kind = catalogue.kinds.find(({ name }) => name === record);
      for (const { field, type } of columns.filter(({ aheadIsEmpty }) => aheadIsEmpty)) {
        const column = kind?.fields.find(({ name }) => name === field)?.column;
        if (!kind || column === undefined) continue;
        await recordTables(db)
          .updateTable(kind.table)
          .set({ [column]: null })
          .where('place', '>=', first)
          .where('place', '<=', last)
          .where(sql.ref(column), '>', type.is === 'moment' && type.precision === 'day' ? today : asOf)
          .execute();
      }
    }
  }
}
