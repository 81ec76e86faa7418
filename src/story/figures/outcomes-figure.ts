import type { OutcomesFigure } from '../../values/figure.ts';
import { isAboutTime } from '../deadlines.ts';
import * as en from '../locale/en.ts';
import { countedSince } from '../same-count.ts';
import { calledIn, nounsOf, periodOf, type Subject } from '../subject.ts';
import { isOfRecords } from '../traits.ts';
import { dayTicks, shownOf } from './over-time.ts';
import { scaleBothWays } from './scale.ts';

/** How many records of a share kept it, missed it or wait, by period; null where the metric is no share of records, or one that ripens. */
export function outcomesFigure(subject: Subject): OutcomesFigure | null {
  const rows = shownOf(subject).filter(({ denominator }) => denominator !== null);
  const { latest, metric } = subject;
  if (!isOfRecords(metric) || metric.wordings[0].measure.measure === 'conversion' || rows.length === 0 || !latest)
    return null;
  const since = countedSince(metric);
  const aboutTime = isAboutTime(metric.wordings[0]);
  const labels = en.outcomeLabels(aboutTime);
  const outcomes = rows.map((row) => {
    const kept = row.numerator ?? 0;
    const missed = (row.denominator ?? 0) - kept;
    const says = en.outcomeWords(en.fullPeriodWords(periodOf(row)), kept, missed, row.waiting, labels);
    return {
      from: row.from,
      to: row.to,
      kept,
      missed,
      waiting: row.waiting,
      old: since !== null && row.from < since,
      says,
    };
  });
  const newest = outcomes.find(({ from }) => from === latest.from);
  const scale = scaleBothWays(
    Math.max(...outcomes.map(({ kept, waiting }) => kept + waiting)),
    -Math.max(...outcomes.map(({ missed }) => missed)),
    en.plainNumber,
  );
  return {
    figure: 'outcomes',
    title: newest
      ? en.outcomesTitle(
          newest.missed,
          newest.kept + newest.missed,
          nounsOf(subject).many,
          calledIn(subject, latest),
          aboutTime,
        )
      : metric.title,
    description: en.outcomesDescription(newest?.says ?? '', labels),
    scale,
    days: dayTicks(subject, rows),
    outcomes,
    labels,
  };
}
