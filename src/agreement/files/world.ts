import type { Company, Team, WorkCalendar } from '../../values/agreement.ts';
import type { Names } from '../names.ts';
import type { Problem } from '../../values/problem.ts';

/** What a metric's file is read beside. */
export interface World {
  readonly company: Company;
  readonly teams: readonly Team[];
  readonly calendars: readonly WorkCalendar[];
  readonly names: Names;
  readonly problems: Problem[];
}
