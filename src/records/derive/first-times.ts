import { sql, type RawBuilder } from 'kysely';
import { dayOfNumber, daySeconds, numberOfDay } from '../../calendar/local-date.ts';
import type { StoredValue } from '../../store/database.ts';
import { dialectOf } from '../../store/dialect.ts';
import type { Field, RecordKind } from '../../values/catalogue.ts';
import type { FileSource, Told } from '../source.ts';
import { kindOf } from './derivation.ts';
import type { Derivation } from './derivation.ts';
import { historyOf, linkTo, toldFields } from './told-by.ts';
import type { HistoryRows } from './told-by.ts';

/** Values that are held at a time. */
const pageRows = 10_000;

/**
 * Fills the fields that other records tell, where no column did: when a field of the record first or last became one of some values, and what
 * the first or last of the records that link to it says. A record of which nothing is told keeps the field empty.
 */
export async function deriveFirstTimes(derivation: Derivation): Promise<void> {
  const { db } = derivation.store;
  for (const { record, field: name, told } of toldFields(derivation.sources)) {
    const kind = kindOf(derivation, record);
    const field = kind.fields.find((each) => each.name === name);
    const rows = told.is === 'history' ? becoming(derivation, kind, told) : linking(derivation, kind, told);
    if (!field || !rows) continue;
    await sql`create table running_told (number ${sql.raw(dialectOf(db).place)} primary key, record bigint, value ${columnType(field)})`.execute(
      db,
    );
    await sql`insert into running_told select row_number() over (order by record), record, value from (${rows}) as found order by 1`.execute(
      db,
    );
    await fill(derivation, kind, field, told.which);
    await sql`drop table running_told`.execute(db);
  }
}

/** Days are texts and instants numbers; a table that may hold both says nothing of its type to neither. */
function columnType({ type }: Field): RawBuilder<unknown> {
  if (type.is === 'number') return sql`double precision`;
  return type.is === 'money' || type.is === 'yes-no' ? sql`bigint` : sql`text`;
}

type HistoryTold = Extract<Told, { is: 'history' }>;
type RelatedTold = Extract<Told, { is: 'related' }>;

/**
 * The moments at which the field became one of the values: a row that has one while the value before was none of them. What a record was
 * created with it became then, where its history reaches back so far.
 */
function becoming(derivation: Derivation, kind: RecordKind, told: HistoryTold): RawBuilder<unknown> | null {
  const history = historyOf(derivation.catalogue, derivation.sources, kind.name, told.field);
  if (!history) return null;
  const values = sql.join(told.values);
  const rows = changesOf(history);
  const entered = sql`select record.place as record, change.at as value
    from (${rows}) as change join ${sql.table(kind.table)} as record on record.key = change.link
    where change.value in (${values}) and change.known = 1 and (change.before is null or change.before not in (${values}))`;
  const created = kind.fields.find(({ name, mapped }) => name === 'created' && mapped);
  const today = kind.fields.find(({ name }) => name === told.field);
  if (!created || !today || forgets(derivation, history.kind.name)) return asText(entered);
  // Without a row of its own a field is as it was created, if its history tells every change and not only what it is from then on.
  const untouched = history.called === null ? sql`null` : sql`record.${sql.id(today.column)}`;
  const first = sql`select record.place as record, record.${sql.id(created.column)} as value
    from ${sql.table(kind.table)} as record left join (${rows}) as change on change.link = record.key and change.nth = 1
    where record.${sql.id(created.column)} is not null
      and case when change.link is null then ${untouched} else change."from" end in (${values})`;
  return sql`${asText(entered)} union all ${asText(first)}`;
}

/** Moments are put together as texts, since one may be a day and another an instant. */
function asText(rows: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`select record, cast(value as text) as value from (${rows}) as moment where value is not null`;
}

