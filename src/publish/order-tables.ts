/** Metrics that are broken down by the same ordered choices, such as the stages of a deal, side by side. */
import { comparedPeriod, hasFew, membersIn } from '../story/figures/compared-period.ts';
import { kindOfPath } from '../story/kind-of-path.ts';
import { memberWords, notKnown } from '../story/locale/en/charts.ts';
import { placeAmong } from '../story/member-order.ts';
import { comparedWords } from '../story/subject.ts';
import type { ChoiceOrder } from '../values/agreement.ts';
import type { Breakdown } from '../values/breakdown.ts';
import type { Edition, MetricEdition } from '../values/edition.ts';
import type { PublishedValue } from '../values/value.ts';
import { subjectFor } from './materials.ts';

/** A metric in such a table, of the period in which its members compare. */
export interface OrderedMetric {
  readonly one: MetricEdition;
  readonly breakdown: Breakdown;
  /** `third quarter of 2026`. */
  readonly period: string;
  /** What its values leave out: `days`; '' where nothing. */
  readonly unit: string;
}

export interface OrderedCell {
  readonly records: string;
  readonly value: string;
  /** From too few records to judge by. */
  readonly few: boolean;
}

export interface OrderTable {
  readonly order: ChoiceOrder;
  readonly metrics: readonly OrderedMetric[];
  /** One for each choice that any of the metrics knows, in the declared order; then what stands in no order. Null: it has no such member. */
  readonly rows: readonly { readonly head: string; readonly cells: readonly (OrderedCell | null)[] }[];
}

/** A table for each declared order by which at least two of the metrics are broken down. */
export function orderTables(edition: Edition, metrics: readonly MetricEdition[]): OrderTable[] {
  return edition.agreement.orders.flatMap((order) => {
    const columns = metrics.flatMap((one) => columnOf(edition, one, order));
    return columns.length < 2 ? [] : [{ order, metrics: columns.map(({ is }) => is), rows: rowsOf(order, columns) }];
  });
}

/** The breakdown of a metric by the choices of an order, if it has one. */
function breakdownBy({ fields }: ChoiceOrder, { metric }: MetricEdition, { catalogue }: Edition): Breakdown | null {
  const isBy = ({ cut }: Breakdown) => {
    if (cut.cut !== 'value' || cut.path.figure) return false;
    const kind = kindOfPath(cut.path, catalogue);
    return fields.some((one) => one.kind === kind && one.field === cut.path.field);
  };
  return metric.breakdowns.find(isBy) ?? null;
}

interface Column {
  readonly is: OrderedMetric;
  readonly cells: ReadonlyMap<string, OrderedCell>;
}

function columnOf(edition: Edition, one: MetricEdition, order: ChoiceOrder): Column[] {
  const breakdown = breakdownBy(order, one, edition);
  if (!breakdown) return [];
  const subject = subjectFor(edition, one);
  const period = comparedPeriod(subject, one.values, breakdown.dimension);
  if (!period) return [];
  const say = ({ value }: PublishedValue) => (value === null ? notKnown : subject.numbers.bare.short(value));
  const cells = membersIn(one.values, breakdown.dimension, period).map((row): [string, OrderedCell] => [
    row.member,
    { records: count.format(row.records), value: say(row), few: hasFew(subject, row) },
  ]);
  const is = { one, breakdown, period: comparedWords(subject, period), unit: subject.numbers.leftOut };
  return cells.length === 0 ? [] : [{ is, cells: new Map(cells) }];
}

function rowsOf({ choices }: ChoiceOrder, columns: readonly Column[]): OrderTable['rows'] {
  const place = placeAmong(choices);
  const members = [...new Set(columns.flatMap(({ cells }) => [...cells.keys()]))];
  return members
    .toSorted((one, other) => place(one) - place(other) || one.localeCompare(other, 'en'))
    .map((member) => ({ head: memberWords(member), cells: columns.map(({ cells }) => cells.get(member) ?? null) }));
}

const count = new Intl.NumberFormat('en-GB');
