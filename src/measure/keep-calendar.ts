import { calendarDemand } from './calendar-demand.ts';
import { askedOf, keyOf } from './metric-key.ts';
import { fillCalendarTables } from '../store/calendar-tables.ts';
import type { CompiledAgreement, Sources } from './compile.ts';
import type { Computing } from './measure-counted.ts';

/** What the calendar tables were filled for is kept under this name. */
const calendarName = 'calendar';

/** Fills the calendar tables for what a run asks, unless they were filled for the same. */
export async function keepCalendar(
  { db, kept, anew, names }: Pick<Computing, 'db' | 'kept' | 'anew' | 'names'>,
  { agreement }: Sources,
  rounds: readonly CompiledAgreement[],
): Promise<void> {
  const instants = [...new Set(rounds.flatMap(instantsOf))].toSorted((one, other) => one - other);
  const demands = rounds.map(({ demand }) => demand);
  const key = keyOf([instants, demands.map(askedOf), agreement.company, agreement.calendars, agreement.currencies]);
  names.add(calendarName);
  const [demand] = demands;
  if (!demand || kept.get(calendarName) === key) return;
  await fillCalendarTables(db, { agreement, ...(await calendarDemand(db, agreement, demand, instants)) });
  anew.push({ name: calendarName, key, found: null });
}

function instantsOf({ metrics, newest }: CompiledAgreement): number[] {
  const asOf = [...metrics.values()].flatMap(({ asOf, ends }) => [asOf, ...ends.map((end) => end.asOf)]);
  return [newest, ...asOf.map(({ instant }) => instant)];
}
