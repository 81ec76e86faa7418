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
  /** Rows that were left out by a rule that says why. */
  readonly leftOutBecause: Map<string, number>;
  /** Keys that came again with other values; null where nobody asked. */
  changed: Changed | null;
  /** Of other sources' files, rows whose records these rows replaced though nothing tells which is newer. */
  readonly claimed: Map<string, Claim>;
}

/** Keys that came again with other values. */
export interface Changed {
  readonly keys: Set<string>;
  rows: number;
  /** The line of the first. */
  line: number;
}

/** Records that two sources give, each in its way. */
export interface Claim {
  readonly kind: string;
  readonly key: string;
  /** The first such row. */
  readonly line: number;
  rows: number;
}

export function newChanged(): Changed {
  return { keys: new Set(), rows: 0, line: 0 };
}

/** Notes a key that came again with other values, where somebody asked. */
export function noteChanged({ changed }: RowCounts, key: string, line: number): void {
  if (!changed) return;
  changed.keys.add(key);
  changed.rows += 1;
  changed.line ||= line;
}

/** Notes a record that another source's file gave in its way. */
export function noteClaim({ claimed }: RowCounts, otherFile: string, claim: Claim): void {
  const known = claimed.get(otherFile);
  if (known) known.rows += 1;
  else claimed.set(otherFile, claim);
}

/** Counts a row that is no record by a rule, which may say why. */
export function leaveOut(counts: RowCounts, because: string): void {
  counts.leftOut += 1;
  if (because !== '') counts.leftOutBecause.set(because, (counts.leftOutBecause.get(because) ?? 0) + 1);
}

export function newCounts(source: string, file: string): RowCounts {
  const none = { gaveRecords: 0, merged: 0, repeats: 0, leftOut: 0, superseded: 0, deleted: 0, rejected: 0 };
  const told = {
    made: new Map<string, number>(),
    leftOutBecause: new Map<string, number>(),
    claimed: new Map<string, Claim>(),
  };
  return { source, file, rows: 0, asOf: null, changed: null, ...told, ...none };
}

export function addMade(counts: RowCounts, kind: string, records: number): void {
  counts.made.set(kind, (counts.made.get(kind) ?? 0) + records);
}

/** @throws where a row is counted twice or not at all, which must never be published. */
export function accountOf(of: RowCounts): FileAccount {
  const { source, file, asOf, rows, made, leftOutBecause } = of;
  const counts = Object.fromEntries(fates.map((fate) => [fate, of[fate]])) as Record<Fate, number>;
  const sum = fates.reduce((all, fate) => all + counts[fate], 0);
  if (sum !== rows || fates.some((fate) => counts[fate] < 0)) {
    const said = fates.map((fate) => `${fate} ${counts[fate]}`).join(', ');
    throw new Error(`The account of ${file} does not add up: ${rows} rows read, but ${said}.`);
  }
  const sorted = [...made].filter(([, records]) => records > 0).sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    source,
    file,
    asOf,
    rows,
    ...counts,
    made: Object.fromEntries(sorted),
    leftOutBecause: Object.fromEntries(leftOutBecause),
  };
}
