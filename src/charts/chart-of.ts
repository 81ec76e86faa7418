import type { Figure } from '../values/figure.ts';
import { drawBridge } from './bridge.ts';
import { drawColumns } from './columns.ts';
import { drawDistribution } from './distribution.ts';
import { drawFunnel } from './funnel.ts';
import { drawLine } from './line.ts';
import { drawMarks } from './marks-row.ts';
import { drawMultiples } from './multiples.ts';
import { drawOutcomes } from './outcomes.ts';
import { drawRanked } from './ranked.ts';
import { sizes, type Size, type SizeName } from './sizes.ts';
import { drawSlope } from './slope.ts';
import { drawSpark } from './spark.ts';

type Form = Figure['figure'];
type Draw<F extends Form> = (figure: Extract<Figure, { figure: F }>, size: Size, id: string) => string;

/** One drawing for each form. Adding a form is its file and its line. */
const forms = {
  line: drawLine,
  columns: drawColumns,
  outcomes: drawOutcomes,
  ranked: drawRanked,
  multiples: drawMultiples,
  bridge: drawBridge,
  spark: drawSpark,
  funnel: drawFunnel,
  slope: drawSlope,
  distribution: drawDistribution,
  marks: drawMarks,
} satisfies { [F in Form]: Draw<F> };

/**
 * A figure as SVG, for a place on a page. `id` must be unique on the page: ids inside begin with it. Colours and fonts are the
 * page's: `chart.css` says which classes there are and which custom properties they use.
 */
export function chartOf<F extends Form>(figure: Extract<Figure, { figure: F }>, size: SizeName, id: string): string {
  const draw = forms[figure.figure] as Draw<F>;
  return draw(figure, sizes[size], id);
}
