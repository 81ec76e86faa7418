import { numbersOf } from '../story/numbers.ts';
import { notKnown } from '../story/locale/en/charts.ts';
import type { Breakdown } from '../values/breakdown.ts';
import type { Edition, MetricEdition } from '../values/edition.ts';
import type { MetricValue } from '../values/value.ts';
import type { DataRow, DataTable } from './data-table.ts';

/** The breakdowns of a metric by clauses, by the term whose clauses they are. */
export function clausesByTerm(breakdowns: readonly Breakdown[]): ReadonlyMap<string, readonly Breakdown[]> {
  const clauses = breakdowns.flatMap((one) => (one.clauseOf === null ? [] : [{ term: one.clauseOf, one }]));
  return new Map([...Map.groupBy(clauses, ({ term }) => term)].map(([term, of]) => [term, of.map(({ one }) => one)]));
}

/** A row for each clause: what the metric comes to where the clause holds, and where it does not, each over how many records. */
export function clausesTable(
  { agreement }: Edition,
  { metric, values }: MetricEdition,
  clauses: readonly Breakdown[],
  { grain, period }: Pick<MetricValue, 'grain' | 'period'>,
): { readonly columns: DataTable['columns']; readonly rows: readonly Pick<DataRow, 'head' | 'cells'>[] } {
  const numbers = numbersOf(metric, agreement);
  const rows = values.filter((row) => row.grain === grain && row.period === period);
  const cellsOf = (dimension: string, member: string): string[] => {
    const value = rows.find((row) => row.dimension === dimension && row.member === member);
    if (!value) return ['–', '0'];
    return [value.value === null ? notKnown : numbers.bare.exact(value.value), count.format(value.records)];
  };
  return {
    columns: ['Where it holds', 'Records', 'Where it does not', 'Records'],
    rows: clauses.flatMap(({ dimension, cut }) =>
      cut.cut === 'test'
        ? [
            {
              head: headOf(dimension, cut.holds),
              cells: [cut.holds, cut.others].flatMap((one) => cellsOf(dimension, one)),
            },
          ]
        : [],
    ),
  };
}

/** What takes records out is told apart from what lets them in. */
const headOf = (sentence: string, holds: string): string =>
  holds === 'applies' ? `Except when: ${sentence}` : sentence;

const count = new Intl.NumberFormat('en-GB');
