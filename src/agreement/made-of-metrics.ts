import type { Agreement, Metric, Wording } from '../values/agreement.ts';
import type { Catalogue } from '../values/catalogue.ts';
import { resultsReadBy } from './metrics-read.ts';
import type { Path } from './yaml-places.ts';

/** A metric that another one is made of, and the key that names it. */
export interface MadeOf {
  readonly slug: string;
  readonly path: Path;
}

/** All that a metric can't be counted without: what it is calculated from, the balance that it moves, the plan of its target, the results that it names. */
export function madeOfMetrics(metric: Metric, agreement: Agreement, catalogue: Catalogue): MadeOf[] {
  const { moves, wordings } = metric;
  return [
    ...(moves === null ? [] : [{ slug: moves, path: ['moves'] }]),
    ...wordings.flatMap((wording, index) => [
      ...partsOf(wording),
      ...planOf(wording, index === 0 ? 'target' : 'history'),
    ]),
    ...resultsReadBy(metric, { ...agreement, catalogue }).map((slug) => ({ slug, path: [] })),
  ];
}

function partsOf({ measure }: Wording): MadeOf[] {
  if (measure.measure === 'ratio')
    return [
      { slug: measure.of, path: ['ratio of'] },
      { slug: measure.per, path: ['per'] },
    ];
  if (measure.measure !== 'difference') return [];
  return [
    { slug: measure.of, path: ['difference of'] },
    { slug: measure.less, path: ['less'] },
  ];
}

function planOf({ target }: Wording, key: string): MadeOf[] {
  if (target?.level.level !== 'derived') return [];
  const { plan, dividedBy, times } = target.level;
  return [plan, ...dividedBy, ...times].map((slug) => ({ slug, path: [key] }));
}
