/** What the README lists of a company of real data: each metric's value, or what the data lacks for it. */
import { format } from 'prettier';
import { stringify } from 'yaml';
import type { Metric } from '../../../src/values/agreement.ts';
import type { MetricValue } from '../../../src/values/value.ts';
import { numbersOf } from '../../../src/story/numbers.ts';
import type { CaseRun } from '../run-case.ts';

/** A metric of a company. */
export interface Listed {
  /** `71.0%, all time`; none where the data lacks what it needs, or holds nothing that is counted. */
  readonly value?: string;
  /** What it is broken down by. */
  readonly by?: string;
  /** The fields or records that the data does not have. */
  readonly lacks?: string;
}

/** By slug, in the order of the alphabet. */
export type ValuesListed = Readonly<Record<string, Listed>>;

/** Every metric that a run counts, or can't. */
export function valuesListed(run: CaseRun): ValuesListed {
  const { metrics } = run.company.agreement;
  const listed = run.readings.map(({ metric: slug, missing }): readonly [string, Listed] => {
    const metric = metrics.find((one) => one.slug === slug);
    if (!metric) throw new Error(`${slug} is no metric`);
    if (missing.length > 0) return [slug, { lacks: missing.join(', ') }];
    const values = run.values.filter((one) => one.metric === slug && one.records > 0);
    const by = [...new Set(values.map(({ dimension }) => dimension))].filter((one) => one !== '').sort();
    const value = valueListed(values, metric, run);
    return [slug, { ...(value === null ? {} : { value }), ...(by.length > 0 ? { by: by.join('; ') } : {}) }];
  });
  return Object.fromEntries(listed.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The whole's value of all time; where it has none, the newest that is known. */
function valueListed(values: readonly MetricValue[], metric: Metric, run: CaseRun): string | null {
  const known = values.filter(({ dimension, value, period }) => {
    return dimension === '' && value !== null && period !== 'undated';
  });
  const allTime = known.find(({ period }) => period === 'all');
  const newest = allTime ?? known.toSorted((a, b) => (a.to < b.to || (a.to === b.to && a.from < b.from) ? 1 : -1))[0];
  if (!newest || newest.value === null) return null;
  const said = numbersOf(metric, run.company.agreement).exact(newest.value);
  return `${said}, ${newest === allTime ? 'all time' : newest.period}`;
}

/** As a file. */
export function asListed(listed: ValuesListed): Promise<string> {
  return format(stringify(listed, { lineWidth: 0 }), { parser: 'yaml', singleQuote: true, printWidth: 120 });
}
