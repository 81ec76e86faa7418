import type { FileAccount } from '../../values/rows.ts';

/** What can become of a row. Each row is counted under exactly one. */
export const fates = ['gaveRecords', 'merged', 'repeats', 'leftOut', 'superseded', 'deleted', 'rejected'] as const;
export type Fate = (typeof fates)[number];

/** The account of a file while it grows: later rows and files may still change what became of an earlier row. */
export interface RowCounts extends Record<Fate, number> {
  readonly source: string;
  readonly file: string;
  rows: number;
  asOf: number | null;
  readonly made: Map<string, number>;
}

export function newCounts(source: string, file: string): RowCounts {
  const none = { gaveRecords: 0, merged: 0, repeats: 0, leftOut: 0, superseded: 0, deleted: 0, rejected: 0 };
  return { source, file, rows: 0, asOf: null, made: new Map(), ...none };
}

export function addMade(counts: RowCounts, kind: string, records: number): void {
  counts.made.set(kind, (counts.made.get(kind) ?? 0) + records);
}

/** @throws where a row is counted twice or not at all, which must never be published. */
export function accountOf({ source, file, asOf, rows, made, ...counts }: RowCounts): FileAccount {
  const sum = fates.reduce((all, fate) => all + counts[fate], 0);
  if (sum !== rows || fates.some((fate) => counts[fate] < 0)) {
    const said = fates.map((fate) => `${fate} ${counts[fate]}`).join(', ');
    throw new Error(`The account of ${file} does not add up: ${rows} rows read, but ${said}.`);
  }
  const sorted = [...made].filter(([, records]) => records > 0).sort(([a], [b]) => (a < b ? -1 : 1));
  return { source, file, asOf, rows, ...counts, made: Object.fromEntries(sorted) };
}
