/** The words of what the newest number is put beside. */
import type { MetricValue } from '../../values/value.ts';
import { byTodaysWording, isRecent } from '../by-todays-wording.ts';
import { briefest } from '../count-words.ts';
import { none, nothing } from '../locale/en/beside.ts';
import * as en from '../locale/en/over-time.ts';
import { standsHow } from '../stands-how.ts';
import { calledIn, levelsOf, type Subject } from '../subject.ts';
import { isAdditive } from '../traits.ts';
import { levelOn } from '../wording-on.ts';
import { number, type Facts } from './statement-kind.ts';

type Name = 'before' | 'yearAgo';
const names = ['before', 'yearAgo'] as const;
type Length = 'sentence' | 'short';

const pieces = ({ metric }: Subject) => metric.unit.unit === 'records';

/** Another period's number, clear of the newest one and of what was agreed then. */
function numberWords(row: MetricValue, now: number, { metric, numbers }: Subject, length: Length): string {
  const agreed = [row.target, row.broken].map((level) => levelOn(metric, row.to, level));
  return numbers[length](row.value ?? 0, [now, ...agreed.filter((level) => level !== null)]);
}

/** Whether a number is the newest one, or nearly: both are said alike, where no level lies between. */
export function likeness(row: MetricValue, now: number, subject: Subject): 'same' | 'nearly' | null {
  if (row.value === now) return 'same';
  const said = subject.numbers.sentence(now, levelsOf(subject));
  return numberWords(row, now, subject, 'sentence') === said ? 'nearly' : null;
}

function saidOf(row: MetricValue, now: number, subject: Subject, length: Length): string {
  const alike = likeness(row, now, subject);
  if (alike) return alike === 'same' ? en.theSame : en.littleApart;
  if (row.value === 0 && isAdditive(subject.metric)) return pieces(subject) ? none : nothing;
  return numberWords(row, now, subject, length);
}

/** The rows of the facts, as today's wording counts them. */
function rowsOf(facts: Facts, subject: Subject): { readonly name: Name; readonly row: MetricValue }[] {
  const rows = byTodaysWording(subject);
  return names.flatMap((name) => {
    const row = rows.find(({ period }) => period === facts[name]);
    return row ? [{ name, row }] : [];
  });
}

/** Where a metric's name stands beside it a period is named shorter. */
const shortWhen = (name: Name, row: MetricValue, subject: Subject) =>
  name === 'yearAgo' ? en.yearAgoWords(isRecent(subject)) : en.whenWords(calledIn(subject, row), null);

function besideOf(facts: Facts, subject: Subject, length: Length): en.Beside[] {
  const now = number(facts, 'value');
  return rowsOf(facts, subject).map(({ name, row }) => ({
    said: saidOf(row, now, subject, length),
    when: length === 'short' ? shortWhen(name, row, subject) : en.whenWords(calledIn(subject, row), standsHow(subject)),
    alike: likeness(row, now, subject) !== null,
  }));
}

/** `9 points less than in September`, of each. */
function apartOf(facts: Facts, subject: Subject, length: Length): string[] {
  return rowsOf(facts, subject).map(({ name, row }) => {
    const distance = subject.numbers.distance(number(facts, 'value'), row.value ?? 0);
    const than = length === 'short' ? shortWhen(name, row, subject) : en.whenWords(calledIn(subject, row), null);
    return en.apartWords(distance, facts['more'] === true, pieces(subject), than);
  });
}

export function comparedWords(facts: Facts, subject: Subject): string {
  if (facts['says'] === 'apart') return en.thatIs(apartOf(facts, subject, 'sentence'));
  const isCounted = rowsOf(facts, subject).every(({ row }) => (row.value ?? 0) >= 0);
  return en.besideWords(besideOf(facts, subject, 'sentence'), pieces(subject) && isCounted);
}

/** Both where there is room, else the period before. */
export function comparedBrief(facts: Facts, subject: Subject): string {
  const said =
    facts['says'] === 'apart'
      ? apartOf(facts, subject, 'short')
      : besideOf(facts, subject, 'short').map(en.besideBrief);
  return briefest([said.join(', '), said[0] ?? '']);
}
