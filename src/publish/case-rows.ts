/** Records as a list of things to do shows them: what helps to act, where the CRM has it. */
import type { Kysely } from 'kysely';
import { Temporal } from 'temporal-polyfill';
import { compareText } from '../agreement/compare-text.ts';
import { linkTo } from '../records/crm-link.ts';
import type { AnyTables } from '../store/bulk.ts';
import type { Agreement } from '../values/agreement.ts';
import type { Case, CaseColumn } from '../values/cases.ts';
import type { Catalogue, Field, FieldType, RecordKind } from '../values/catalogue.ts';
import { majorOf } from './major-units.ts';

/** What is told of a record, in this order, as far as its kind has it and a source maps it. */
const told = [
  'name',
  'account',
  'stage',
  'status',
  'amount',
  'created',
  'closed',
  'next step on',
  'next step',
  'owner',
];

/** So many keys are looked up at once. */
const atOnce = 500;

export interface Listing {
  readonly db: Kysely<AnyTables>;
  readonly agreement: Agreement;
  readonly catalogue: Catalogue;
  /** Where the CRM shows the records of a kind. */
  readonly links: ReadonlyMap<string, string>;
}

type Row = AnyTables[string];

/** The fields that are told of records of a kind. */
const toldOf = ({ fields }: RecordKind): Field[] =>
  told.flatMap((name) => fields.filter((field) => field.name === name && field.mapped));

/** The columns of a list of a kind's records: an amount is followed by its currency. */
export function caseColumns(kind: RecordKind, catalogue: Catalogue): CaseColumn[] {
  return toldOf(kind).flatMap(({ name, type }): CaseColumn[] => {
    if (type.is === 'money')
      return [
        { name, is: 'money' },
        { name: 'currency', is: 'text' },
      ];
    if (type.is === 'link') return [{ name, is: namedKind(catalogue, type) ? 'text' : 'key' }];
    return [{ name, is: type.is === 'moment' ? 'day' : type.is === 'number' ? 'number' : 'text' }];
  });
}

/** These records, the largest amount first, of equal ones the oldest first; at most so many. */
export async function caseRows(
  listing: Listing,
  kind: RecordKind,
  keys: readonly string[],
  most: number,
): Promise<Case[]> {
  const rows = await rowsOf(listing, kind.table, keys);
  const first = inOrder(listing, kind, rows).slice(0, most);
  const names = await namesOf(listing, kind, first);
  return first.map((row) => ({
    key: String(row['key']),
    link: linkOf(listing, kind, row),
    cells: toldOf(kind).flatMap((field) => cellsOf(listing, field, row, names)),
  }));
}

async function rowsOf({ db }: Listing, table: string, keys: readonly string[]): Promise<Row[]> {
  const found: Row[] = [];
  for (let from = 0; from < keys.length; from += atOnce)
    found.push(
      ...(await db
        .selectFrom(table)
        .selectAll()
        .where('key', 'in', keys.slice(from, from + atOnce))
        .execute()),
    );
  return found;
}

function inOrder({ agreement }: Listing, kind: RecordKind, rows: readonly Row[]): Row[] {
  const amount = toldOf(kind).find(({ type }) => type.is === 'money');
  const happens = kind.fields.find(({ name }) => name === kind.happens);
  const worth = (row: Row) => (amount ? Number(row[amount.column] ?? 0) * rateOf(agreement, row['currency']) : 0);
  const begun = (row: Row) => (happens ? String(row[happens.column] ?? '') : '');
  return rows.toSorted(
    (one, other) =>
      worth(other) - worth(one) ||
      compareText(begun(one), begun(other)) ||
      compareText(String(one['key']), String(other['key'])),
  );
}

/** The newest rate of a currency, to put amounts in order by: no number is made of it. */
function rateOf({ company, currencies }: Agreement, currency: unknown): number {
  if (currency === null || currency === undefined || currency === company.currency) return 1;
  const rates = currencies.rates.filter((rate) => rate.currency === currency);
  return rates.toSorted((one, other) => compareText(other.from ?? '', one.from ?? ''))[0]?.rate ?? 0;
}

/** The kind that a link leads to, with its field for names, where a source maps one. */
function namedKind({ kinds }: Catalogue, type: FieldType): { kind: RecordKind; name: Field } | null {
  const kind = type.is === 'link' ? kinds.find(({ name }) => name === type.to) : undefined;
  const name = kind?.fields.find((field) => field.name === 'name' && field.mapped);
  return kind && name ? { kind, name } : null;
}

/** The names of what these records link to, by kind and key, where a source maps names. */
async function namesOf(listing: Listing, kind: RecordKind, rows: readonly Row[]): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>();
  for (const { type, column } of toldOf(kind)) {
    const linked = namedKind(listing.catalogue, type);
    if (!linked) continue;
    const { kind: other, name } = linked;
    const keys = [...new Set(rows.flatMap((row) => (row[column] === null ? [] : [String(row[column])])))];
    for (const row of await rowsOf(listing, other.table, keys))
      if (row[name.column] !== null) names.set(`${other.name} ${String(row['key'])}`, String(row[name.column]));
  }
  return names;
}

function cellsOf(
  { agreement }: Listing,
  { type, column }: Field,
  row: Row,
  names: ReadonlyMap<string, string>,
): Case['cells'] {
  const value = row[column] ?? null;
  if (type.is === 'money') {
    const currency = String(row['currency'] ?? agreement.company.currency);
    return value === null ? [null, null] : [majorOf(Number(value), currency), currency];
  }
  if (value === null) return [null];
  if (type.is === 'link') return [names.get(`${type.to} ${String(value)}`) ?? String(value)];
  if (type.is === 'number') return [Number(value)];
  if (type.is === 'moment' && type.precision === 'instant')
    return [localDay(Number(value), agreement.company.timeZone)];
  return [String(value)];
}

const localDay = (instant: number, timeZone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(instant * 1000)
    .toZonedDateTimeISO(timeZone)
    .toPlainDate()
    .toString();

/** Its own page, else that of the first record that it belongs to. */
function linkOf({ links }: Listing, kind: RecordKind, row: Row): string | null {
  const own = links.get(kind.name);
  if (own) return linkTo(own, String(row['key']));
  for (const { type, column } of kind.fields) {
    const link = type.is === 'link' && type.to !== 'user' ? links.get(type.to) : undefined;
    if (link && row[column] !== null) return linkTo(link, String(row[column]));
  }
  return null;
}
