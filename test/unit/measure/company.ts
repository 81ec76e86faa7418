/** A hand-made company for the tests: its records in memory, its agreement as a tree. */
import { company } from '../berlin-company.ts';
import type { Kysely } from 'kysely';
import { emptyStore } from '../../engines/empty-store.ts';
import { measure } from '../../../src/measure/measure.ts';
import { catalogueOf } from '../../../src/records/catalogue.ts';
import { createSchema } from '../../../src/store/schema.ts';
import type { Database } from '../../../src/store/database.ts';
import type { Agreement, Metric, Term, Wording, WorkCalendar } from '../../../src/values/agreement.ts';
import type { Breakdown } from '../../../src/values/breakdown.ts';
import type { Field } from '../../../src/values/catalogue.ts';
import type { FieldPath, Literal, Moment, Records, Test, Unit, Value, Window } from '../../../src/values/tree.ts';
import type { MetricValue } from '../../../src/values/value.ts';

export const catalogue = catalogueOf([]);

const at = { file: 'data/agreement/metrics/test.yml', line: 1, column: 1 };

export const office: WorkCalendar = {
  slug: 'office',
  openings: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, opens: 9 * 60, closes: 17 * 60 })),
  holidays: [{ day: '2026-10-03', name: 'German Unity Day' }],
};

/** Seconds since 1970 of `2026-10-05T09:00:00Z`. */
export const instant = (iso: string): number => Date.parse(iso) / 1000;

/** `its lead's source`, from a kind: links and a field, apart by dots. */
export function path(from: string, said: string): FieldPath {
  const names = said.split('.');
  let kind = catalogue.kinds.find((one) => one.name === from);
  let field: Field | undefined;
  for (const name of names) {
    field = kind?.fields.find((one) => one.name === name);
    if (!field) throw new Error(`${kind?.name} has no field ${name}`);
    const { type } = field;
    if (type.is === 'link') kind = catalogue.kinds.find((one) => one.name === type.to);
  }
  return { from, links: names.slice(0, -1), field: names.at(-1)!, type: field!.type, figure: false };
}

export const field = (from: string, said: string): Value => ({ value: 'field', path: path(from, said) });
export const moment = (from: string, said: string): Moment => ({
  moment: 'told',
  told: { value: 'field', path: path(from, said) },
});
export const text = (said: string): Literal => ({ literal: 'text', text: said });
export const literal = (one: Literal): Value => ({ value: 'literal', literal: one });
export const number = (one: number): Value => literal({ literal: 'number', number: one });
export const yes = literal({ literal: 'yes-no', yes: true });

export const test = (phrase: string, slots: Test['slots']): Test => ({ is: 'test', phrase, slots, said: phrase, at });

/** `within 1 business day of assigned`, or `within 5 days before assigned`. */
export const within = (amount: number, unit: Unit, side: Window['side'], anchor: Moment): Window => ({
  duration: { amount, unit },
  side,
  anchor,
});

export const records = (kind: string, more: Partial<Records> = {}): Records => ({
  kind,
  term: null,
  when: null,
  where: [],
  ...more,
});

/** `has a touch ...` */
export const has = (of: Records, how: 'at least' | 'at most' | 'exactly' = 'at least', count = 1): Test =>
  test('has', { counted: { how: { count: how, number: count }, records: of } });

export const term = (name: string, kind: string, more: Partial<Term> = {}): Term => ({
  name,
  plural: `${name}s`,
  slug: name.replaceAll(' ', '-'),
  alsoCalled: [],
  kind,
  isA: null,
  inWords: '',
  where: [],
  exceptWhen: [],
  saidButNotCounted: [],
  needs: [],
  at,
  ...more,
});

/** By the value of a field. */
export const breakdown = (dimension: string, path: FieldPath): Breakdown => ({
  dimension,
  cut: { cut: 'value', path },
  credit: null,
  clauseOf: null,
});

export const wording = (kind: string, more: Partial<Wording> = {}): Wording => ({
  from: null,
  until: null,
  measure: { measure: 'count' },
  term: null,
  kind,
  keptWhen: [],
  instead: [],
  exceptWhen: [],
  target: null,
  broken: null,
  ...more,
});

export const metric = (
  slug: string,
  wordings: readonly [Wording, ...Wording[]],
  more: Partial<Metric> = {},
): Metric => ({
  slug,
  title: slug,
  asks: '',
  promise: null,
  answeredBy: [],
  by: null,
  asOf: null,
  running: null,
  adds: { periods: true, members: true },
  needs: [],
  finest: 'month',
  breakdowns: [],
  unit: { unit: 'number' },
  calendar: 'office',
  pairedWith: null,
  tells: null,
  topic: null,
  alsoOn: [],
  atRisk: null,
  better: null,
  pitfalls: [],
  choices: [],
  moves: null,
  rateOn: null,
  headline: null,
  reviewBy: null,
  wordings,
  signatures: [],
  seal: '',
  saidButNotCounted: [],
  missing: [],
  words: { says: '', measured: '', move: null },
  at,
  ...more,
});

export const agreementOf = (more: Partial<Agreement>): Agreement => ({
  company,
  teams: [],
  calendars: [office],
  currencies: { kind: 'plan', rates: [] },
  terms: [],
  figures: [],
  orders: [],
  funnel: [],
  metrics: [],
  switchedOff: [],
  notes: [],
  ...more,
});

export type Row = Readonly<Record<string, string | number | null>>;

/** A store of the engine that the tests run for, with rows by table. All kinds come from one file, exported at `asOf`. */
export async function storeWith(
  tables: Readonly<Record<string, readonly Row[]>>,
  asOf: string,
): Promise<Kysely<Database>> {
  const db = await emptyStore();
  await createSchema(db, catalogue);
  const rows = { rows: 0, gave_records: 0, merged: 0, repeats: 0, left_out: 0, superseded: 0, deleted: 0, rejected: 0 };
  await db
    .insertInto('file_account')
    .values({ source: 'all', file: 'all.csv', as_of: instant(asOf), ...rows })
    .execute();
  for (const { name } of catalogue.kinds) {
    await db.insertInto('kind_file').values({ kind: name, source: 'all', file: 'all.csv' }).execute();
  }
  const loose = db as unknown as Kysely<Record<string, Row>>;
  for (const [table, of] of Object.entries(tables)) {
    for (const [place, row] of of.entries()) {
      await loose
        .insertInto(table)
        .values({ place, key: `${table}-${place}`, ...row })
        .execute();
    }
  }
  return db;
}

/** Measures, and gives the values back as lines that read well in a test. */
export async function valuesOf(
  agreement: Agreement,
  tables: Readonly<Record<string, readonly Row[]>>,
  asOf: string,
): Promise<readonly MetricValue[]> {
  const db = await storeWith(tables, asOf);
  const { values } = await measure({ db, agreement, catalogue });
  await db.destroy();
  return values;
}

/** `2026-10 3`: of the whole, of one grain. */
export const series = (values: readonly MetricValue[], grain: string, dimension = ''): string[] =>
  values
    .filter((value) => value.grain === grain && value.dimension === dimension)
    .map(({ period, member, value }) => [period, ...(dimension ? [member] : []), value ?? 'not known'].join(' '));
