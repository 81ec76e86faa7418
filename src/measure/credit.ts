import { sql, type RawBuilder } from 'kysely';
import { creditDimension } from '../agreement/credit-words.ts';
import { amountPath } from './amount.ts';
import { memberColumn } from './facts.ts';
import { touchTable } from './touches.ts';
import type { Select } from './place.ts';
import type { Parting } from './tally.ts';
import type { Measure } from '../values/agreement.ts';
import type { Breakdown, CreditModel } from '../values/breakdown.ts';

/** Counts, and numbers that are no amounts of money, are split to the millionth. */
const millionths = 1_000_000;

/** Into how many pieces one of what a measure adds up is cut: credit is a whole number of these. */
export const piecesOf = (measure: Measure): number => (amountPath(measure)?.type.is === 'money' ? 1 : millionths);

/** Weights are kept to the thousandth of a percent. */
const weightOf = (percent: number): number => Math.round(percent * 1000);

const wholeNumber = (value: RawBuilder<unknown>): RawBuilder<unknown> => sql`cast(${value} as bigint)`;

/** What there is to split of a fact. */
function wholeOf(measure: Measure): RawBuilder<unknown> {
  const path = amountPath(measure);
  if (path === null) return wholeNumber(sql.lit(millionths));
  const amount = sql.ref('fact.amount');
  return path.type.is === 'money' ? amount : wholeNumber(sql`floor(${amount} * ${sql.lit(millionths)} + 0.5)`);
}

const number = sql.ref('touch.number');
const touches = sql.ref('touch.touches');

/** A part of the whole, by weights; towards zero. */
const part = (whole: RawBuilder<unknown>, weight: number, of: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`(${whole} * ${wholeNumber(sql.lit(weight))} / ${of})`;

/** What the touches other than the earliest get of the whole by a model, and what the earliest gets: all that they leave. */
function creditOf(model: CreditModel, whole: RawBuilder<unknown>): RawBuilder<unknown> {
  switch (model.model) {
    case 'recorded':
      return whole;
    case 'first touch':
      return sql`case when ${number} = 1 then ${whole} else 0 end`;
    case 'last touch':
      return sql`case when ${number} = ${touches} then ${whole} else 0 end`;
    case 'even': {
      const other = part(whole, 1, touches);
      return sql`case when ${number} = 1 then ${whole} - (${touches} - 1) * ${other} else ${other} end`;
    }
    case 'by position':
      return byPosition(model, whole);
  }
}

function byPosition(
  model: Extract<CreditModel, { model: 'by position' }>,
  whole: RawBuilder<unknown>,
): RawBuilder<unknown> {
  const [first, last, between] = [weightOf(model.first), weightOf(model.last), weightOf(model.between)];
  const ends = first + last;
  const lastOfTwo = ends === 0 ? part(whole, 1, sql.lit(2)) : part(whole, last, sql.lit(ends));
  const all = sql.lit(ends + between);
  const lastOfMore = part(whole, last, all);
  const other = part(whole, between, sql`(${wholeNumber(all)} * (${touches} - 2))`);
  return sql`case
    when ${touches} = 1 then ${whole}
    when ${touches} = 2 and ${number} = 1 then ${whole} - ${lastOfTwo}
    when ${touches} = 2 then ${lastOfTwo}
    when ${number} = 1 then ${whole} - ${lastOfMore} - (${touches} - 2) * ${other}
    when ${number} = ${touches} then ${lastOfMore}
    else ${other} end`;
}

/**
 * The facts of a parting with their credit by a model: a row for each fact and touch that gets some. Columns: those of `facts.ts` that a
 * measure reads, `period`, `member` and `credit`. A fact without touches goes where it is recorded.
 */
export function creditedFacts(
  { facts, period }: Parting,
  breakdown: Breakdown,
  index: number,
  model: CreditModel,
  measure: Measure,
): Select {
  const whole = wholeOf(measure);
  const columns = [
    ...['key', 'kept', 'waits', 'unpriced'].map((column) => sql.ref(`fact.${column}`).as(column)),
    (period === null ? sql`''` : sql.ref(period)).as('period'),
  ];
  const recorded = sql.ref(`fact.${memberColumn(index)}`);
  if (model.model === 'recorded' || !breakdown.credit) {
    return facts.select([...columns, recorded.as('member'), whole.as('credit')]);
  }
  const isTouched = sql`${sql.ref('touch.key')} is not null`;
  const credit = sql`case when ${isTouched} then ${creditOf(model, whole)} else ${whole} end`;
  return facts
    .leftJoin(`${touchTable(index)} as touch`, 'touch.key', 'fact.key')
    .select([
      ...columns,
      sql`case when ${isTouched} then ${sql.ref('touch.member')} else ${recorded} end`.as('member'),
      credit.as('credit'),
    ])
    .where(sql<boolean>`not coalesce(${credit} = 0 and ${whole} <> 0, false)`);
}

/** A breakdown's models: the agreed one under its own dimension, and those that are shown beside it. */
export function modelsOf({ dimension, credit }: Breakdown): { dimension: string; model: CreditModel }[] {
  if (!credit) return [{ dimension, model: { model: 'recorded' } }];
  const beside = credit.beside.map((model) => ({ dimension: creditDimension(dimension, model), model }));
  return [{ dimension, model: credit.agreed }, ...beside];
}
