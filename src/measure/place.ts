import { expressionBuilder, type Expression, type RawBuilder, type SelectQueryBuilder, type SqlBool } from 'kysely';
import { freshAlias, kindNamed, type Statement } from './statement.ts';
import type { SqlMoment } from './moments.ts';
import type { Truth } from './truth.ts';
import type { AnyTables } from '../store/bulk.ts';
import type { Field, RecordKind } from '../values/catalogue.ts';

/** A left join. It never repeats a row: `on` is an equality with the joined table's key. */
export interface RecordJoin {
  readonly table: string;
  readonly alias: string;
  readonly on: Expression<SqlBool>;
}

/** One `select`: its table and the joins that its conditions asked for. */
export interface Scope {
  readonly statement: Statement;
  readonly table: string;
  readonly alias: string;
  readonly joins: Map<string, RecordJoin>;
  /** What was already said of its records, by name: it is said once. */
  readonly said: Map<string, Said>;
  /** Terms that each of its records is of, by its `where`: whoever asks again need not. */
  readonly given: Set<string>;
}

/** Something that can be compared, as SQL: null where it is empty. */
export interface Operand {
  readonly sql: RawBuilder<unknown>;
  readonly waits: Truth['waits'];
}

/** A figure of a record, or a record that was picked, and whether it may still change. */
export type Said =
  | ({ readonly said: 'value' } & Operand)
  | { readonly said: 'moment'; readonly moment: SqlMoment }
  | { readonly said: 'record'; readonly place: Place; readonly waits: Truth['waits'] };

/** A record in a select: the one it counts, or one that links lead to. */
export interface Place {
  readonly scope: Scope;
  readonly kind: RecordKind;
  readonly alias: string;
}

export type Select = SelectQueryBuilder<AnyTables, string, object>;

/** A select over the records of a kind, with nothing asked yet. */
export function startAt(statement: Statement, kindName: string): Place {
  const kind = kindNamed(statement, kindName);
  const alias = freshAlias(statement, kind.table);
  return {
    scope: { statement, table: kind.table, alias, joins: new Map(), said: new Map(), given: new Set() },
    kind,
    alias,
  };
}

/** Adds a join to a scope unless it is there. */
export function join(
  scope: Scope,
  key: string,
  wanted: string,
  make: (alias: string) => Omit<RecordJoin, 'alias'>,
): RecordJoin {
  const known = scope.joins.get(key);
  if (known) return known;
  const alias = freshAlias(scope.statement, wanted);
  const made = { ...make(alias), alias };
  scope.joins.set(key, made);
  return made;
}

/** @throws where the kind has no such field, which the agreement's reader has ruled out. */
export function fieldNamed(kind: RecordKind, name: string): Field {
  const field = kind.fields.find((one) => one.name === name);
  if (!field) throw new Error(`${kind.name} has no field "${name}"`);
  return field;
}

/** The select of a scope with all its joins; nothing is selected yet. */
export function selectOf(scope: Pick<Scope, 'table' | 'alias'> & { joins: Iterable<RecordJoin> }): Select {
  let query: Select = expressionBuilder<AnyTables, never>().selectFrom(`${scope.table} as ${scope.alias}`);
  for (const { table, alias, on } of scope.joins) {
    query = query.leftJoin(`${table} as ${alias}`, (builder) => builder.on(on));
  }
  return query;
}
