/** Sentences name what another metric came to by its file; a reader gets its title, and the number that holds now. */
import { entriesOf, type Entry } from './link-terms.ts';
import { fullPeriodWords, notKnown } from '../story/locale/en/charts.ts';
import { quoted } from '../story/locale/en/forms.ts';
import { numbersOf } from '../story/numbers.ts';
import type { Edition, MetricEdition } from '../values/edition.ts';

type Told = Pick<Edition, 'agreement' | 'metrics'>;

const known = new WeakMap<Told, readonly Entry[]>();

/** All that a sentence can link to: terms and figures, and the results of metrics. */
export function linkedIn(edition: Told): readonly Entry[] {
  const entries = known.get(edition) ?? [
    ...entriesOf(edition.agreement),
    ...edition.metrics.map((one) => resultEntry(one, edition)),
  ];
  known.set(edition, entries);
  return entries;
}

function resultEntry(one: MetricEdition, { agreement }: Told): Entry {
  const { slug, title } = one.metric;
  return {
    name: `the result of ${slug}`,
    slug: `result-of-${slug}`,
    page: `/metrics/${slug}/`,
    // Told when it is asked for: few results are named, and each takes all values of its metric.
    get shown() {
      return `the result of ${quoted(title)} (${valueNow(one, agreement)})`;
    },
  };
}

/** Of the last fiscal year that is over: `15 days, of 2025`. The sentences read the same year. */
function valueNow({ metric, values }: MetricEdition, agreement: Told['agreement']): string {
  const over = values.filter(
    ({ grain, dimension, status }) => grain === 'year' && dimension === '' && status !== 'so far' && status !== 'ahead',
  );
  const last = over.at(-1);
  if (!last || last.value === null) return notKnown;
  const year = fullPeriodWords({ grain: 'year', name: last.period, from: last.from, to: last.to });
  return `${numbersOf(metric, agreement).exact(last.value)}, of ${year}`;
}
