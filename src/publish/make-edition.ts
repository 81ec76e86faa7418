import { compareText } from '../agreement/compare-text.ts';
import { agreedOrder, placeAmong } from '../story/member-order.ts';
import { localDay, subjectOf, type Material } from '../story/subject.ts';
import { findingsOf, verdictOf } from '../story/verdict-of.ts';
import type { Agreement, Metric } from '../values/agreement.ts';
import type { Catalogue } from '../values/catalogue.ts';
import type { Edition, MetricEdition } from '../values/edition.ts';
import { grains } from '../values/period.ts';
import type { Distribution } from '../values/distribution.ts';
import type { IngestAccount } from '../values/rows.ts';
import type { Stretch } from '../values/stretch.ts';
import type { ToldRow } from '../values/told.ts';
import type { UnclaimedValue } from '../values/unclaimed.ts';
import type { FixedMark, MetricReading, MetricValue, PeriodTarget, PublishedValue } from '../values/value.ts';
import { bridgesOf } from './bridge.ts';
import { holdBack } from './hold-back.ts';
import { byLedgerKey, inLedgerOrder, ledgerKey, newlyFixed } from './ledger.ts';
import { isStale, materialOf } from './materials.ts';
import { publishValues } from './publish-values.ts';
import { beforeOf, withThisWeek } from './told.ts';

/** All that an edition is made from. */
export interface EditionTask {
  readonly agreement: Agreement;
  readonly catalogue: Catalogue;
  /** Of all metrics, in any order. */
  readonly values: readonly MetricValue[];
  readonly readings: readonly MetricReading[];
  readonly stretches: readonly Stretch[];
  readonly targets: readonly PeriodTarget[];
  /** Of metrics with a history: all periods by today's wording. */
  readonly restated: readonly MetricValue[];
  /** Of metrics of lengths: how the records of their newest period that is over lie. */
  readonly distributions: readonly Distribution[];
  /** The marks that earlier builds fixed. */
  readonly ledger: readonly FixedMark[];
  /** What stood in earlier weeks. */
  readonly told?: readonly ToldRow[];
  readonly account: IngestAccount;
  /** What no definition names. */
  readonly unclaimed?: readonly UnclaimedValue[];
  /** The clock that ages are told by, in seconds since 1970. It changes no number and no mark. */
  readonly now: number;
}

/** Everything that a build of the site shows: values with their marks, what is said of each metric, the verdict. */
export function makeEdition(task: EditionTask): Edition {
  const { agreement, catalogue, values, readings, account, now, told = [] } = task;
  const valuesOf = byMetric(values);
  const stretchesOf = byMetric(task.stretches);
  const targetsOf = byMetric(task.targets);
  const restatedOf = byMetric(task.restated);
  const readingOf = new Map(readings.map((reading) => [reading.metric, reading]));
  const fixed = byLedgerKey(task.ledger);
  const marked = agreement.metrics.toSorted(headlineFirst).map((metric) => {
    const reading = readingOf.get(metric.slug) ?? {
      metric: metric.slug,
      asOf: null,
      missing: metric.missing,
      todays: [],
    };
    const inOrder = orderOf(metric, agreement, catalogue);
    const published = publishValues(valuesOf(metric), { metric, fixed, stale: isStale(reading, account) });
    return {
      metric,
      reading,
      values: published.sort(inOrder),
      stretches: stretchesOf(metric),
      targets: targetsOf(metric),
      restated: restatedOf(metric).toSorted(inOrder),
      distribution: task.distributions.find(({ metric: slug }) => slug === metric.slug) ?? null,
    };
  });
  const closed = marked.flatMap((part) => newlyFixed(agreement, part));
  const parts = marked.map((part) => ({ ...part, values: withFixed(part.values, byLedgerKey(closed)) }));
  const bridges = bridgesOf(parts);
  const asOf = asOfOf(parts, account, now);
  const [today, weekStarts] = [localDay(asOf, agreement.company.timeZone), agreement.company.weekStarts];
  const before = beforeOf(told, today, weekStarts);
  const materials: Material[] = parts.map((part) =>
    materialOf({ agreement, catalogue, bridges, before, account }, part),
  );
  const { verdict, findings, leftOut } = holdBack(verdictOf(materials), findingsOf(materials), materials);
  const metrics = parts.flatMap((part, index): MetricEdition[] => {
    const finding = findings[index];
    return finding ? [{ ...part, finding }] : [];
  });
  return {
    kind: 'company',
    cases: [],
    mend: [],
    unclaimed: task.unclaimed ?? [],
    agreement,
    catalogue,
    verdict,
    metrics,
    bridges,
    account,
    leftOut,
    ledger: inLedgerOrder([...task.ledger, ...closed]),
    told: withThisWeek(
      told,
      materials.map((one) => subjectOf(one)),
      today,
      weekStarts,
    ),
    before,
    asOf,
    now,
  };
}

/** What each metric has of a list. */
function byMetric<Part extends { readonly metric: string }>(
  parts: readonly Part[],
): (metric: Metric) => readonly Part[] {
  const groups = Map.groupBy(parts, ({ metric }) => metric);
  return ({ slug }) => groups.get(slug) ?? [];
}

/** A mark that this build fixed is also said to be so. */
function withFixed(values: readonly PublishedValue[], closed: ReadonlyMap<string, FixedMark>): PublishedValue[] {
  return values.map((value) =>
    value.fixed || value.dimension !== '' ? value : { ...value, fixed: closed.get(ledgerKey(value)) ?? null },
  );
}

function headlineFirst(one: Metric, other: Metric): number {
  const place = (metric: Metric) => metric.headline ?? Infinity;
  if (place(one) !== place(other)) return place(one) - place(other);
  return one.title.localeCompare(other.title, 'en');
}

/** By grain, dimension, member and period; members in the agreed order, or by name, last what is not recorded. */
function orderOf({ breakdowns }: Metric, agreement: Agreement, catalogue: Catalogue) {
  const places = new Map(
    breakdowns.map((breakdown) => [breakdown.dimension, placeAmong(agreedOrder(breakdown, agreement, catalogue))]),
  );
  const byName = placeAmong([]);
  const place = ({ dimension, member }: MetricValue) => (places.get(dimension) ?? byName)(member);
  return (one: MetricValue, other: MetricValue): number =>
    grains.indexOf(one.grain) - grains.indexOf(other.grain) ||
    compareText(one.dimension, other.dimension) ||
    place(one) - place(other) ||
    compareText(one.member, other.member) ||
    compareText(one.from, other.from);
}

/** The oldest as-of of the headline metrics; where none is known, the oldest file's. */
function asOfOf(
  metrics: readonly Pick<MetricEdition, 'metric' | 'reading'>[],
  { files }: IngestAccount,
  now: number,
): number {
  const known = (instants: readonly (number | null)[]) => instants.filter((instant) => instant !== null);
  const headline = known(metrics.filter(({ metric }) => metric.headline !== null).map(({ reading }) => reading.asOf));
  const any = headline.length > 0 ? headline : known(files.map((file) => file.asOf));
  return any.length > 0 ? Math.min(...any) : now;
}
