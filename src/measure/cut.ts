/** Into which member of a breakdown a record falls: as a column of the facts, and as readers see it. */
import { sql, type RawBuilder } from 'kysely';
import { columnType } from './column-type.ts';
import { fieldByDay } from './operand.ts';
import type { Place } from './place.ts';
import { inNoBand, notRecorded, type Band, type BandEnd, type Cut } from '../values/breakdown.ts';
import type { StoredValue } from '../store/database.ts';
import type { FieldPath, ValueType } from '../values/tree.ts';

/** What the column of a cut holds: the value itself, a moment's local date; of touches nothing; of bands their number in order; of a test 1 or 0. */
export function memberSql(place: Place, cut: Cut): RawBuilder<unknown> {
  switch (cut.cut) {
    case 'value':
      return valueSql(place, cut.path);
    case 'touch':
      return sql`cast(null as ${sql.raw(columnType(cut.path.type))})`;
    case 'bands':
      return cut.path.figure
        ? saidOnce(fieldByDay(place, cut.path), (value) => bandNumber(value, cut.bands))
        : bandNumber(fieldByDay(place, cut.path), cut.bands);
    case 'test':
      return sql`case when ${place.scope.statement.reader.truthOf(cut.test, place).holds} then 1 else 0 end`;
  }
}

/** What a source itself calls not recorded is. */
function valueSql(place: Place, path: FieldPath): RawBuilder<unknown> {
  const value = fieldByDay(place, path);
  return path.type.is === 'text' ? sql`nullif(${value}, ${notRecorded})` : value;
}

/** A value that may take its time, and is spoken of more than once: engines work out each mention of it anew. */
function saidOnce(
  value: RawBuilder<unknown>,
  speak: (value: RawBuilder<unknown>) => RawBuilder<unknown>,
): RawBuilder<unknown> {
  return sql`(select ${speak(sql.ref('once.value'))} from (select ${value} as ${sql.id('value')}) as ${sql.id('once')})`;
}

/** In no band: one more than the last's. Empty stays empty. */
function bandNumber(value: RawBuilder<unknown>, bands: readonly Band[]): RawBuilder<unknown> {
  const whens = bands.map((band, index) => sql`when ${inBand(value, band)} then ${sql.lit(index)}`);
  return sql`case when ${value} is null then null ${sql.join(whens, sql` `)} else ${sql.lit(bands.length)} end`;
}

function inBand(value: RawBuilder<unknown>, { from, to }: Band): RawBuilder<unknown> {
  const end = (side: BandEnd | null, sign: '>' | '<'): RawBuilder<unknown>[] =>
    side === null ? [] : [sql`${value} ${sql.raw(side.inside ? `${sign}=` : sign)} ${sql.lit(side.at)}`];
  const ends = [...end(from, '>'), ...end(to, '<')];
  return ends.length === 0 ? sql`true` : sql.join(ends, sql` and `);
}

/** The type of the values in a cut's column. */
export const memberType = (cut: Cut): ValueType =>
  cut.cut === 'value' || cut.cut === 'touch' ? cut.path.type : { is: 'number' };

/** A member as readers see it. */
export function memberName(cell: StoredValue | undefined, cut: Cut): string {
  if (cell === null || cell === undefined || cell === '') return notRecorded;
  switch (cut.cut) {
    case 'value':
    case 'touch':
      return cut.path.type.is === 'yes-no' ? (Number(cell) === 1 ? 'yes' : 'no') : String(cell);
    case 'bands':
      return cut.bands[Number(cell)]?.name ?? inNoBand;
    case 'test':
      return Number(cell) === 1 ? cut.holds : cut.others;
  }
}

/** The order of the members where the cut tells one; else they stand in the order of their names. */
export function memberOrder(cut: Cut): readonly string[] {
  switch (cut.cut) {
    case 'value':
    case 'touch':
      return [];
    case 'bands':
      return [...cut.bands.map(({ name }) => name), inNoBand, notRecorded];
    case 'test':
      return [cut.holds, cut.others];
  }
}
