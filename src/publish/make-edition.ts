import { compareText } from '../agreement/compare-text.ts';
import { publishValue } from '../story/mark-of.ts';
import type { Material } from '../story/subject.ts';
import { findingsOf, verdictOf } from '../story/verdict-of.ts';
import type { Agreement, Metric } from '../values/agreement.ts';
import type { Catalogue } from '../values/catalogue.ts';
import type { Edition, MetricEdition } from '../values/edition.ts';
import { grains } from '../values/period.ts';
import type { IngestAccount } from '../values/rows.ts';
import type { Stretch } from '../values/stretch.ts';
import type { MetricReading, MetricValue } from '../values/value.ts';
import { isStale, materialOf } from './materials.ts';

/** All that an edition is made from. */
export interface EditionTask {
  readonly agreement: Agreement;
  readonly catalogue: Catalogue;
  /** Of all metrics, in any order. */
  readonly values: readonly MetricValue[];
  readonly readings: readonly MetricReading[];
  readonly stretches: readonly Stretch[];
  readonly account: IngestAccount;
  /** The clock that ages are told by, in seconds since 1970. It changes no number and no mark. */
  readonly now: number;
}

/** Everything that a build of the site shows: values with their marks, what is said of each metric, the verdict. */
export function makeEdition(task: EditionTask): Edition {
  const { agreement, catalogue, values, readings, account, now } = task;
  const byMetric = Map.groupBy(values, (value) => value.metric);
  const stretchesOf = Map.groupBy(task.stretches, ({ metric }) => metric);
  const readingOf = new Map(readings.map((reading) => [reading.metric, reading]));
  const parts = agreement.metrics.toSorted(headlineFirst).map((metric) => {
    const reading = readingOf.get(metric.slug) ?? { metric: metric.slug, asOf: null, missing: metric.missing };
    const stale = isStale(reading, account);
    const published = (byMetric.get(metric.slug) ?? []).map((value) => publishValue(metric, value, { stale }));
    const stretches = stretchesOf.get(metric.slug) ?? [];
    return { metric, reading, values: published.sort(inOrder), stretches };
  });
  const materials: Material[] = parts.map((part) => materialOf({ agreement, account }, part));
  const findings = findingsOf(materials);
  const metrics = parts.flatMap((part, index): MetricEdition[] => {
    const finding = findings[index];
    return finding ? [{ ...part, finding }] : [];
  });
  return {
    agreement,
    catalogue,
    verdict: verdictOf(materials),
    metrics,
    account,
    asOf: asOfOf(metrics, account, now),
    now,
  };
}

function headlineFirst(one: Metric, other: Metric): number {
  const place = (metric: Metric) => metric.headline ?? Infinity;
  if (place(one) !== place(other)) return place(one) - place(other);
  return one.title.localeCompare(other.title, 'en');
}

function inOrder(one: MetricValue, other: MetricValue): number {
  return (
    grains.indexOf(one.grain) - grains.indexOf(other.grain) ||
    compareText(one.dimension, other.dimension) ||
    compareText(one.member, other.member) ||
    compareText(one.from, other.from)
  );
}

/** The oldest as-of of the headline metrics; where none is known, the oldest file's. */
function asOfOf(metrics: readonly MetricEdition[], { files }: IngestAccount, now: number): number {
  const known = (instants: readonly (number | null)[]) => instants.filter((instant) => instant !== null);
  const headline = known(metrics.filter(({ metric }) => metric.headline !== null).map(({ reading }) => reading.asOf));
  const any = headline.length > 0 ? headline : known(files.map((file) => file.asOf));
  return any.length > 0 ? Math.min(...any) : now;
}
