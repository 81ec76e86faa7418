/** Asks for values of hand-made records, as queries answer them. */
import { sql, type Kysely } from 'kysely';
import * as c from './company.ts';
import { calendarDemand } from '../../../src/measure/calendar-demand.ts';
import { selectOf, startAt, type Select } from '../../../src/measure/place.ts';
import { readerInSql } from '../../../src/measure/sentences-in-sql.ts';
import { noDemand, type Statement } from '../../../src/measure/statement.ts';
import { canonicalKinds } from '../../../src/records/kinds.ts';
import { fillCalendarTables } from '../../../src/store/calendar-tables.ts';
import type { AnyTables } from '../../../src/store/bulk.ts';
import type { Agreement } from '../../../src/values/agreement.ts';
import type { Catalogue } from '../../../src/values/catalogue.ts';
import type { Condition, FieldPath, Moment, Pick, Records, Told, Value } from '../../../src/values/tree.ts';

/** The canonical kinds with all that a source may fill: sequences and histories too. */
export const catalogue: Catalogue = {
  kinds: c.catalogue.kinds.map((kind) => {
    const canonical = canonicalKinds.find(({ name }) => name === kind.name);
    return { ...kind, sequence: canonical?.sequence ?? null, history: canonical?.history ?? null };
  }),
};

export interface Asked {
  readonly agreement?: Partial<Agreement>;
  readonly tables: Readonly<Record<string, readonly c.Row[]>>;
  readonly asOf?: string;
  readonly knows?: Statement['knows'];
  /** The local date whose rates change money. */
  readonly day?: string;
}

export type Answers = Readonly<Record<string, unknown>>;

/** What the records of a kind, by key, answer to a value. */
export async function answers(kind: string, value: Value, asked: Asked): Promise<Answers> {
  return ask(kind, asked, (reader, place) => reader.valueAt(place, value).sql);
}

/** What a condition comes to for the records of a kind, by key: `yes` or `no`, and whether it waits. */
export async function verdicts(kind: string, condition: Condition, asked: Asked): Promise<Answers> {
  return ask(kind, asked, (reader, place) => {
    const { holds, waits } = reader.truthOf(condition, place);
    const still = waits ? sql`case when ${waits} then ', waits' else '' end` : sql`''`;
    return sql`case when ${holds} then 'yes' else 'no' end || ${still}`;
  });
}

/** The select that answers a value. */
export function selectFor(
  kind: string,
  { agreement = {}, asOf = '2026-11-09T05:40:00Z', knows = 'all', day = '2026-06-01' }: Omit<Asked, 'tables'>,
  of: (reader: typeof readerInSql, place: ReturnType<typeof startAt>) => ReturnType<typeof sql>,
): { select: Select; statement: Statement } {
  const statement: Statement = {
    agreement: c.agreementOf(agreement),
    catalogue,
    reader: readerInSql,
    demand: noDemand(),
    calendar: 'office',
    asOf: c.instant(asOf),
    asOfDay: asOf.slice(0, 10),
    knows,
    judged: null,
    counted: null,
    among: null,
    day: () => sql<string>`${day}`,
    horizon: null,
    aliases: new Set(),
    kinds: new Set(),
    todays: new Set(),
    needs: [],
    filled: new Map(),
  };
  const place = startAt(statement, kind);
  const value = of(readerInSql, place);
  const { scope } = place;
  const key = sql.ref(`${place.alias}.key`).as('key');
  const select = selectOf({ ...scope, joins: scope.joins.values() }).select([key, value.as('value')]);
  return { select, statement };
}

async function ask(kind: string, asked: Asked, of: Parameters<typeof selectFor>[2]): Promise<Answers> {
  const { agreement = {}, tables, asOf = '2026-11-09T05:40:00Z' } = asked;
  const db = await c.storeWith(tables, asOf);
  const found = selectFor(kind, asked, of);
  const any = db as unknown as Kysely<AnyTables>;
  const agreed = c.agreementOf(agreement);
  const demand = await calendarDemand(any, agreed, found.statement.demand, [c.instant(asOf)]);
  await fillCalendarTables(any, { agreement: agreed, ...demand });
  const rows = await any.selectFrom(found.select.as('asked')).selectAll().execute();
  await db.destroy();
  return Object.fromEntries(rows.map(({ key, value }) => [String(key), value]));
}

/** `its last activity's ...`: the field's path starts from the kind picked. */
export const picked = (which: Pick['which'], of: Records, path: FieldPath, by: string | null = null): Told => ({
  value: 'picked',
  pick: { which, records: of, by },
  path,
});
export const told = (value: Told): Moment => ({ moment: 'told', told: value });
