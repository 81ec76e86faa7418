import type { OutcomesFigure } from '../../values/figure.ts';
import * as charts from '../locale/en/charts.ts';
import * as forms from '../locale/en/forms.ts';
import { outcomeSense, wellAndIll } from '../outcome-sense.ts';
import { countedSince } from '../same-count.ts';
import { outcomes as outcomesKind } from '../statements/outcomes.ts';
import { state } from '../statements/statement-kind.ts';
import { periodOf, type Subject } from '../subject.ts';
import { isOfRecords } from '../traits.ts';
import { dayTicks, shownOf } from './over-time.ts';
import { noteMarks } from './note-marks.ts';
import { scaleBothWays } from './scale.ts';
import { outcomesTable } from './tables.ts';

/**
 * How many records of a share came out well, did not, or wait, by period: what counts against it hangs below the line. Null where the metric is no
 * share of records, one that ripens, or one of all time.
 */
export function outcomesFigure(subject: Subject): OutcomesFigure | null {
  const rows = shownOf(subject).filter(({ denominator }) => denominator !== null);
  const { latest, metric } = subject;
  if (!isOfRecords(metric) || metric.wordings[0].measure.measure === 'conversion' || rows.length === 0 || !latest)
    return null;
  if (latest.grain === 'all') return null;
  const since = countedSince(metric);
  const sense = outcomeSense(metric);
  const labels = charts.outcomeLabels[sense];
  const outcomes = rows.map((row) => {
    const { well: kept, ill: missed } = wellAndIll(metric, row.numerator ?? 0, row.denominator ?? 0);
    const says = charts.outcomeWords(charts.fullPeriodWords(periodOf(row)), kept, missed, row.waiting, labels);
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
    forms.plainNumber,
  );
  return {
    figure: 'outcomes',
    title: state(outcomesKind, subject)?.words ?? metric.title,
    description: charts.outcomesDescription(newest?.says ?? '', labels),
    table: outcomesTable(rows, outcomes, labels),
    scale,
    days: dayTicks(subject, rows),
    outcomes,
    notes: noteMarks(subject, rows),
    labels,
    empty: charts.nothingKnown,
  };
}
