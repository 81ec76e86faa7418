/** Fields that records lack, filled in each of the ways that there are: see `fillings.ts`. */
import { sql, type RawBuilder, type SqlBool } from 'kysely';
import { fieldSql } from './operand.ts';
import { follow } from './follow.ts';
import { fieldNamed, join, type Place } from './place.ts';
import { fillerColumn, wayTable } from './way-table.ts';
import type { FieldPath } from '../values/tree.ts';

/** What asking for all ways adds to the facts of a wording. */
export interface Filled {
  /** Whether the record lacks one of the fields. */
  readonly lacks: RawBuilder<SqlBool>;
  /** The number of the way: 0 is the record as it is. */
  readonly way: RawBuilder<unknown>;
}

/** From here on the fields, where a record lacks them, are read as the ways fill them: there is a row for each record and way. */
export function fillNeeds(place: Place, needs: readonly FieldPath[]): Filled {
  const { statement } = place.scope;
  const empty = needs.map((path) => sql<SqlBool>`${fieldSql(place, path)} is null`);
  const { alias } = join(place.scope, 'ways', 'way', () => ({ table: wayTable, on: sql<SqlBool>`true` }));
  for (const [index, path] of needs.entries()) {
    const at = follow(place, path.links);
    statement.filled.set(
      `${at.alias}.${fieldNamed(at.kind, path.field).column}`,
      sql.ref(`${alias}.${fillerColumn(index)}`),
    );
  }
  return { lacks: sql<SqlBool>`(${sql.join(empty, sql` or `)})`, way: sql.ref(`${alias}.way`) };
}
