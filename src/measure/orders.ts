/** Choices in the order that the vocabulary declares for them. */
import { sql, type RawBuilder, type SqlBool } from 'kysely';
import { figureNamed } from './figures.ts';
import { heldThen } from './history-then.ts';
import { askIndex } from './indexes-asked.ts';
import { either, waiting, where, type Truth } from './truth.ts';
import { kindNamed } from './statement.ts';
import { fieldNamed, type Place } from './place.ts';
import type { ChoiceOrder } from '../values/agreement.ts';
import type { FieldPath, Value } from '../values/tree.ts';

/** Whether a choice comes before or after another. False where either is in no order. */
export function comes(place: Place, value: Value, order: 'before' | 'after', other: Value): Truth {
  const choices = orderOf(place, value) ?? orderOf(place, other);
  const { reader } = place.scope.statement;
  const [left, right] = [reader.valueAt(place, value), reader.valueAt(place, other)];
  const waits = either([left.waits, right.waits]);
  if (!choices) return waiting(where(sql`false`), waits);
  const others = orderOf(place, other) ?? choices;
  if (value.value === 'field' && other.value === 'field') {
    askForPairs(place, value.path, other.path);
    return waiting(where(isPair([left.sql, right.sql], pairs(choices, order, others))), waits);
  }
  const [one, two] = [rank(choices, value, left.sql), rank(others, other, right.sql)];
  return waiting(where(sql<SqlBool>`${one} ${sql.raw(order === 'before' ? '<' : '>')} ${two}`), waits);
}

type Pair<T> = readonly [one: T, other: T];

/** All pairs of choices of which one comes before, or after, the other. */
function pairs(ones: ChoiceOrder, order: 'before' | 'after', others: ChoiceOrder): Pair<string>[] {
  return ones.choices.flatMap((one, place) =>
    others.choices
      .filter((_, at) => (order === 'before' ? place < at : place > at))
      .map((other) => [one, other] as const),
  );
}

/** Said as a list of pairs, not by ranks: an index of the two can answer it, which leaves out those without the first. */
function isPair([left, right]: Pair<RawBuilder<unknown>>, found: readonly Pair<string>[]): RawBuilder<SqlBool> {
  if (found.length === 0) return sql<SqlBool>`false`;
  const rows = found.map(([one, other]) => sql`(${one}, ${other})`);
  return sql<SqlBool>`(${left} is not null and (${left}, ${right}) in (values ${sql.join(rows)}))`;
}

/** Of two fields of the record's own, the records are found by both. */
function askForPairs(place: Place, ...paths: readonly FieldPath[]): void {
  const { kind, scope } = place;
  const areOwn = paths.every(({ links, figure, field }) => links.length === 0 && !figure && !heldThen(place, field));
  if (!areOwn) return;
  const columns = [...paths.map(({ field }) => field), kind.happens].map((field) => fieldNamed(kind, field).column);
  askIndex(scope.statement.demand, kind.table, columns);
}

function rank({ choices }: ChoiceOrder, value: Value, choice: RawBuilder<unknown>): RawBuilder<unknown> {
  if (value.value === 'literal' && value.literal.literal === 'text') {
    const place = choices.indexOf(value.literal.text);
    return place < 0 ? sql`null` : sql`${sql.lit(place)}`;
  }
  if (choices.length === 0) return sql`null`;
  const ranks = choices.map((one, place) => sql`when ${one} then ${sql.lit(place)}`);
  return sql`(case ${choice} ${sql.join(ranks, sql` `)} end)`;
}

/** The order of the field that a value is the choice of. */
function orderOf(place: Place, value: Value): ChoiceOrder | undefined {
  switch (value.value) {
    case 'field':
    case 'picked':
      return orderOfPath(place, value.path);
    case 'or else':
      return orderOf(place, value.first) ?? orderOf(place, value.second);
    default:
      return undefined;
  }
}

function orderOfPath(place: Place, { from, links, field, figure }: FieldPath): ChoiceOrder | undefined {
  const { statement } = place.scope;
  let kind = kindNamed(statement, from);
  for (const link of links) {
    const { type } = fieldNamed(kind, link);
    if (type.is === 'link') kind = kindNamed(statement, type.to);
  }
  const at: Place = { ...place, kind };
  if (figure) return orderOf(at, figureNamed(at, field).is);
  return statement.agreement.orders.find(({ fields }) =>
    fields.some((one) => one.kind === kind.name && one.field === field),
  );
}
