import type { Metric } from '../../values/agreement.ts';
import type { MetricFile } from '../files/metric.ts';
import { circlesOfMetrics, type Vocabulary } from '../metrics-read.ts';
import { fault } from '../report.ts';

/** A fault for each circle of metrics that read each other, at the first of them: none of them could be measured before the others. */
export function checkMetricCircles(
  metrics: readonly Metric[],
  files: readonly MetricFile[],
  vocabulary: Vocabulary,
): void {
  for (const circle of circlesOfMetrics(metrics, vocabulary)) {
    const [first = ''] = circle;
    const file = files.find(({ slug }) => slug === first);
    const round = [...circle, ...(circle.length > 1 ? [first] : [])].map((slug) => `"${slug}"`).join(' reads ');
    const says = circle.length > 1 ? `it reads what it comes to itself: ${round}` : 'it reads what it comes to itself';
    if (file) fault(file, [], says, 'name another metric in one of them');
  }
}
