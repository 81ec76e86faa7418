import type { Metric } from '../values/agreement.ts';
import type { Breakdown } from '../values/breakdown.ts';
import type { Catalogue } from '../values/catalogue.ts';
import { madeOf } from '../values/made-of.ts';
import type { Condition } from '../values/tree.ts';
import { fieldsBehind } from './hours-of.ts';
import { resultsReadBy } from './metrics-read.ts';
import { definitionsIn, type Defined } from './references.ts';
import { noUses, together, usesOf, usesOfPath, usesOfValue, type Uses } from './uses.ts';

/** What definitions are read beside. */
export interface Reading extends Defined {
  readonly metrics: readonly Metric[];
  readonly catalogue: Catalogue;
}

/** What a metric reads and no source fills: `lead's score`; of records that no source gives at all, only that: `stage changes`; of moments of which only the day is known: `the hour of handover's assigned`. */
export function missingOf(metric: Metric, beside: Reading): string[] {
  return unfilled(usesOfMetric(metric, beside), beside);
}

/** What a breakdown of records of a kind reads and no source fills. */
export function missingInBreakdown(breakdown: Breakdown, kind: string, beside: Reading): string[] {
  return unfilled(usesOfBreakdown(breakdown, kind, beside), beside);
}

/** Everything that a breakdown of records of a kind reads, through the definitions that it uses. */
export function usesOfBreakdown(breakdown: Breakdown, kind: string, beside: Reading): Uses {
  const { cut, credit } = breakdown;
  const { catalogue } = beside;
  const own = cut.cut === 'test' ? usesOf(catalogue, kind, [cut.test]) : usesOfPath(catalogue, cut.path);
  const credited = credit
    ? [
        usesOfValue(catalogue, kind, { value: 'number of', records: credit.touches }),
        usesOfPath(catalogue, credit.path),
      ]
    : [];
  return together([own, ...credited, throughDefinitions(breakdown, beside)]);
}

/** Everything that a metric reads, through the definitions that it uses and the metrics that it is made of or names the results of. A breakdown is no part of it. */
export function usesOfMetric(metric: Metric, beside: Reading, passed: ReadonlySet<string> = new Set()): Uses {
  if (passed.has(metric.slug)) return noUses;
  const further = new Set([...passed, metric.slug]);
  const { catalogue } = beside;
  const { by, asOf, rateOn, wordings } = metric;
  const uses: Uses[] = [by, rateOn].flatMap((path) => (path ? [usesOfPath(catalogue, path)] : []));
  for (const { measure, kind, keptWhen, instead, exceptWhen } of wordings) {
    const made = madeOf(measure);
    if (made) {
      const parts = beside.metrics.filter(({ slug }) => made.includes(slug));
      return together(parts.map((part) => usesOfMetric(part, beside, further)));
    }
    const inPlace = instead.flatMap((one): Condition[] => [one.when, ...one.keptWhen]);
    uses.push(usesOf(catalogue, kind, [...keptWhen, ...inPlace, ...exceptWhen]));
    if ('of' in measure && typeof measure.of !== 'string') uses.push(usesOfPath(catalogue, measure.of));
    if ('countedIn' in measure && measure.countedIn) uses.push(usesOfPath(catalogue, measure.countedIn));
    if (asOf) uses.push(beginning(catalogue, kind));
  }
  const named = resultsReadBy(metric, beside);
  const results = beside.metrics.filter(({ slug }) => named.includes(slug));
  return together([
    ...uses,
    throughDefinitions({ by, rateOn, wordings }, beside),
    ...results.map((one) => usesOfMetric(one, beside, further)),
  ]);
}

/** What stands at a time is there since the moment that its kind happens at. */
function beginning(catalogue: Catalogue, kind: string): Uses {
  const happens = catalogue.kinds.find(({ name }) => name === kind)?.happens;
  return happens === undefined ? noUses : { ...noUses, fields: new Set([`${kind}'s ${happens}`]) };
}

/** What the terms and figures read that a part of the tree uses, and those that they use. */
function throughDefinitions(tree: unknown, beside: Reading): Uses {
  const { catalogue } = beside;
  const { terms, figures } = definitionsIn(tree, beside, catalogue);
  return together([
    ...terms.map(({ kind, where, exceptWhen }) => usesOf(catalogue, kind, [...where, ...exceptWhen])),
    ...figures.map(({ kind, is }) => usesOfValue(catalogue, kind, is)),
  ]);
}

function unfilled({ fields, kinds, hours }: Uses, { catalogue, figures }: Reading): string[] {
  const absent = catalogue.kinds.filter((kind) => kinds.has(kind.name) && !kind.fields.some((field) => field.mapped));
  const unmapped = catalogue.kinds
    .filter((kind) => !absent.includes(kind))
    .flatMap((kind) => kind.fields.filter((field) => !field.mapped).map((field) => `${kind.name}'s ${field.name}`));
  const asked = fieldsBehind(hours, figures, catalogue);
  return [
    ...absent.map((kind) => kind.plural),
    ...unmapped.filter((field) => fields.has(field)),
    ...hourless(catalogue).flatMap((field) => (asked.has(field) ? [`the hour of ${field}`] : [])),
  ];
}

/** The moments that have an hour by their nature, and of which these sources know the day only. */
function hourless({ kinds }: Catalogue): string[] {
  return kinds.flatMap(({ name: kind, fields }) =>
    fields
      .filter(({ mapped, type }) => mapped && type.is === 'moment' && type.hour === 'unknown')
      .map(({ name }) => `${kind}'s ${name}`),
  );
}
