/** Periods and days among a statement's facts, as sentences call them. */
import { fullPeriodWords } from '../locale/en/charts.ts';
import { dayWords, longDay, monthAndYear, periodWords } from '../locale/en/forms.ts';
import { dayNumbered } from '../numbers.ts';
import { numbersIn } from './fact-quantities.ts';
import type { Facts, OwnFacts } from '../statements/statement-kind.ts';
import { calledIn, periodOf, type Subject } from '../subject.ts';

/** All that the times among the facts of a kind may be called, and the day of the data. */
export type TimesOf = (facts: Facts, kind: Pick<OwnFacts<never>, 'numbers'>) => readonly string[];

/** What a day may be called. */
export const dayNames = (day: string): string[] => [
  longDay(day),
  dayWords(day),
  ...(day.endsWith('-01') ? [monthAndYear(day)] : []),
];

function namesOf(fact: string, subject: Subject): string[] {
  if (/^\d{4}-\d\d-\d\d$/u.test(fact)) return dayNames(fact);
  const isNamed = ({ period }: { readonly period: string }) => period === fact;
  const row = subject.values.find(isNamed) ?? subject.restated.find(isNamed);
  if (!row) return expectedIn(fact, subject);
  return [calledIn(subject, row), periodWords(periodOf(row), subject.today), fullPeriodWords(periodOf(row))];
}

/** A period that no value is of yet: one in which a decision is expected to show. */
function expectedIn(name: string, { agreement, today }: Subject): string[] {
  const expected = agreement.notes.flatMap(({ decision }) => decision?.expects?.period ?? []);
  const period = expected.find((one) => one.name === name);
  return period ? [periodWords(period, today), fullPeriodWords(period)] : [];
}

/** Of one metric. What a time is called is worked out once: sentences name few of them again and again. */
export function timesOf(subject: Subject): TimesOf {
  const known = new Map<string | number, readonly string[]>();
  const isDay = subject.metric.unit.unit === 'day';
  const ask = (fact: string | number) => {
    const names = known.get(fact) ?? (typeof fact === 'string' ? namesOf(fact, subject) : dayNames(dayNumbered(fact)));
    known.set(fact, names);
    return names;
  };
  return (facts, kind) => [
    ...Object.values(facts).flatMap((fact) => (typeof fact === 'string' ? ask(fact) : [])),
    ...(isDay ? numbersIn(facts, kind) : []).flatMap(({ amount, sort }) => (sort === 'own' ? ask(amount) : [])),
    ...ask(subject.today),
  ];
}
