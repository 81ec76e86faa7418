import type { MultiplesFigure, Panel, RankedBar, RankedFigure } from '../../values/figure.ts';
import { notRecorded } from '../../values/breakdown.ts';
import type { Grain } from '../../values/period.ts';
import type { PublishedValue } from '../../values/value.ts';
import * as en from '../locale/en/charts.ts';
import { isRanked } from '../is-ranked.ts';
import { parts } from '../statements/parts.ts';
import { state } from '../statements/statement-kind.ts';
import { calledIn, levelsOf, type Subject } from '../subject.ts';
import { isOfRecords, isShare } from '../traits.ts';
import { agreedOrder, placeAmong } from '../member-order.ts';
import { comparedPeriod, hasFew, membersIn } from './compared-period.ts';
import { agreedLevels, firstAndLast, pointsOf } from './over-time.ts';
import { shareScale } from './scale.ts';
import { multiplesTable, rankedTable } from './tables.ts';

/** Past so many members the rest is not drawn; the table beside the chart has them all. */
const mostBars = 12;
const mostPanels = 8;

const bySize = (one: PublishedValue, other: PublishedValue) =>
  (other.value ?? -Infinity) - (one.value ?? -Infinity) || (one.member < other.member ? -1 : 1);

const byName = (one: PublishedValue, other: PublishedValue) => (one.member < other.member ? -1 : 1);

/** Members by how many records they have, so that what is drawn is what matters; ties by name. */
const byWeight = (one: PublishedValue, other: PublishedValue) =>
  other.records - one.records || (one.member < other.member ? -1 : 1);

function barOf(subject: Subject, row: PublishedValue): RankedBar {
  const { metric, numbers } = subject;
  const parts = isOfRecords(metric) && row.denominator !== null && row.numerator !== null;
  return {
    name: en.memberWords(row.member),
    value: row.value,
    label: row.value === null ? en.notKnown : numbers.bare.short(row.value, isShare(metric) ? levelsOf(subject) : []),
    detail: parts ? en.ofWords(row.numerator ?? 0, row.denominator ?? 0) : '',
    mark: row.mark.mark,
    few: hasFew(subject, row),
  };
}

/** What the members show, in words; where nothing is told of them, or of another period than this, what they are. */
function titleOf(subject: Subject, dimension: string, whole: PublishedValue | undefined): string {
  const told = state(parts, subject, dimension);
  return whole && told?.facts['period'] === whole.period
    ? told.words
    : en.rankedTitle(subject.metric.title, dimension, whole ? calledIn(subject, whole) : '');
}

/** In the agreed order; where there is none from the greatest down, those with few records later. What is not recorded is always last. */
function inOrder(subject: Subject, dimension: string, rows: readonly PublishedValue[]): PublishedValue[] {
  const agreed = orderIn(subject, dimension);
  const place = placeAmong(agreed);
  const few = (row: PublishedValue) => (agreed.length === 0 && hasFew(subject, row) ? 1 : 0);
  const unrecorded = ({ member }: PublishedValue) => (member === notRecorded ? 1 : 0);
  return rows
    .toSorted(isRanked(subject, dimension) ? bySize : byName)
    .toSorted(
      (one, other) =>
        unrecorded(one) - unrecorded(other) || few(one) - few(other) || place(one.member) - place(other.member),
    );
}

function orderIn({ metric, agreement, catalogue }: Subject, dimension: string): readonly string[] {
  const breakdown = metric.breakdowns.find((one) => one.dimension === dimension);
  return breakdown ? agreedOrder(breakdown, agreement, catalogue) : [];
}

/** Whether all bars of few records stand together below the others, so that a heading over them says it. */
function fewStandLast(bars: readonly RankedBar[]): boolean {
  const first = bars.findIndex(({ few }) => few);
  return first >= 0 && bars.slice(first).every(({ few }) => few);
}

