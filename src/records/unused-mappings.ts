import type { Place, Problem } from '../values/problem.ts';
import { toldFields } from './derive/told-by.ts';
import type { FieldMapping, Source } from './source.ts';

/** Fields that other records are made of: handovers, who held a lead, which campaigns touched a deal; and names by which managers' lists tell records apart. */
const madeInto: Readonly<Record<string, readonly string[]>> = {
  lead: ['status', 'converted', 'rejection reason', 'would be good when', 'retry on'],
  'field change': ['field', 'from', 'to'],
  account: ['name'],
  user: ['name', 'queue', 'robot'],
  'campaign member': ['responded'],
  'stage change': ['from', 'to'],
};

/**
 * One warning of all mapped fields that nothing reads, at the first of them, so that it drowns no other: they cost time and room, or a definition that
 * should use them is missing. `used` holds fields as `lead's score`; `happens` the moment of each kind.
 */
export function unusedMappings(
  sources: readonly Source[],
  used: ReadonlySet<string>,
  happens: ReadonlyMap<string, string>,
): Problem[] {
  const telling = new Set(
    toldFields(sources).map(({ record, told }) => {
      return told.is === 'related' ? `${told.kind}'s ${told.field}` : `${record}'s ${told.field}`;
    }),
  );
  const found = sources.flatMap((source): { readonly at: Place; readonly names: string }[] => {
    if (source.is !== 'file' || source.observed === true) return [];
    const unused = source.gives.flatMap(({ record, columns }) =>
      columns.filter((mapping) => {
        const name = `${record}'s ${mapping.field}`;
        return isForItself(mapping, record, happens) && !used.has(name) && !telling.has(name);
      }),
    );
    const [first] = unused;
    if (!first) return [];
    const file = first.at.file.split('/').at(-1) ?? '';
    return [{ at: first.at, names: `${unused.map(({ field }) => field).join(', ')} (${file})` }];
  });
  const [first] = found;
  if (!first) return [];
  const says = `nothing that is counted reads ${found.map(({ names }) => names).join(', ')}`;
  return [{ ...first.at, level: 'warning', says, fix: 'leave it out, or use it' }];
}

/** Links, currencies, the moment at which a record happens and what other records are made of are kept in any case. */
function isForItself({ type, field }: FieldMapping, record: string, happens: ReadonlyMap<string, string>): boolean {
  const needed = [happens.get(record), 'currency', ...(madeInto[record] ?? [])];
  return type.is !== 'link' && !needed.includes(field);
}
