import { average } from './measures/average.ts';
import { conversion } from './measures/conversion.ts';
import { count } from './measures/count.ts';
import { countDifferent } from './measures/count-different.ts';
import { earliest } from './measures/earliest.ts';
import { largest } from './measures/largest.ts';
import { latest } from './measures/latest.ts';
import { median } from './measures/median.ts';
import { percentile } from './measures/percentile.ts';
import { share } from './measures/share.ts';
import { smallest } from './measures/smallest.ts';
import { sum } from './measures/sum.ts';
import type { FactMeasure } from './measures/form.ts';
import type { Measure } from '../values/agreement.ts';
import type { MadeMeasure } from '../values/made-of.ts';

/** The measures that are computed from facts; the others are made of two metrics' values, see `of-two.ts`. */
export const factMeasures = {
  count,
  'count different': countDifferent,
  sum,
  average,
  median,
  percentile,
  smallest,
  largest,
  earliest,
  latest,
  share,
  conversion,
} as const satisfies Record<Exclude<Measure, MadeMeasure>['measure'], FactMeasure>;
