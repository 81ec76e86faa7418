/** Made-up figures of every form in every state, with the places that each is drawn for. */
import type { SizeName } from '../../src/charts/sizes.ts';
import type { Figure } from '../../src/values/figure.ts';
import { bridges } from './figures/bridge.ts';
import { allColumns } from './figures/columns.ts';
import { distributions } from './figures/distribution.ts';
import { funnels } from './figures/funnel.ts';
import { lines } from './figures/line.ts';
import { recordMarks } from './figures/marks.ts';
import { allMultiples } from './figures/multiples.ts';
import { allOutcomes } from './figures/outcomes.ts';
import { allRanked } from './figures/ranked.ts';
import { slopes } from './figures/slope.ts';
import { sparks } from './figures/spark.ts';
import type { Figures, Form } from './states.ts';

/** One list for each form. Adding a form is its file and its line, and its line of `noSuchState`. */
const forms = {
  line: lines,
  columns: allColumns,
  outcomes: allOutcomes,
  ranked: allRanked,
  multiples: allMultiples,
  bridge: bridges,
  spark: sparks,
  funnel: funnels,
  slope: slopes,
  distribution: distributions,
  marks: recordMarks,
} satisfies { [F in Form]: Figures<Extract<Figure, { figure: F }>> };

/** A phone's, half a row's and a whole page's; the first is the smallest, the last the largest. */
export type Places = readonly [SizeName, ...SizeName[]];
const places: Places = ['page on a phone', 'pair', 'page'];
/** As pages show them: small multiples need more than half a row, and sparks stand in rows of a list. */
const own: Partial<Record<Form, Places>> = {
  multiples: ['page on a phone', 'off', 'page'],
  spark: ['quiet row', 'row'],
  marks: ['marks in a table', 'marks on a phone', 'marks'],
};

export interface Exhibit {
  readonly form: Form;
  /** A state of the list, and what is special: `usual range: past the scale`. */
  readonly state: string;
  readonly figure: Figure;
  readonly places: Places;
}

export const gallery: readonly Exhibit[] = Object.entries(forms).flatMap(([form, figures]) =>
  Object.entries(figures).map(([state, figure]) => ({
    form: form as Form,
    state,
    figure,
    places: own[form as Form] ?? places,
  })),
);
