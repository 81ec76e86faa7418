import { units, type Condition, type Duration } from '../../values/tree.ts';
import type { Agreement, WorkCalendar } from '../../values/agreement.ts';
import type { Place, Problem } from '../../values/problem.ts';

type Known = Pick<Agreement, 'company' | 'calendars' | 'terms' | 'figures' | 'metrics'>;

/** A warning for each stretch of business hours or minutes that no working day has: it is over on another day, and days say so better. */
export function longHours({ company, calendars, terms, figures, metrics }: Known): Problem[] {
  const own = (slug: string): number => longestDay(calendars.find((calendar) => calendar.slug === slug));
  const inTerms = terms.flatMap((term) => tooLong([...term.where, ...term.exceptWhen], own(company.calendar)));
  const inFigures = figures.flatMap(({ is, at }) => warningsOf(durationsIn(is), at, own(company.calendar)));
  const inMetrics = metrics.flatMap(({ wordings, calendar }) =>
    wordings.flatMap(({ keptWhen, instead, exceptWhen }) =>
      tooLong([...keptWhen, ...instead.flatMap((one) => [one.when, ...one.keptWhen]), ...exceptWhen], own(calendar)),
    ),
  );
  return [...inTerms, ...inFigures, ...inMetrics];
}

/** Opening minutes of the longest day of the week; none where the calendar is not known. */
function longestDay(calendar: WorkCalendar | undefined): number {
  const minutes = new Map<number, number>();
  for (const { weekday, opens, closes } of calendar?.openings ?? []) {
    minutes.set(weekday, (minutes.get(weekday) ?? 0) + closes - opens);
  }
  return Math.max(0, ...minutes.values());
}

function tooLong(conditions: readonly Condition[], longest: number): Problem[] {
  return conditions.flatMap((condition): Problem[] => {
    if (condition.is !== 'test') return tooLong(condition.of, longest);
    return warningsOf(durationsIn(condition.slots), condition.at, longest);
  });
}

function warningsOf(durations: readonly Duration[], at: Place, longest: number): Problem[] {
  return durations.flatMap(({ amount, unit }): Problem[] => {
    const minutes = { 'business hours': 60, 'business minutes': 1 }[unit as string];
    if (minutes === undefined || longest === 0 || amount * minutes <= longest) return [];
    const says = `${amount} ${unit} is more than a working day, which has ${longest / minutes}`;
    const days = Math.max(1, Math.round((amount * minutes) / longest));
    return [
      { ...at, level: 'warning', says, fix: `say "${days} business ${days === 1 ? 'day' : 'days'}" if you mean days` },
    ];
  });
}

/** The stretches of time anywhere in a tree; sentences inside of it have places of their own, but speak of the same. */
function durationsIn(tree: unknown): Duration[] {
  if (typeof tree !== 'object' || tree === null) return [];
  if (isDuration(tree)) return [tree];
  return Object.values(tree).flatMap(durationsIn);
}

function isDuration(tree: object): tree is Duration {
  return 'amount' in tree && 'unit' in tree && units.some((unit) => unit === tree.unit);
}
