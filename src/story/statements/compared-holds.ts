/** What the newest number is put beside, worked out again from what was measured. */
import type { MetricValue } from '../../values/value.ts';
import type { Subject } from '../subject.ts';
import { isBetter } from '../usual.ts';
import { number, type Facts } from './statement-kind.ts';
import { rounding } from './year-ago-holds.ts';

const dayLong = 86_400_000;

const names = ['before', 'yearAgo'] as const;
type Name = (typeof names)[number];

/** The whole at the reporting grain, in any order. */
function measured({ values, restated, usual }: Subject): readonly MetricValue[] {
  const raw: readonly MetricValue[] = restated.length > 0 ? restated : values;
  return raw.filter(({ dimension, grain }) => dimension === '' && grain === usual.grain);
}

/** Whether another period is the one that is meant, by the days that lie between, and its number is there to stay. */
function holdsThen(name: Name, facts: Facts, subject: Subject): boolean {
  if (facts[name] === null) return facts[`${name}Value`] === null;
  const rows = measured(subject);
  const [now, then] = [facts['period'], facts[name]].map((period) => rows.find((row) => row.period === period));
  if (!now || !then || then.status !== 'complete' || then.value !== facts[`${name}Value`]) return false;
  const { since } = subject.usual;
  if (subject.restated.length === 0 && since !== null && then.to < since) return false;
  const days = (Date.parse(now.from) - Date.parse(then.from)) / dayLong;
  const between = rows.filter(({ from }) => then.from < from && from < now.from).length;
  return name === 'before' ? days > 0 && between === 0 : days === 365 || days === 366;
}

/** Whether they lie apart as is said, on the side of the rule that fires at the newest one. */
function holdsApart(name: Name, facts: Facts, { usual, numbers }: Subject): boolean {
  const [now, then, newest] = [number(facts, 'value'), facts[`${name}Value`], usual.signals.at(-1)];
  if (!newest || newest.period !== facts['period'] || (newest.side === 'above') !== facts['more']) return false;
  if (typeof then !== 'number') return facts[`${name}Apart`] === null;
  return facts[`${name}Apart`] === numbers.apart(now, then) && (facts['more'] ? then < now : now < then);
}

/** Numbers that are said to be nearly the same differ by no more than rounding hides. */
const isNear = (one: number, other: number, subject: Subject) =>
  one !== other && Math.abs(one - other) <= rounding(one, other, subject);

/** Side by side, or apart for the better or the worse. */
function holdsManner(facts: Facts, subject: Subject): boolean {
  const { metric, latest } = subject;
  const values = names.map((name) => facts[`${name}Value`]).filter((value) => typeof value === 'number');
  const now = number(facts, 'value');
  if (facts['says'] === 'apart')
    return facts['better'] === isBetter(metric, facts['more'] === true ? 'above' : 'below', latest?.to ?? '');
  const nearly = facts['nearly'] === false || values.some((value) => isNear(value, now, subject));
  return facts['says'] === 'beside' && facts['same'] === values.includes(now) && nearly;
}

export function holdsCompared(facts: Facts, subject: Subject): boolean {
  const { latest } = subject;
  if (latest?.period !== facts['period'] || latest?.value !== facts['value']) return false;
  if (names.every((name) => facts[name] === null) || !holdsManner(facts, subject)) return false;
  return names.every(
    (name) => holdsThen(name, facts, subject) && (facts['says'] !== 'apart' || holdsApart(name, facts, subject)),
  );
}
