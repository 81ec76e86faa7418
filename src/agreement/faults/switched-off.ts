import type { Agreement, Metric, Wording } from '../../values/agreement.ts';
import type { Catalogue } from '../../values/catalogue.ts';
import type { MetricFile } from '../files/metric.ts';
import { resultsReadBy } from '../metrics-read.ts';
import { fault, warning } from '../report.ts';
import type { Path } from '../yaml-places.ts';

/**
 * A fault for each metric that is counted and made of one that is not: what nobody computes, nobody can build on. Of a pair that is switched
 * off there is a warning: the metric can be counted, and nothing keeps it honest.
 */
export function madeOfSwitchedOff(agreement: Agreement, files: readonly MetricFile[], catalogue: Catalogue): void {
  const off = new Set(agreement.switchedOff.map(({ slug }) => slug));
  for (const metric of agreement.metrics) {
    const file = files.find(({ slug }) => slug === metric.slug);
    for (const { slug, path } of madeOfMetrics(metric, agreement, catalogue).filter((part) => off.has(part.slug))) {
      const says = `"${slug}" is switched off, and "${metric.slug}" is made of it`;
      if (file) fault(file, path, says, 'leave "counted: no" away there, or switch this one off too');
    }
    if (file && off.has(metric.pairedWith ?? '')) {
      const says = `"${metric.pairedWith}" is switched off, so that nothing keeps "${metric.slug}" honest`;
      warning(file, ['paired with'], says, 'count it too, or name another pair');
    }
  }
}

/** A metric that another one is made of, and the key that names it. */
interface MadeOf {
  readonly slug: string;
  readonly path: Path;
}

/** All that a metric can't be counted without: what it is calculated from, the balance that it moves, the plan of its target, the results that it names. */
function madeOfMetrics(metric: Metric, agreement: Agreement, catalogue: Catalogue): MadeOf[] {
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
