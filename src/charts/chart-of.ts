import type { Figure } from '../values/figure.ts';
import { drawColumns } from './columns.ts';
import { drawLine } from './line.ts';
import { sizes, type Size, type SizeName } from './sizes.ts';

type Form = Figure['figure'];
type Draw<F extends Form> = (figure: Extract<Figure, { figure: F }>, size: Size, id: string) => string;

/** One drawing for each form. Adding a form is its file and its line. */
const forms = {
  line: drawLine,
  columns: drawColumns,
} satisfies Partial<{ [F in Form]: Draw<F> }>;

/**
 * A figure as SVG, for a place on a page. `id` must be unique on the page: ids inside begin with it. Colours and fonts are the
 * page's: `chart.css` says which classes there are and which custom properties they use.
 */
export function chartOf(figure: Figure, size: SizeName, id: string): string {
  const draw = (forms as Partial<Record<Form, Draw<never>>>)[figure.figure];
  return draw ? draw(figure as never, sizes[size], id) : '';
}
