import { closestWord } from '../agreement/closest-word.ts';
import type { Problem } from '../values/problem.ts';
import type { Connection } from './connection.ts';
import type { FileSource } from './source.ts';

/** Connections that are no such, and files that are pulled in two ways. `named`: all connections, also those with a fault of their own. */
export function checkPulled(
  sources: readonly FileSource[],
  connections: readonly Connection[],
  named: readonly string[],
): readonly Problem[] {
  const first = new Map<string, FileSource>();
  return sources.flatMap((source) => {
    const { pulled, reads } = source;
    if (!pulled) return [];
    const fault = (says: string, fix: string): Problem[] => [{ level: 'fault', ...pulled.at, says, fix }];
    if (!named.includes(pulled.from))
      return fault(`there is no connection "${pulled.from}"`, meant(pulled.from, named));
    const to = connections.find(({ name }) => name === pulled.from)?.to;
    if (to !== undefined && to !== 'Salesforce' && to !== 'HubSpot')
      return fault(
        `"${pulled.from}" connects to ${to}, which copies files as they are`,
        'leave "pulled from" and "object" out',
      );
    if (to === 'Salesforce' && pulled.historyOf)
      return fault('"history of" is for HubSpot', 'name the object that holds the history: object: LeadHistory');
    const other = first.get(reads)?.pulled ?? pulled;
    first.set(reads, first.get(reads) ?? source);
    return sameAs(pulled, other)
      ? []
      : fault(`${reads} is pulled in another way by ${other.at.file}`, 'let both say the same');
  });
}

function meant(from: string, named: readonly string[]): string {
  const closest = closestWord(from, named);
  if (closest !== null) return `did you mean "${closest}"?`;
  return named.length > 0 ? `there is: ${named.join(', ')}` : `write data/sources/${from}.yml, with "connects to"`;
}

function sameAs(one: NonNullable<FileSource['pulled']>, other: NonNullable<FileSource['pulled']>): boolean {
  const told = ({ from, object, historyOf }: typeof one): string => JSON.stringify([from, object, historyOf]);
  return told(one) === told(other);
}
