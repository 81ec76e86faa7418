/** What a metric's statements took, alike ones together, each with its plan in words. */
import type { PlanLine, Ran } from './watched-store.ts';

/** Statements that differ by nothing but their numbers, days and names of joins. */
export interface Shape {
  readonly sql: string;
  readonly times: number;
  readonly milliseconds: number;
  /** What is read, a line each, what belongs to a line two spaces further in; lines that come again are told once, with their number. */
  readonly plan: readonly string[];
  /** Tables of records that each of these statements reads from end to end. */
  readonly scans: readonly string[];
}

/** Puts what was run together by shape, the longest first. `records`: names of the tables that hold records. */
export function shapesOf(ran: readonly Ran[], records: ReadonlySet<string>): Shape[] {
  const groups = Map.groupBy(ran, ({ sql }) => shapeOf(sql));
  return [...groups.values()]
    .flatMap((alike): Shape[] => {
      const [first] = alike;
      if (!first) return [];
      const milliseconds = alike.reduce((sum, one) => sum + one.milliseconds, 0);
      const scans = scannedIn(first, records);
      return [{ sql: first.sql, times: alike.length, milliseconds, plan: told(first.plan), scans }];
    })
    .toSorted((one, other) => other.milliseconds - one.milliseconds);
}

const shapeOf = (sql: string): string => sql.replaceAll(/\b\d+\b/g, '#').replaceAll(/'[^']*'/g, "'..'");

/** A statement that is asked anew for each period may not read all records each time. */
export const perPeriod = 4;

/** Tables that a shape reads from end to end again and again: for each period anew. */
export function scannedPerPeriod({ times, scans }: Shape): readonly string[] {
  return times >= perPeriod ? scans : [];
}

/** SQLite speaks of a table by its alias; the statement says which table that is. */
function scannedIn({ sql, plan }: Ran, records: ReadonlySet<string>): string[] {
  const tables = new Map([...sql.matchAll(/"(\w+)" as "(\w+)"/g)].map(([, table = '', alias = '']) => [alias, table]));
  const scanned = plan.flatMap(({ detail }) => {
    const [, name] = /^SCAN (\w+)/.exec(detail) ?? [];
    const table = name && (tables.get(name) ?? name);
    return table && records.has(table) && !/VIRTUAL/.test(detail) ? [table] : [];
  });
  return [...new Set(scanned)];
}

function told(plan: readonly PlanLine[]): string[] {
  const depths = new Map<number, number>([[0, -1]]);
  const lines = plan.map(({ id, parent, detail }) => {
    const depth = (depths.get(parent) ?? -1) + 1;
    depths.set(id, depth);
    return `${'  '.repeat(depth)}${detail}`;
  });
  const counts = new Map<string, number>();
  for (const line of lines) counts.set(line, (counts.get(line) ?? 0) + 1);
  return [...counts].map(([line, count]) => (count === 1 ? line : `${line} (${count} times)`));
}
