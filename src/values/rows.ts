import type { HealthFinding } from './health.ts';
import type { PullTold } from './pulls.ts';

/** The account of rows: what became of each row of each file. */

export interface FileAccount {
  /** The source's name: its file in `data/sources` without `.yml`. */
  readonly source: string;
  /** As a person finds it: relative to the exports folder. */
  readonly file: string;
  /** When the CRM wrote it, seconds since 1970: as stated, else its newest fact; null where nothing tells. */
  readonly asOf: number | null;
  /** Data rows read, the header not counted. It equals the sum of the seven that follow. */
  readonly rows: number;
  readonly gaveRecords: number;
  readonly merged: number;
  readonly repeats: number;
  readonly leftOut: number;
  readonly superseded: number;
  readonly deleted: number;
  readonly rejected: number;
  /** Of the rows that were left out, those whose rule says why. */
  readonly leftOutBecause: Readonly<Record<string, number>>;
  /** Records made, by kind. */
  readonly made: Readonly<Record<string, number>>;
}

export interface RejectedRow {
  readonly file: string;
  readonly line: number;
  /** The column's header, or '' where the row as a whole is at fault. */
  readonly column: string;
  /** What was read, at most 200 characters. Only of mapped columns. */
  readonly value: string;
  readonly reason: string;
}

/** Links by id that found nothing, by name that found none or many. */
export interface LinkAccount {
  readonly kind: string;
  readonly field: string;
  readonly filled: number;
  readonly notFound: number;
}

export interface IngestAccount {
  readonly files: readonly FileAccount[];
  readonly rejected: readonly RejectedRow[];
  readonly links: readonly LinkAccount[];
  /** What the CRM's users should mend, in the order of the checks; those that found nothing stand there too. */
  readonly health: readonly HealthFinding[];
  /** The connections that something is or was pulled from, by name. */
  readonly pulls: readonly PullTold[];
}
