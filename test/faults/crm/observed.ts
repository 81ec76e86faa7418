/** What exports show of deals and leads from one to the next, told from the plain tables. */
import type { ObservedLine } from '../../../src/records/history/observed-line.ts';
import type { LaidFile } from './exports.ts';
import type { Row } from './life.ts';
import { fateOf, plainTables } from './plain-records.ts';

/** Of each table that is watched: what its records are, and what is watched of them, as a line says it. */
const watched: Readonly<
  Record<string, { readonly kind: string; readonly fields: Readonly<Record<string, (row: Row) => string>> }>
> = {
  deals: {
    kind: 'opportunity',
    fields: { stage: ({ cells }) => cells['Stage'] ?? '', amount: ({ cells }) => money(cells['Amount']) },
  },
  leads: {
    kind: 'lead',
    fields: { status: ({ cells }) => cells['Status'] ?? '', owner: ({ cells }) => cells['Owner'] ?? '' },
  },
};

/** Minor units of the company's currency. An empty amount has one, too. */
const money = (text = ''): string => (text === '' ? '' : `${Math.round(Number(text) * 100)} EUR`);

/** A line without what was seen before: `deals D1 stage Open Won 1790841600`. */
export const said = ({ source, key, field, from, to, at }: Omit<ObservedLine, 'kind' | 'seenBefore'>): string =>
  [source, key, field, from, to, at].join(' ');

/** The records that stand at an instant by the exports until then, each with what is watched of it. */
export function shownAt(
  files: readonly LaidFile[],
  table: string,
  instant: number,
): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const until = files.filter((file) => file.table.name === table && file.time <= instant);
  const rows = [...(plainTables(until)[0]?.rows.values() ?? [])].filter((row) =>
    ['there', 'merged'].includes(fateOf(row)),
  );
  const fields = Object.entries(watched[table]?.fields ?? {});
  return new Map(rows.map((row) => [row.key, new Map(fields.map(([field, read]) => [field, read(row)]))]));
}

/** Every edit that the exports show, oldest first, when all of them are looked at in the order of time. */
export function editsShown(files: readonly LaidFile[]): string[] {
  return Object.keys(watched).flatMap((table) => {
    const times = [...new Set(files.filter((file) => file.table.name === table).map(({ time }) => time))];
    const known = new Map<string, Map<string, string>>();
    const gone = new Set<string>();
    return times
      .toSorted((one, other) => one - other)
      .flatMap((at) => {
        const shown = shownAt(files, table, at);
        const line = (key: string, field: string, from: string, to: string): string =>
          said({ source: table, key, field, from, to, at });
        const lines = [...shown].flatMap(([key, fields]) => {
          const before = known.get(key);
          known.set(key, new Map(fields));
          const edits = [...fields].filter(([field, to]) => (before?.get(field) ?? '') !== to);
          const told = edits.map(([field, to]) => line(key, field, before?.get(field) ?? '', to));
          if (!before && told.length === 0) return [line(key, 'record', '', 'here')];
          return gone.delete(key) ? [...told, line(key, 'record', 'gone', 'here')] : told;
        });
        const lost = [...known.keys()].filter((key) => !shown.has(key) && !gone.has(key));
        for (const key of lost) gone.add(key);
        return [...lines, ...lost.map((key) => line(key, 'record', 'here', 'gone'))];
      });
  });
}

/** Lines that are not true: what they say a record became is not what the exports until then show. */
export function untrue(lines: readonly ObservedLine[], files: readonly LaidFile[]): string[] {
  return lines.flatMap((line) => {
    if (line.key === '') return [];
    const shown = shownAt(files, line.source, line.at).get(line.key);
    const isSo =
      line.field === 'record' ? (line.to === 'gone') === (shown === undefined) : shown?.get(line.field) === line.to;
    return isSo ? [] : [said(line)];
  });
}
