import type { Agreement } from '../../values/agreement.ts';
import type { Catalogue } from '../../values/catalogue.ts';
import type { MetricFile } from '../files/metric.ts';
import { madeOfMetrics } from '../made-of-metrics.ts';
import { fault, warning } from '../report.ts';

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
