/** What the bench of the ingest found, as data. */
import type { Took } from './run-aside.ts';
import type { PartTime } from './time-in-parts.ts';

/** A first full ingest of a company of a size. */
export interface SizeReport extends Took {
  readonly leads: number;
  readonly rows: number;
  readonly megabytesRead: number;
  /** Seconds until the ingest itself begins: the program, the agreement and the sources are read then. */
  readonly start: number;
  /** Seconds by the clock for a million rows, without the start. */
  readonly perMillionRows: number;
  /** Seconds by the clock that each step took. */
  readonly steps: readonly PartTime[];
}

export interface DeltaReport {
  readonly rows: number;
  readonly megabytes: number;
  readonly took: Took;
}

export interface WholeWayReport {
  readonly metrics: number;
  readonly pages: number;
  readonly fromNothing: Took;
  readonly afterAChange: Took;
}

export interface IngestReport {
  readonly leads: number;
  readonly cores: number;
  /** Each thing was run so often, and the least counts. */
  readonly times: number;
  /** Null where there is no `sqlite3` command. */
  readonly floor: Took | null;
  /** That of the company asked for, the last of the sizes. */
  readonly full: SizeReport;
  readonly sizes: readonly SizeReport[];
  readonly parts: { readonly leads: number; readonly times: readonly PartTime[] };
  readonly unchanged: Took;
  readonly delta: DeltaReport;
  readonly whole: WholeWayReport;
}
