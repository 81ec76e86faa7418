import { sql } from 'kysely';
import type { Operand, Place } from './place.ts';
import { allOf, asked, either } from './truth.ts';
import type { Value } from '../values/tree.ts';

/** The name of the first case whose conditions all hold; where none does, the name of the others, or null. It waits where a case waits that is asked. */
export function sorted(place: Place, { cases, others }: Value & { value: 'sorted' }): Operand {
  const { reader } = place.scope.statement;
  const tests = cases.map(({ when }) => allOf(when.map((condition) => reader.truthOf(condition, place))));
  const whens = tests.map(({ holds }, index) => sql`when ${holds} then ${sql.lit(cases[index]?.name ?? '')}`);
  return {
    sql: sql`(case ${sql.join(whens, sql` `)} else ${others === null ? sql`null` : sql.lit(others)} end)`,
    waits: either(asked(tests)),
  };
}
