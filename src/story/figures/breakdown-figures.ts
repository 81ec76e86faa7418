import type { MultiplesFigure, Panel, RankedBar, RankedFigure } from '../../values/figure.ts';
import type { MetricValue } from '../../values/value.ts';
import * as en from '../locale/en.ts';
import { markOf } from '../mark-of.ts';
import { calledIn, levelsOf, type Subject } from '../subject.ts';
import { isAdditive, isShare, targetOf } from '../target-of.ts';
import { agreedLevels, dayTicks, pointsOf, shownOf } from './over-time.ts';
import { scaleFromZero, shareScale } from './scale.ts';

/** Past so many members the rest is not drawn; the table beside the chart has them all. */
const mostBars = 12;
const mostPanels = 8;
const panelPeriods = 13;

const bySize = (one: MetricValue, other: MetricValue) =>
  (other.value ?? -Infinity) - (one.value ?? -Infinity) || (one.member < other.member ? -1 : 1);

/** Members by how many records they have, so that what is drawn is what matters; ties by name. */
const byWeight = (one: MetricValue, other: MetricValue) =>
  other.records - one.records || (one.member < other.member ? -1 : 1);

function barOf(subject: Subject, row: MetricValue): RankedBar {
  const { metric, numbers } = subject;
  const parts = isShare(metric) && row.denominator !== null && row.numerator !== null;
  return {
    name: en.memberWords(row.member),
    value: row.value,
    label: row.value === null ? en.notKnown : numbers.short(row.value, isShare(metric) ? levelsOf(subject) : []),
    detail: parts ? en.ofWords(row.numerator ?? 0, row.denominator ?? 0) : '',
    mark: markOf(metric, row).mark,
  };
}

/** The members of a breakdown in the newest period that is over, from the greatest down; null where there are none. */
export function rankedFigure(subject: Subject, values: readonly MetricValue[], dimension: string): RankedFigure | null {
  const { latest, metric } = subject;
  if (!latest) return null;
  const ofPeriod = values.filter(
    (row) => row.dimension === dimension && row.period === latest.period && row.records > 0,
  );
  if (ofPeriod.length === 0) return null;
  const rows = ofPeriod
    .toSorted(isAdditive(metric) ? bySize : byWeight)
    .slice(0, mostBars)
    .toSorted(bySize);
  const level = isAdditive(metric) ? null : targetOf(metric, latest);
  const known = rows.flatMap(({ value }) => (value === null ? [] : [value]));
  const bars = rows.map((row) => barOf(subject, row));
  return {
    figure: 'ranked',
    title: en.rankedTitle(metric.title, dimension, calledIn(subject, latest)),
    description: en.rankedDescription(bars),
    to: isShare(metric) ? 1 : Math.max(...known, level ?? 0, 0) || 1,
    bars,
    level:
      level === null
        ? null
        : { value: level, label: en.agreedLabel(subject.numbers.short(level), null, metric.promise !== null) },
  };
}

/** The largest members' lines over the last year on one scale; null where fewer than two have one, or for what adds up. */
export function multiplesFigure(
  subject: Subject,
  values: readonly MetricValue[],
  dimension: string,
): MultiplesFigure | null {
  const { latest, metric } = subject;
  if (!latest || !isShare(metric)) return null;
  const shown = shownOf(subject)
    .filter(({ from }) => from <= latest.from)
    .slice(-panelPeriods);
  const first = shown[0]?.from ?? '';
  const inGrain = values.filter(
    (row) => row.dimension === dimension && row.grain === latest.grain && row.from >= first && row.from <= latest.from,
  );
  const members = inGrain.filter((row) => row.period === latest.period && row.value !== null).toSorted(byWeight);
  if (members.length < 2) return null;
  const panels = members.slice(0, mostPanels).map((row): Panel => {
    const series = inGrain
      .filter(({ member }) => member === row.member)
      .toSorted((one, other) => (one.from < other.from ? -1 : 1));
    const bar = barOf(subject, row);
    return { name: bar.name, label: bar.label, mark: bar.mark, points: pointsOf(subject, series) };
  });
  const drawn = panels.flatMap(({ points }) => points.flatMap(({ value }) => (value === null ? [] : [value])));
  const targets = shown.flatMap((row) => targetOf(metric, row) ?? []);
  const say = (value: number) => subject.numbers.short(value);
  return {
    figure: 'multiples',
    title: en.rankedTitle(metric.title, dimension, calledIn(subject, latest)),
    description: en.multiplesDescription(panels),
    scale: isShare(metric) ? shareScale([...drawn, ...targets], say) : scaleFromZero(drawn, say),
    days: dayTicks(subject, shown, 'ends'),
    panels,
    levels: agreedLevels(subject, shown).map((level) => ({ ...level, label: say(level.value) })),
  };
}
