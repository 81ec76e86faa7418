/** By which periods a metric's page shows it: the reader chooses one, and the grain that pages report is the first choice. */
import { mainFigure } from '../story/figures/main-figure.ts';
import { grainWords } from '../story/locale/en/forms.ts';
import { plainTitle } from '../story/locale/en/grains.ts';
import { usualTold, type UsualTold } from './usual-told.ts';
import type { Edition, MetricEdition } from '../values/edition.ts';
import type { ColumnsFigure, LineFigure } from '../values/figure.ts';
import type { Grain } from '../values/period.ts';
import { reportingGrain } from '../values/reporting-grain.ts';
import { subjectFor } from './materials.ts';

/** A metric at another grain than the one that pages report. */
export interface AtGrain {
  readonly grain: Grain;
  readonly figure: LineFigure | ColumnsFigure;
  /** Null where no usual range is known at that grain. */
  readonly usual: UsualTold | null;
  /** `weeks`: some that are drawn have too few records for a mark; '' where none has. */
  readonly few: string;
}

/** From fine to coarse; all time is one number and no line. */
const drawnGrains = ['day', 'week', 'month', 'quarter', 'year'] as const satisfies readonly Grain[];

const knownAt = ({ values }: MetricEdition, grain: Grain): number =>
  values.filter((row) => row.grain === grain && row.dimension === '' && row.status !== 'ahead' && row.value !== null)
    .length;

/** The grains with a line to draw, from fine to coarse; none where there is nothing to choose from. */
export function grainsShown(one: MetricEdition): readonly Grain[] {
  const main = reportingGrain(one.metric);
  const found = drawnGrains.filter((grain) => grain === main || knownAt(one, grain) >= 2);
  return found.includes(main as (typeof drawnGrains)[number]) && found.length > 1 && knownAt(one, main) > 0
    ? found
    : [];
}

/** The chart of a metric at such a grain, with that grain's levels, marks, remarks and usual range. `shares`: those that all charts of shares are scaled by. */
export function atGrain(edition: Edition, one: MetricEdition, grain: Grain, shares: readonly number[]): AtGrain {
  const subject = subjectFor(edition, one, grain);
  const figure = mainFigure(subject, plainTitle(one.metric.title, grain), shares, true);
  const shown = subject.series.slice(-figure.points.length);
  const few = shown.some(({ mark }) => mark.why === 'too few');
  return { grain, figure, usual: usualTold(subject), few: few ? grainWords[grain] : '' };
}
