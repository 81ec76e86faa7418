/** Figures as pages ask for them: of one metric of an edition. */
import type { Edition, MetricEdition } from '../../values/edition.ts';
import type {
  ColumnsFigure,
  LineFigure,
  MultiplesFigure,
  OutcomesFigure,
  RankedFigure,
  SparkFigure,
} from '../../values/figure.ts';
import { subjectOf, type Subject } from '../subject.ts';
import { multiplesFigure, rankedFigure } from './breakdown-figures.ts';
import { mainFigure, sharesOf } from './main-figure.ts';
import { outcomesFigure } from './outcomes-figure.ts';
import { sparkFigure } from './spark-figure.ts';

const about = ({ agreement }: Edition, { metric, values, reading }: MetricEdition): Subject =>
  subjectOf({ metric, agreement, values, reading });

/** The metric over time, titled with its finding. Shares stand on one scale in the whole edition. Null: nothing is counted. */
export function mainFigureOf(edition: Edition, one: MetricEdition): LineFigure | ColumnsFigure | null {
  const subject = about(edition, one);
  if (subject.series.length === 0) return null;
  const shares = edition.metrics.flatMap((each) => sharesOf(about(edition, each)));
  return mainFigure(subject, one.finding.title.words, shares);
}

/** How many kept it, missed it and wait, by period; null where the metric is no share. */
export const outcomesFigureOf = (edition: Edition, one: MetricEdition): OutcomesFigure | null =>
  outcomesFigure(about(edition, one));

/** A breakdown's members in the finding's period. */
export const rankedFigureOf = (edition: Edition, one: MetricEdition, dimension: string): RankedFigure | null =>
  rankedFigure(about(edition, one), one.values, dimension);

/** A breakdown's members over the last year, shares only. */
export const multiplesFigureOf = (edition: Edition, one: MetricEdition, dimension: string): MultiplesFigure | null =>
  multiplesFigure(about(edition, one), one.values, dimension);

/** The last year without words, for a row of a table. */
export const sparkFigureOf = (edition: Edition, one: MetricEdition): SparkFigure | null =>
  sparkFigure(about(edition, one));

/** Whether a figure's scale starts elsewhere than at zero, which its subtitle must say; the words for where it does, or ''. */
export function scaleStart({ scale }: Pick<LineFigure, 'scale'>): string {
  const [first] = scale.ticks;
  return scale.from > 0 && first ? first.label : '';
}
