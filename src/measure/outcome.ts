import { sql, type Expression, type SqlBool } from 'kysely';
import { ahead, windowEnd } from './windows.ts';
import { exceptTruth } from './sentences-in-sql.ts';
import { allOf, always, asked, belongs, either, type Truth } from './truth.ts';
import type { SqlMoment } from './moments.ts';
import type { Place } from './place.ts';
import type { Measure, Wording } from '../values/agreement.ts';
import type { Condition } from '../values/tree.ts';

const hasOutcome = ({ measure }: Measure): boolean => measure === 'share' || measure === 'conversion';

/** Whether a record that was there is counted at all. Measures without an outcome count what is kept. */
export function membership(wording: Wording, place: Place): Truth {
  const { reader } = place.scope.statement;
  const kept = hasOutcome(wording.measure) ? [] : judged(wording, place);
  return belongs([
    ...(wording.term === null ? [] : [reader.termTruth(wording.term, place)]),
    ...exceptTruth(truths(wording.exceptWhen, place)),
    ...(kept.length === 0 ? [] : [allOf(kept)]),
  ]);
}

/** Whether a counted record is kept. In a conversion only what happened within its window counts, and it waits until that is over. */
export function outcomeOf(wording: Wording, place: Place, by: SqlMoment | null): Truth {
  const { statement } = place.scope;
  const { measure } = wording;
  if (!hasOutcome(measure)) return always;
  if (measure.measure !== 'conversion' || !by) return allOf(judged(wording, place));
  const end = (wanted: SqlMoment['precision']): SqlMoment =>
    windowEnd(by, measure.within, 'after', by.precision === 'day' ? 'day' : wanted);
  statement.horizon = end;
  const truth = allOf(judged(wording, place));
  statement.horizon = null;
  const open = ahead(end(by.precision).sql, by.precision, statement).holds;
  return { holds: truth.holds, waits: either([truth.waits, open]) };
}

const truths = (conditions: readonly Condition[], place: Place): Truth[] =>
  conditions.map((one) => place.scope.statement.reader.truthOf(one, place));

/** By the conditions of the first test of `instead` that holds, else by `kept when`. Who is asked a test that waits, waits. */
function judged({ keptWhen, instead }: Wording, place: Place): Truth[] {
  if (instead.length === 0) return truths(keptWhen, place);
  const branches = instead.map((one) => ({
    test: place.scope.statement.reader.truthOf(one.when, place),
    kept: allOf(truths(one.keptWhen, place)),
  }));
  const other = allOf(truths(keptWhen, place));
  const choose = (of: (truth: Truth) => Expression<SqlBool>): Expression<SqlBool> => {
    const whens = branches.map(({ test, kept }) => sql`when ${test.holds} then ${of(kept)}`);
    return sql<SqlBool>`case ${sql.join(whens, sql` `)} else ${of(other)} end`;
  };
  const waits = choose((truth) => truth.waits ?? sql<SqlBool>`false`);
  return [
    {
      holds: choose((truth) => truth.holds),
      waits: either([...asked(branches.map(({ test }) => test)), waits]),
    },
  ];
}
