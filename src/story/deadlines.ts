import type { Wording } from '../values/agreement.ts';
import type { Condition, Duration, Unit, Window } from '../values/tree.ts';

/** Rough minutes of a unit, only to tell the longer of two durations. */
const about: Record<Unit, number> = {
  minutes: 1, 'business minutes': 4, hours: 60, 'business hours': 240, days: 1440, 'calendar days': 1440, 'business days': 2000, weeks: 10_080,
  months: 43_200,
}; // prettier-ignore

const isWindow = (node: object): node is Window => 'duration' in node && 'side' in node && 'anchor' in node;

function windowsIn(node: unknown): Window[] {
  if (typeof node !== 'object' || node === null) return [];
  if (isWindow(node)) return [node];
  return Object.values(node).flatMap(windowsIn);
}

const testsIn = (condition: Condition): Condition[] =>
  condition.is === 'test' ? [condition] : condition.of.flatMap(testsIn);

/** Whether a record keeps what was agreed by time alone, so that what misses it is late: 'in time' says it all. */
export function isAboutTime({ keptWhen }: Pick<Wording, 'keptWhen'>): boolean {
  const tests = keptWhen.flatMap(testsIn);
  return tests.length > 0 && tests.every((test) => windowsIn(test).length > 0);
}

/** The time that a record has to keep what was agreed: the longest window after a moment; null where nothing has a deadline. */
export function timeToKeep({ keptWhen }: Pick<Wording, 'keptWhen'>): Duration | null {
  const conditions: readonly Condition[] = keptWhen;
  const durations = windowsIn(conditions)
    .filter(({ side }) => side === 'after')
    .map(({ duration }) => duration);
  return durations.toSorted((one, other) => about[other.unit] * other.amount - about[one.unit] * one.amount)[0] ?? null;
}
