import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import type { Query } from './soql.ts';

export type Row = Readonly<Record<string, string>>;

/** An object as a test sets it: rows as Salesforce's own CSV has them. */
export interface SalesforceTable {
  columns: readonly string[];
  rows: readonly Row[];
  /** Fields whose values are formulas. */
  formulas?: readonly string[];
  /** Fields that may not be read: a query names them in vain, and no description tells of them. */
  hidden?: readonly string[];
  /** Types that are not told by the values: `{BillingAddress: 'address'}`. */
  types?: Readonly<Record<string, string>>;
  /** Bulk API 2.0 refuses it. */
  isNotBulk?: boolean;
}

/** A table of an export. */
export async function tableOf(path: string): Promise<SalesforceTable> {
  const [columns = [], ...rows]: string[][] = parse(await readFile(path, 'utf8'), { bom: true });
  return { columns, rows: rows.map((row) => Object.fromEntries(columns.map((name, at) => [name, row[at] ?? '']))) };
}

export interface Field {
  readonly name: string;
  readonly label: string;
  readonly type: string;
  readonly calculated: boolean;
}

export function fieldsOf({ columns, rows, formulas = [], hidden = [], types = {} }: SalesforceTable): readonly Field[] {
  return columns
    .filter((name) => !hidden.includes(name))
    .map((name) => ({
      name,
      label: name
        .replace(/__c$/, '')
        .replaceAll('_', ' ')
        .replace(/([a-z])([A-Z])/g, '$1 $2'),
      type: types[name] ?? typeOf(name, rows.find((row) => (row[name] ?? '') !== '')?.[name] ?? ''),
      calculated: formulas.includes(name),
    }));
}

function typeOf(name: string, value: string): string {
  if (/^(?:SystemModstamp|LastModifiedDate|CreatedDate)$/.test(name) || /^\d{4}-\d\d-\d\dT/.test(value))
    return 'datetime';
  if (/^\d{4}-\d\d-\d\d$/.test(value)) return 'date';
  if (/^(?:true|false)$/.test(value)) return 'boolean';
  if (/^-?\d+\.\d+$/.test(value)) return 'double';
  if (/^-?\d+$/.test(value)) return 'int';
  if (name === 'Id') return 'id';
  return name.endsWith('Id') ? 'reference' : 'string';
}

/** The rows that a query finds; those that were deleted only where all are asked for. */
export function found(table: SalesforceTable, { since }: Query, all: boolean): readonly Row[] {
  return table.rows.filter(
    (row) =>
      (all || row['IsDeleted'] !== 'true') && (since === null || Date.parse(row[since.field] ?? '') >= since.from),
  );
}

/** As query jobs write it: every value in quotes, line feeds. */
export function csvOf(fields: readonly string[], rows: readonly Row[]): string {
  const line = (values: readonly string[]) =>
    `${values.map((value) => `"${value.replaceAll('"', '""')}"`).join(',')}\n`;
  return line(fields) + rows.map((row) => line(fields.map((field) => row[field] ?? ''))).join('');
}

/** As queries that are answered at once write it: typed, instants with an offset. */
export function recordOf(
  table: SalesforceTable,
  object: string,
  fields: readonly string[],
  row: Row,
): Record<string, unknown> {
  const types = new Map(fieldsOf(table).map(({ name, type }) => [name, type]));
  const entries = fields.map((field) => [field, valueOf(types.get(field) ?? 'string', row[field] ?? '')]);
  const url = `/services/data/v64.0/sobjects/${object}/${row['Id']}`;
  return { attributes: { type: object, url }, ...Object.fromEntries(entries) };
}

function valueOf(type: string, value: string): string | number | boolean | null {
  if (type === 'boolean') return value === 'true';
  if (value === '') return null;
  if (type === 'int' || type === 'double') return Number(value);
  return type === 'datetime' ? value.replace(/Z$/, '+0000') : value;
}
