import { usesOfMetric } from '../../agreement/missing.ts';
import { metricsReadBy } from '../../agreement/metrics-read.ts';
import type { Metric } from '../../values/agreement.ts';
import { uncarried } from '../../agreement/prune.ts';
import { emptyOf } from '../../store/fullness.ts';
import { butsOf } from './buts.ts';
import { allMetrics, readingOf, type Diagnosis, type Examined, type State } from './examined.ts';
import { sinceOf } from './since.ts';

/** Tells of each metric of an agreement, by slug, whether a company's exports can carry it and since when. */
export function diagnose(examined: Examined): Diagnosis[] {
  const { agreement, catalogue, fullness } = examined;
  const all = allMetrics(agreement);
  // What would be switched off again at once is no help to whoever asks what can be switched on.
  const hollow = uncarried({ ...agreement, metrics: all }, catalogue, emptyOf(fullness, catalogue));
  const because = new Map(hollow.map((one) => [one.metric.slug, one.because]));
  return all
    .map((metric) => diagnosisOf(metric, examined, because.get(metric.slug) ?? null))
    .toSorted((one, other) => (one.slug < other.slug ? -1 : 1));
}

function diagnosisOf(metric: Metric, examined: Examined, because: string | null): Diagnosis {
  const { slug, title } = metric;
  const missing = [...new Set(madeWith(metric, examined).flatMap((part) => part.missing))].sort();
  const isOff = examined.agreement.switchedOff.includes(metric);
  const uses = usesOfMetric(metric, readingOf(examined));
  const since = missing.length > 0 ? null : sinceOf(metric.wordings[0].kind, uses, examined);
  const buts = missing.length > 0 ? [] : butsOf(metric, uses, examined);
  const state: State = isOff
    ? 'switched off'
    : missing.length > 0
      ? 'not countable'
      : buts.length > 0
        ? 'counted, but'
        : 'counted';
  return {
    slug,
    title,
    state,
    since: since?.day ?? null,
    why: since?.why ?? null,
    buts,
    missing,
    hollow: isOff && missing.length === 0 ? because : null,
  };
}

/** A metric with all that it is made of, follows or moves, over any number of steps. */
function madeWith(metric: Metric, { agreement, catalogue }: Examined): Metric[] {
  const found = new Set([metric]);
  for (const one of found) {
    const slugs = new Set([...metricsReadBy(one, { ...agreement, catalogue }), one.moves]);
    for (const part of allMetrics(agreement)) if (slugs.has(part.slug)) found.add(part);
  }
  return [...found];
}
