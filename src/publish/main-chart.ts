import { mainFigure } from '../story/figures/main-figure.ts';
import type { Edition, MetricEdition } from '../values/edition.ts';
import type { ColumnsFigure, LineFigure } from '../values/figure.ts';
import { reportingGrain } from '../values/reporting-grain.ts';
import { ownShares, subjectFor } from './materials.ts';

/**
 * The chart of a metric over time as it stands by itself, in a picture, on a screen or in another site. Null where there is nothing to draw: one
 * number of all time is no trend. Its usual range is left to the metric's page, which explains it. `shares`: those of the headline metrics, whose charts have one scale.
 */
export function mainChart(
  edition: Edition,
  one: MetricEdition,
  shares: readonly number[],
): LineFigure | ColumnsFigure | null {
  const { metric, finding } = one;
  if (metric.missing.length > 0 || reportingGrain(metric) === 'all') return null;
  const scale = metric.headline === null ? ownShares(edition, one) : shares;
  const figure = mainFigure(subjectFor(edition, one), finding.title.words, scale);
  return figure.points.length > 0 ? figure : null;
}
