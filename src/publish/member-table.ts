/** Numbers of one page that part by the same groups, side by side: what each campaign cost, and what came of it. */
import { acrossPeriod, membersIn } from '../story/figures/compared-period.ts';
import { isRanked } from '../story/is-ranked.ts';
import { comparedWords, type Subject } from '../story/subject.ts';
import { topics, type Topic } from '../values/agreement.ts';
import type { Breakdown } from '../values/breakdown.ts';
import type { Edition, MetricEdition } from '../values/edition.ts';
import { isMade } from '../values/made-of.ts';
import type { PublishedValue } from '../values/value.ts';
import { subjectFor } from './materials.ts';
import { memberRows, type MemberRow } from './member-rows.ts';

/** A metric in such a table. */
export interface MemberColumn {
  readonly one: MetricEdition;
  readonly breakdown: Breakdown;
  readonly subject: Subject;
  /** The row of the whole in the period that the column is of. */
  readonly whole: PublishedValue;
  /** `2026, so far`; '' where it is the table's own. */
  readonly period: string;
  /** What its values leave out: `business days`; '' where nothing. */
  readonly unit: string;
}

export interface MemberTable {
  readonly dimension: string;
  /** That of most columns. */
  readonly period: string;
  readonly columns: readonly MemberColumn[];
  /** The largest by the first column, the others put together, what is not recorded, and the whole. */
  readonly rows: readonly MemberRow[];
}

/** A table of fewer numbers says no more than their own lists. */
const fewestColumns = 3;

/** The groups by which several of the metrics part, those of most metrics first. Teams and people are in no such table. */
export function memberTables(edition: Edition, metrics: readonly MetricEdition[], topic: Topic): MemberTable[] {
  const dimensions = new Set(metrics.flatMap(({ metric }) => metric.breakdowns.map(({ dimension }) => dimension)));
  return [...dimensions]
    .map((dimension) => memberTable(edition, metrics, dimension, topic))
    .filter((table) => table !== null)
    .toSorted((one, other) => other.columns.length - one.columns.length);
}

function memberTable(
  edition: Edition,
  metrics: readonly MetricEdition[],
  dimension: string,
  topic: Topic,
): MemberTable | null {
  const found = metrics.flatMap((one) => columnOf(edition, one, dimension));
  const columns = inTheirOrder(edition, found, topic);
  if (columns.length < fewestColumns || columns.some(({ subject }) => !isRanked(subject, dimension))) return null;
  const period = mostCommon(columns.map(({ period: own }) => own));
  return {
    dimension,
    period,
    columns: columns.map((column) => (column.period === period ? { ...column, period: '' } : column)),
    rows: memberRows(columns, dimension),
  };
}

function columnOf(edition: Edition, one: MetricEdition, dimension: string): MemberColumn[] {
  const breakdown = one.metric.breakdowns.find((each) => each.dimension === dimension && each.clauseOf === null);
  if (!breakdown || one.metric.missing.length > 0) return [];
  const subject = subjectFor(edition, one);
  const whole = acrossPeriod(subject, dimension);
  if (!whole || membersIn(one.values, dimension, whole).length === 0) return [];
  return [{ one, breakdown, subject, whole, period: comparedWords(subject, whole), unit: subject.numbers.leftOut }];
}

/**
 * In the order in which things happen: what tells early before what came of it, and what is made of two numbers after both. Money that tells early comes first,
 * as it is spent before somebody comes; then what comes as the pages stand, the funnel's first; counts before shares; and by the stages of the funnel.
 */
function inTheirOrder({ agreement }: Edition, columns: readonly MemberColumn[], topic: Topic): MemberColumn[] {
  const stage = (term: string | null) => {
    const at = agreement.funnel.findIndex((one) => one.term !== null && one.term === term);
    return at < 0 ? agreement.funnel.length : at;
  };
  const rank = ({ one: { metric } }: MemberColumn) => [
    metric.tells === 'leading' ? 0 : 1,
    isMade(metric.wordings[0].measure) ? 1 : 0,
    metric.topic === topic && metric.unit.unit === 'money' ? 0 : 1,
    metric.topic === null ? topics.length : topics.indexOf(metric.topic),
    metric.adds.members ? 0 : 1,
    stage(metric.wordings[0].term),
  ];
  return columns.toSorted((one, other) => {
    const [own, others] = [rank(one), rank(other)];
    const first = own.findIndex((place, index) => place !== others[index]);
    return first < 0 ? 0 : (own[first] ?? 0) - (others[first] ?? 0);
  });
}

function mostCommon(words: readonly string[]): string {
  const counts = [...Map.groupBy(words, (each) => each)].toSorted(
    ([, some], [, others]) => others.length - some.length,
  );
  return counts[0]?.[0] ?? '';
}
