import { sql, type RawBuilder } from 'kysely';
import { reportingMoney } from './money.ts';
import type { Place } from './place.ts';
import type { Literal } from '../values/tree.ts';

/** A literal as an operand: yes and no as 1 and 0, a stretch of time as the number of its unit. */
export function literalSql(place: Place, literal: Literal): RawBuilder<unknown> {
  switch (literal.literal) {
    case 'text':
      return sql`${literal.text}`;
    case 'number':
      return sql`${sql.lit(literal.number)}`;
    case 'money':
      return reportingMoney(place, sql`${sql.lit(literal.minor)}`, sql`${literal.currency}`, literal.currency);
    case 'yes-no':
      return sql`${sql.lit(literal.yes ? 1 : 0)}`;
    case 'day':
      return sql`${literal.day}`;
    case 'duration':
      return sql`${sql.lit(literal.duration.amount)}`;
  }
}
