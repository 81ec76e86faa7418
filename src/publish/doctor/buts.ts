import { missingInBreakdown, usesOfBreakdown } from '../../agreement/missing.ts';
import { together, type Uses } from '../../agreement/uses.ts';
import type { Metric } from '../../values/agreement.ts';
import { ofSomeOnly, readingOf, type Examined } from './examined.ts';

/** What is worth knowing of a metric that can be counted: what it reads and is mostly empty or leads nowhere, a group that can't be shown, and that no record is of its term. */
export function butsOf(metric: Metric, uses: Uses, examined: Examined): string[] {
  const reading = readingOf(examined);
  const [{ kind, term }] = metric.wordings;
  const groups = metric.breakdowns.map((breakdown) => ({
    dimension: breakdown.dimension,
    missing: missingInBreakdown(breakdown, kind, reading),
    uses: usesOfBreakdown(breakdown, kind, reading),
  }));
  const read = together([uses, ...groups.map((group) => group.uses)]);
  const hidden = groups.filter(({ missing }) => missing.length > 0);
  return [
    ...(examined.foundNone.has(metric.slug)
      ? [`no record is counted: none is what the agreement calls "${term ?? kind}"`]
      : []),
    ...[...read.kinds].flatMap((name) => noRecords(name, examined)),
    ...[...read.fields].flatMap((name) => mostlyEmpty(name, examined)),
    ...[...read.fields].flatMap((name) => leadsNowhere(name, examined)),
    ...hidden.map(({ dimension, missing }) => `by ${dimension} can't be shown: no source maps ${missing.join(', ')}`),
  ];
}

function noRecords(name: string, { fullness, catalogue }: Examined): string[] {
  if (fullness.get(name)?.records !== 0) return [];
  return [`there are no ${catalogue.kinds.find((kind) => kind.name === name)?.plural ?? name}`];
}

/** Texts, numbers and amounts that every record should have; of all other fields only those that no record has. */
function mostlyEmpty(name: string, { fullness, catalogue }: Examined): string[] {
  const [kind = '', field = ''] = name.split("'s ");
  const { records = 0 } = fullness.get(kind) ?? {};
  const filled = fullness.get(kind)?.fields.get(field)?.filled;
  if (records === 0 || filled === undefined) return [];
  if (filled === 0) return [`${name} is mapped and always empty`];
  const type = catalogue.kinds.find((one) => one.name === kind)?.fields.find((one) => one.name === field)?.type.is;
  const isExpected = type !== undefined && ['text', 'number', 'money'].includes(type) && !ofSomeOnly.has(field);
  if (!isExpected || filled * 2 >= records) return [];
  return [`${name} is empty in ${percent(records - filled, records)} of all`];
}

function leadsNowhere(name: string, { links }: Examined): string[] {
  const [kind = '', field = ''] = name.split("'s ");
  const link = links.find((one) => one.kind === kind && one.field === field);
  if (!link || link.notFound * 2 <= link.filled) return [];
  return [`${name} leads nowhere in ${percent(link.notFound, link.filled)} of all`];
}

/** Rounded down where it would else claim all. */
const percent = (part: number, whole: number): string =>
  `${part < whole ? Math.min(99, Math.round((part / whole) * 100)) : 100}%`;
