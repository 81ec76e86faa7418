import { sql, type SqlBool } from 'kysely';
import { columnOf, type HealthCheck } from './health-check.ts';

/** Durations below zero: what ended before it began. A company's own fields are durations where their names say so. */
export const belowZero: HealthCheck = ({ catalogue }) =>
  catalogue.kinds.flatMap((kind) =>
    kind.fields
      .filter(
        ({ name, type, mapped }) => mapped && type.is === 'number' && /\b(duration|minutes|hours|days)\b/.test(name),
      )
      .map((field) => ({
        kind,
        fields: [field.name],
        among: sql<SqlBool>`${columnOf(field)} is not null`,
        faulty: sql<SqlBool>`${columnOf(field)} < 0`,
      })),
  );