/** The members of a breakdown in a period, by default the one that they are compared in; null where there are none. */
export function rankedFigure(
  subject: Subject,
  values: readonly PublishedValue[],
  dimension: string,
  whole: PublishedValue | null = comparedPeriod(subject, values, dimension),
): RankedFigure | null {
  const { metric } = subject;
  const ofPeriod = whole ? membersIn(values, dimension, whole) : [];
  if (!whole || ofPeriod.length === 0) return null;
  const rows = ofPeriod.toSorted(metric.adds.members ? bySize : byWeight).slice(0, mostBars);
  const shown = inOrder(subject, dimension, rows);
  const level = metric.adds.members ? null : whole.target;
  const known = rows.flatMap(({ value }) => (value === null ? [] : [value]));
  const bars = shown.map((row) => barOf(subject, row));
  return {
    figure: 'ranked',
    title: titleOf(subject, dimension, whole),
    description: en.rankedDescription(bars),
    table: rankedTable(dimension, bars),
    to: isShare(metric) ? 1 : Math.max(...known, level ?? 0, 0) || 1,
    bars,
    fewLabel: fewStandLast(bars) ? en.fewLabel : '',
    level:
      level === null
        ? null
        : { value: level, label: en.agreedLabel(subject.numbers.bare.short(level), null, metric.promise !== null) },
  };
}

/** A member's series: one row for each of the periods that are shown, null where it has none. */
type Series = readonly (PublishedValue | null)[];

/** The whole's periods of a grain that panels show, up to the newest that is over: about a year. */
function panelPeriods({ latest }: Subject, values: readonly PublishedValue[], grain: Grain): readonly PublishedValue[] {
  const wholes = values.filter((row) => row.grain === grain && row.dimension === '' && row.to <= (latest?.to ?? ''));
  return wholes.toSorted((one, other) => (one.from < other.from ? -1 : 1)).slice(grain === 'quarter' ? -5 : -13);
}

/** Members with enough records to compare in most of the periods and in the newest one, the largest first. */
function comparable(
  subject: Subject,
  values: readonly PublishedValue[],
  dimension: string,
  shown: readonly PublishedValue[],
): Series[] {
  const rows = values.filter((row) => row.dimension === dimension && shown.some(({ period }) => period === row.period));
  const members = [...Map.groupBy(rows, ({ member }) => member).values()];
  const series = members.map((own): Series =>
    shown.map(({ period }) => own.find((row) => row.period === period) ?? null),
  );
  const enough = (row: PublishedValue | null | undefined) => row != null && !hasFew(subject, row);
  const placeOf = placeAmong(orderIn(subject, dimension));
  const place = (one: Series) => placeOf(one.at(-1)?.member ?? '');
  const weight = (one: Series) => one.reduce((sum, row) => sum + (row?.records ?? 0), 0);
  return series
    .filter((one) => enough(one.at(-1)) && one.filter(enough).length * 2 > one.length)
    .toSorted((one, other) => weight(other) - weight(one))
    .slice(0, mostPanels)
    .toSorted((one, other) => place(one) - place(other));
}

function panelOf(subject: Subject, series: Series, shown: readonly PublishedValue[]): Panel[] {
  const rows = shown.map(
    (whole, index) => series[index] ?? { ...whole, value: null, numerator: null, denominator: null },
  );
  const newest = series.at(-1);
  if (!newest) return [];
  const { name, label, mark } = barOf(subject, newest);
  return [{ name, label, mark, points: pointsOf(subject, rows) }];
}

/**
 * The largest members' lines over the last year on one scale, by quarter where their months are too small to compare;
 * null where fewer than two can be compared, for what adds up, and for what has one number of all time.
 */
export function multiplesFigure(
  subject: Subject,
  values: readonly PublishedValue[],
  dimension: string,
): MultiplesFigure | null {
  const { latest, metric } = subject;
  if (!latest || latest.grain === 'all' || !isShare(metric)) return null;
  for (const grain of new Set<Grain>([latest.grain, 'quarter'])) {
    const shown = panelPeriods(subject, values, grain);
    const series = comparable(subject, values, dimension, shown);
    if (series.length >= 2)
      return multiplesOf(
        subject,
        dimension,
        series.flatMap((one) => panelOf(subject, one, shown)),
        shown,
      );
  }
  return null;
}

function multiplesOf(
  subject: Subject,
  dimension: string,
  panels: Panel[],
  shown: readonly PublishedValue[],
): MultiplesFigure {
  const { numbers } = subject;
  const say = (value: number) => numbers.short(value);
  const drawn = panels.flatMap(({ points }) => points.flatMap(({ value }) => value ?? []));
  return {
    figure: 'multiples',
    title: titleOf(subject, dimension, shown.at(-1)),
    description: en.multiplesDescription(panels),
    table: multiplesTable(subject, panels, shown),
    scale: shareScale([...drawn, ...shown.flatMap((row) => row.target ?? [])], say),
    days: firstAndLast(shown),
    panels,
    levels: agreedLevels(subject, shown).map((level) => ({ ...level, label: say(level.value) })),
  };
}
