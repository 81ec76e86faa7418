import { apartWords } from '../story/locale/en/across.ts';
import { memberWords } from '../story/locale/en/charts.ts';
import { placeAmong } from '../story/member-order.ts';
import { numbersOf } from '../story/numbers.ts';
import type { Breakdown } from '../values/breakdown.ts';
import type { Edition, MetricEdition } from '../values/edition.ts';
import type { MetricValue } from '../values/value.ts';
import { compareText } from '../agreement/compare-text.ts';
import { otherCredit } from './counted-words.ts';
import type { DataRow } from './data-table.ts';

/** `apart`: how far each amount lies from the agreed one, `+€19,900`; '' where they are one. */
export interface CreditTable {
  readonly columns: readonly string[];
  readonly rows: readonly (Pick<DataRow, 'head' | 'cells'> & { readonly apart: readonly string[] })[];
}

/** A breakdown with credit by the agreed model first, and by the others beside it; members in the order of the chart, the rest by name. */
export function creditTable(
  { agreement }: Edition,
  { metric, values }: MetricEdition,
  breakdown: Breakdown,
  { grain, period }: Pick<MetricValue, 'grain' | 'period'>,
  order: readonly string[],
): CreditTable {
  const others = otherCredit(breakdown);
  const dimensions = [breakdown.dimension, ...others.map(({ dimension }) => dimension)];
  const numbers = numbersOf(metric, agreement);
  const rows = values.filter(
    (row) => row.grain === grain && row.period === period && dimensions.includes(row.dimension),
  );
  const byMember = Map.groupBy(rows, ({ member }) => member);
  const place = placeAmong(order);
  const members = [...byMember.keys()].sort((one, other) => place(one) - place(other) || compareText(one, other));
  return {
    columns: ['Agreed', ...others.map(({ name }) => name)],
    rows: members.map((member) => {
      const amounts = dimensions.map(
        (dimension) => byMember.get(member)?.find((row) => row.dimension === dimension)?.value ?? null,
      );
      const [agreed = null] = amounts;
      return {
        head: memberWords(member),
        cells: amounts.map((value) => (value === null ? '–' : numbers.bare.exact(value))),
        apart: amounts.map((value) => {
          const apart = (value ?? 0) - (agreed ?? 0);
          return apart === 0 ? '' : apartWords(numbers.bare.exact(Math.abs(apart)), apart > 0);
        }),
      };
    }),
  };
}
