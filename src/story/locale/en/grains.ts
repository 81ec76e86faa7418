/** English: choosing by which periods a chart is drawn. */
import type { Period } from '../../../values/period.ts';
import { capital, sentence } from './forms.ts';

/** What stands before the choice: `By week, month, quarter`. */
export const grainsLegend = 'By';
export const plainTitle = (title: string, grain: Period['grain']) => sentence(`${title}, by ${grain}`);
export const byGrain = (grain: Period['grain']) => `${capital(`by ${grain}`)}.`;
export const fewAt = (periods: string, fewest: number) =>
  `${capital(periods)} with fewer than ${fewest} records get no mark and no line.`;

/** The parts of a number's page, in the line below its title. */
export const partNames = {
  trend: 'Over time',
  where: 'Where',
  agreed: 'How it is counted',
  signed: 'Who agreed',
  figures: 'The figures',
} as const;
export const partsLabel = 'On this page';
export const agreedHeading = 'How it is counted, as agreed';
