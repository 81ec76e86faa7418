import type { Company, Team, Term, WorkCalendar } from '../../values/agreement.ts';
import type { Names } from '../names.ts';
import type { Problem } from '../../values/problem.ts';

/** What a metric's file is read beside. Null where that file is at fault: then nothing that names it is complained about. */
export interface World {
  readonly company: Company;
  readonly teams: readonly Team[] | null;
  readonly calendars: readonly WorkCalendar[] | null;
  readonly names: Names;
  readonly terms: readonly Term[];
  /** Slugs of all metrics' files, also of those at fault. */
  readonly slugs: readonly string[];
  readonly problems: Problem[];
}
