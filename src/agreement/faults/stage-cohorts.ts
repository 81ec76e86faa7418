import type { z } from 'zod';
import type { Metric } from '../../values/agreement.ts';
import type { funnelSchema } from '../files/funnel.ts';
import { fault } from '../report.ts';
import type { Said } from '../said-files.ts';

type Funnel = Said<z.infer<typeof funnelSchema>>;

/**
 * Faults where the stages' `counted by` and `took` don't follow one cohort: the first of them counts records, the others say which part of the
 * same records came so far, all by the same moment, and `took` is a stretch of time of these. Whether who came to a stage came to all before it,
 * only the records can tell: see `publish/cohorts.ts`. `metrics`: all that could be read.
 */
export function stageCohorts(file: Funnel, metrics: readonly Metric[]): void {
  const bySlug = new Map(metrics.map((metric) => [metric.slug, metric]));
  const firstAt = file.said.findIndex((stage) => stage['counted by'] !== undefined);
  const first = bySlug.get(file.said[firstAt]?.['counted by'] ?? '');
  for (const [index, { 'counted by': counted, took }] of file.said.entries()) {
    if (took !== undefined && counted === undefined)
      fault(file, [index, 'took'], '"took:" needs "counted by:"', 'say what counts those who came to this stage');
    else if (took !== undefined && index === firstAt)
      fault(file, [index, 'took'], 'time begins at the first stage that is counted', 'say it of a later one');
    const metric = bySlug.get(counted ?? '');
    if (metric && index === firstAt && !countsOnly(metric))
      fault(file, [index, 'counted by'], `"${metric.slug}" is not a count of records`, 'name one that says "count of:" and "by:"'); // prettier-ignore
    if (!first || !countsOnly(first) || counted === undefined || index <= firstAt) continue;
    if (metric) checkShare(file, index, metric, first);
    const time = bySlug.get(took ?? '');
    if (time) checkTime(file, index, time, first);
  }
}

/** Whether each record counts once, in the one period of its moment. */
const eachOnce = ({ by, asOf, running }: Metric) => by !== null && asOf === null && running === null;
const countsOnly = (metric: Metric) => metric.wordings[0].measure.measure === 'count' && eachOnce(metric);

function checkShare(file: Funnel, index: number, metric: Metric, first: Metric): void {
  const [{ measure, term, kind }] = metric.wordings;
  const [of] = first.wordings;
  const path = [index, 'counted by'];
  const parts = (measure.measure === 'share' || measure.measure === 'conversion') && measure.countedIn === null;
  if (!parts || !eachOnce(metric))
    fault(file, path, `"${metric.slug}" does not say which part of the records came`, 'name one that says "conversion of:" or "share of:"'); // prettier-ignore
  else if (kind !== of.kind || term !== of.term)
    fault(file, path, `"${metric.slug}" counts ${term ?? kind}, and "${first.slug}" ${of.term ?? of.kind}`, 'name one of the same records'); // prettier-ignore
  else checkMoment(file, path, metric, first);
}

function checkTime(file: Funnel, index: number, metric: Metric, first: Metric): void {
  const [{ measure, kind }] = metric.wordings;
  const path = [index, 'took'];
  const isTime = metric.unit.unit === 'duration' && ['median', 'average', 'percentile'].includes(measure.measure);
  if (!isTime || !eachOnce(metric))
    fault(file, path, `"${metric.slug}" is not how long records took`, 'name one that says "median of:" a stretch of time'); // prettier-ignore
  else if (kind !== first.wordings[0].kind)
    fault(file, path, `"${metric.slug}" is of another record than "${first.slug}": ${kind}`, `name one of ${first.wordings[0].kind}`); // prettier-ignore
  else checkMoment(file, path, metric, first);
}

function checkMoment(file: Funnel, path: (string | number)[], { slug, by }: Metric, first: Metric): void {
  if (JSON.stringify(by) !== JSON.stringify(first.by))
    fault(file, path, `"${slug}" puts records into periods by another moment than "${first.slug}"`, `name one by ${first.by?.field ?? ''}`); // prettier-ignore
}
