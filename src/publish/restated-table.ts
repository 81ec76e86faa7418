import { capital } from '../story/locale/en/forms.ts';
import { fullPeriodWords, notKnown } from '../story/locale/en/charts.ts';
import { numbersOf } from '../story/numbers.ts';
import { periodOf } from '../story/subject.ts';
import type { Edition, MetricEdition } from '../values/edition.ts';
import type { Grain } from '../values/period.ts';
import type { MetricValue } from '../values/value.ts';
import type { DataRow } from './data-table.ts';

/** Every period as it was counted and as today's wording counts it, newest first; no rows where both always come to the same. */
export function restatedTable(
  { agreement }: Edition,
  { metric, values, restated }: MetricEdition,
  grain: Grain,
): { readonly columns: readonly string[]; readonly rows: readonly Pick<DataRow, 'head' | 'cells' | 'old'>[] } {
  const numbers = numbersOf(metric, agreement);
  const say = (value: number | null | undefined) => (value == null ? notKnown : numbers.bare.exact(value));
  const isWhole = (row: MetricValue) => row.grain === grain && row.dimension === '' && row.status !== 'ahead';
  const counted = new Map(values.filter(isWhole).map((row) => [row.period, row]));
  const today = metric.wordings[0].from ?? 'the beginning';
  const rows = restated.filter(isWhole).map((row) => ({
    head: capital(fullPeriodWords(periodOf(row))) + (row.status === 'so far' ? ', so far' : ''),
    cells: [say(counted.get(row.period)?.value), say(row.value)],
    old: counted.get(row.period)?.wording !== today,
  }));
  const differ = rows.some(({ cells: [before, now] }) => before !== now);
  return { columns: ['By the wording of its day', 'By today’s wording'], rows: differ ? rows.toReversed() : [] };
}
