import { sql, type RawBuilder, type SqlBool } from 'kysely';
import { columnOf, kindWith, type HealthCheck } from './health-check.ts';

/** What a company's name mostly ends in, without dots and in lower case; the longer ones first. */
const legalForms = [
  'gmbh & co kg', 'gmbh', 'ag', 'kg', 'limited', 'ltd', 'llc', 'inc', 'corp', 'plc', 'bv', 'sas', 'sa', 'srl',
]; // prettier-ignore

/** Stands for the end of a name. */
const end = '|';

/** A name without what people write in several ways: case, blanks, dots, commas, hyphens and the legal form. Of other letters than a to z some engines know no case. */
function plainName(name: RawBuilder<unknown>): RawBuilder<string> {
  const lower = ['.', ',', end].reduce(
    (inner, sign) => sql`replace(${inner}, ${sql.lit(sign)}, '')`,
    sql`lower(${name})`,
  );
  const blank = sql`replace(replace(${lower}, '-', ' '), '  ', ' ')`;
  const ended = sql`trim(${blank}) || ${sql.lit(end)}`;
  const without = legalForms.reduce(
    (inner, form) => sql`replace(${inner}, ${sql.lit(` ${form}${end}`)}, ${sql.lit(end)})`,
    ended,
  );
  return sql<string>`replace(${without}, ' ', '')`;
}

/** Accounts of one name, but for case, blanks, signs and the legal form: likely one company, entered twice. */
export const sameName: HealthCheck = (ground) => {
  const found = kindWith(ground, 'account', 'name');
  const [name] = found?.fields ?? [];
  if (!found || !name) return [];
  const among = sql<SqlBool>`${columnOf(name)} <> ''`;
  return [{ kind: found.kind, fields: ['name'], among, twins: [plainName(columnOf(name))] }];
};
