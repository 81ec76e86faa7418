import { localDay, subjectOf, type Material, type Subject } from '../story/subject.ts';
import { sharesOf } from '../story/figures/main-figure.ts';
import type { Edition, MetricEdition } from '../values/edition.ts';
import type { IngestAccount } from '../values/rows.ts';
import type { Day, Grain } from '../values/period.ts';
import type { Before } from '../values/told.ts';
import type { MetricReading } from '../values/value.ts';

/** A metric whose oldest file was written so many days before the newest of all files is stale: it has missed a week of pulls. */
const staleAfterDays = 7;

/** Whether a metric's data lies too far behind the rest to judge by. The files tell, not the clock: the same exports give the same marks. */
export function isStale({ asOf }: MetricReading, { files }: IngestAccount): boolean {
  const newest = Math.max(...files.map((file) => file.asOf ?? 0));
  return asOf !== null && newest - asOf > staleAfterDays * 86_400;
}

/** What story makes a metric's sentences and figures from. What takes much room is read when it is asked for, and not held: an edition of thousands of metrics has as many of these. */
export function materialOf(
  edition: Pick<Edition, 'agreement' | 'catalogue' | 'bridges' | 'before' | 'account'>,
  one: Omit<MetricEdition, 'finding'>,
): Material {
  const { metric, reading } = one;
  const { agreement, catalogue, bridges } = edition;
  const bridge = bridges.find(({ balance }) => balance === metric.slug) ?? null;
  const before = beforeOfMetric(edition.before, metric.slug);
  const newest = newestDay(edition);
  return {
    metric,
    reading,
    bridge,
    agreement,
    catalogue,
    before,
    newest,
    get values() {
      return one.values;
    },
    get stretches() {
      return one.stretches;
    },
    get targets() {
      return one.targets;
    },
    get restated() {
      return one.restated;
    },
    get distribution() {
      return one.distribution;
    },
  };
}

/** What stood of one metric; null where nothing of it did: it was not counted yet. */
function beforeOfMetric(before: Before | null, slug: string): Before | null {
  const rows = before?.rows.filter(({ metric }) => metric === slug) ?? [];
  return before && rows.length > 0 ? { ...before, rows } : null;
}

/** The company's date when the newest of all files was written; null where there is none. */
function newestDay({ agreement, account }: Pick<Edition, 'agreement' | 'account'>): Day | null {
  const known = account.files.map(({ asOf }) => asOf).filter((asOf) => asOf !== null);
  return known.length > 0 ? localDay(Math.max(...known), agreement.company.timeZone) : null;
}

/** The same, read and put in order; `grain`: another than the one that pages report. */
export function subjectFor(edition: Edition, one: MetricEdition, grain?: Grain): Subject {
  return subjectOf(materialOf(edition, one), grain);
}

/** The shares of the headline metrics, for the one scale that their charts have in common. */
export function headlineShares(edition: Edition): number[] {
  return edition.metrics
    .filter(({ metric }) => metric.headline !== null)
    .flatMap((one) => sharesOf(subjectFor(edition, one)));
}

/** The shares that a chart of another metric is scaled by: its own. */
export const ownShares = (edition: Edition, one: MetricEdition): number[] => sharesOf(subjectFor(edition, one));
