import { clockName, type Clock } from '../calendar/clock.ts';
import type { CutGrain } from '../calendar/periods.ts';
import type { Day } from '../values/period.ts';

/** Where a moment's values come from: what tells the calendar tables which times they must hold. */
export type MomentSource =
  /** Any value of a column of records. */
  | {
      readonly source: 'column';
      readonly table: string;
      readonly column: string;
      readonly precision: 'day' | 'instant';
    }
  | { readonly source: 'day'; readonly day: Day }
  | { readonly source: 'instant'; readonly instant: number }
  /** The other end of a window that starts at another. */
  | {
      readonly source: 'end';
      readonly of: MomentSource;
      readonly clock: Clock;
      readonly precision: 'day' | 'instant';
    }
  /** The first or last day of the period of a grain that another lies in. */
  | { readonly source: 'edge'; readonly of: MomentSource; readonly grain: CutGrain }
  | { readonly source: 'any'; readonly of: readonly MomentSource[] };

/** The same for sources that have the same values. */
export function sourceName(source: MomentSource): string {
  switch (source.source) {
    case 'column':
      return `${source.table}.${source.column}`;
    case 'day':
      return source.day;
    case 'instant':
      return String(source.instant);
    case 'end':
      return `${clockName(source.clock)} of (${sourceName(source.of)}) as ${source.precision}`;
    case 'edge':
      return `edge of the ${source.grain} of (${sourceName(source.of)})`;
    case 'any':
      return `any of ${source.of.map(sourceName).join(', ')}`;
  }
}