/** A history's rows in order, each with the value before it and which of its record's it is. What a record was first seen with did not change then. */
function changesOf({ kind, link, value, from, at, called }: HistoryRows): RawBuilder<unknown> {
  const order = sql`(partition by ${sql.id(link)} order by ${sql.id(at.column)}, ${sql.id('sequence')}, place)`;
  const before = sql`lag(${sql.id(value)}) over ${order}`;
  const written = from === null ? sql`null` : sql.id(from);
  return sql`select ${sql.id(link)} as link, ${sql.id(at.column)} as at, ${sql.id(value)} as value, ${written} as "from",
      coalesce(${written}, ${before}) as before, row_number() over ${order} as nth,
      case when coalesce(observed, 0) = 1 and seen_before is null then 0 else 1 end as known
    from ${sql.table(kind.table)}
    where ${sql.id(link)} is not null and ${sql.id(at.column)} is not null
      ${called === null ? sql`` : sql`and field in (${sql.join(called)})`}`;
}

/** A history that was cut off does not tell with what a record was created. */
function forgets({ sources }: Derivation, kind: string): boolean {
  return sources.some(
    (source): source is FileSource =>
      source.is === 'file' && source.forgets && source.gives.some(({ record }) => record === kind),
  );
}

/** What the first or last of the records that link to this one says. A moment is the earliest or latest of all; another field is that of the record that happened first or last. */
function linking({ catalogue }: Derivation, kind: RecordKind, told: RelatedTold): RawBuilder<unknown> | null {
  const others = catalogue.kinds.find(({ name }) => name === told.kind);
  const field = others?.fields.find(({ name, mapped }) => name === told.field && mapped);
  const link = others && linkTo(others, kind.name);
  if (!others || !field || !link) return null;
  const happens = others.fields.find(({ name }) => name === others.happens);
  const by = sql.id(field.type.is === 'moment' ? field.column : (happens?.column ?? 'place'));
  const order = told.which === 'first' ? sql`${by}, place` : sql`${by} desc, place desc`;
  return sql`select record.place as record, other.value as value from (
      select ${sql.id(link.column)} as link, ${sql.id(field.column)} as value,
        row_number() over (partition by ${sql.id(link.column)} order by ${order}) as nth
      from ${sql.table(others.table)} where ${sql.id(link.column)} is not null and ${by} is not null and ${sql.id(field.column)} is not null
    ) as other join ${sql.table(kind.table)} as record on record.key = other.link where other.nth = 1`;
}

interface ToldRow {
  readonly number: number;
  readonly record: number;
  readonly value: StoredValue;
}

/** Writes what was told into the field, record by record, each moment in the field's precision; of several the first or the last. */
async function fill(
  { store: { db, sqlite }, clock }: Derivation,
  kind: RecordKind,
  field: Field,
  which: Told['which'],
): Promise<void> {
  const [table, column] = [kind.table, field.column].map((name) => `"${name.replaceAll('"', '""')}"`);
  const write = sqlite.prepare(`update ${table} set ${column} = ? where place = ? and ${column} is null`);
  const inForm = field.type.is === 'moment' ? momentIn(field.type.precision, clock) : (value: StoredValue) => value;
  let best: { record: number; value: StoredValue } | null = null;
  for (let after = 0; ;) {
    const { rows } = await sql<ToldRow>`select number, record, value from running_told where number > ${after}
      order by number limit ${pageRows}`.execute(db);
    for (const { record, value } of rows) {
      const next = { record, value: inForm(value) };
      if (best?.record === record && !isNearer(next.value, best.value, which)) continue;
      if (best && best.record !== record) write.run(best.value, best.record);
      best = next;
    }
    const last = rows.at(-1);
    if (!last) break;
    after = last.number;
  }
  if (best) write.run(best.value, best.record);
}

function isNearer(next: StoredValue, best: StoredValue, which: Told['which']): boolean {
  if (next === null || best === null) return best === null;
  return which === 'first' ? next < best : next > best;
}

/** A moment that is a day or an instant, as text, in a field's precision: an instant's local day, a day's start. */
function momentIn(precision: 'day' | 'instant', clock: Derivation['clock']): (moment: StoredValue) => StoredValue {
  return (moment) => {
    const text = String(moment);
    const isDay = /^\d{4}-\d\d-\d\d$/.test(text);
    if (precision === 'day') return isDay ? text : dayOfNumber(Math.floor(clock.local(Number(text)) / daySeconds));
    return isDay ? clock.instant(numberOfDay(text) * daySeconds) : Number(text);
  };
}
