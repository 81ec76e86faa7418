import { usesOfMetric } from '../../agreement/missing.ts';
import type { Crm } from '../../records/switches/switch.ts';
import type { FieldMapping, FileSource } from '../../records/source.ts';
import type { Metric } from '../../values/agreement.ts';
import { textTable } from '../text-table.ts';
import { readingOf, type Diagnosis, type Examined } from './examined.ts';
import { mendOf } from './mends.ts';
import { sayMetric } from './say-doctor.ts';

/** The whole story of one metric: what it reads, which column of which source fills it, how full that is and since when; and what would mend it. */
export function tellStory(metric: Metric, diagnosis: Diagnosis, crms: readonly Crm[], examined: Examined): string[] {
  const { fields } = usesOfMetric(metric, readingOf(examined));
  const rows = [...fields].sort().map((name) => rowOf(name, examined));
  const mends = crms.flatMap((crm) =>
    diagnosis.missing.map((what) => {
      const { turn, begins } = mendOf(crm, what, examined.catalogue);
      return `  ${what}, in ${crm}: ${turn}; ${begins}`;
    }),
  );
  const asked = rows.length === 0 ? [] : ['', ...textTable([['reads', 'from', 'filled', 'since'], ...rows])];
  return [
    `${metric.title}: ${metric.asks}`,
    sayMetric(diagnosis),
    ...asked,
    ...(mends.length === 0 ? [] : ['', 'What would mend it:', ...mends]),
  ];
}

function rowOf(name: string, { sources, fullness, dayOf, catalogue }: Examined): string[] {
  const [kind = '', field = ''] = name.split("'s ");
  const found = fullness.get(kind)?.fields.get(field);
  const { records = 0 } = fullness.get(kind) ?? {};
  const isMapped = catalogue.kinds.find((one) => one.name === kind)?.fields.find((one) => one.name === field)?.mapped;
  const columns = sources.flatMap((source) => (source.is === 'file' ? columnsFilling(source, kind, field) : []));
  const from = columns.length > 0 ? columns.join(', ') : isMapped ? 'made of other records' : 'no source';
  if (!found) return [name, from, '', ''];
  const first = found.first === null ? '' : dayOf(found.first);
  return [name, from, `${found.filled.toLocaleString('en-GB')} of ${records.toLocaleString('en-GB')}`, first];
}

/** `Lead.csv: LeadSource`. */
function columnsFilling({ reads, gives }: FileSource, kind: string, field: string): string[] {
  return gives
    .filter(({ record }) => record === kind)
    .flatMap(({ columns }) => columns.filter((mapping) => mapping.field === field))
    .map((mapping) => `${reads}: ${columnOf(mapping)}`);
}

const columnOf = ({ from, always }: FieldMapping): string => from?.columns.join(', ') ?? `always ${always ?? ''}`;
