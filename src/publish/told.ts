/** What stands today, kept once a week, and what stood the last time. */
import { Temporal } from 'temporal-polyfill';
import { levelOn } from '../story/wording-on.ts';
import type { Subject } from '../story/subject.ts';
import type { Day } from '../values/period.ts';
import type { Before, ToldRow, ToldState } from '../values/told.ts';
import type { PublishedValue } from '../values/value.ts';
import { unitWord } from './api-row.ts';

/** The first day of the week that a day lies in. `weekStarts`: 1 is Monday, 7 is Sunday. */
export function weekOf(day: Day, weekStarts: number): Day {
  const date = Temporal.PlainDate.from(day);
  return date.subtract({ days: (date.dayOfWeek - weekStarts + 7) % 7 }).toString();
}

/**
 * What stood when something was first published in the newest week before this day's own: `the last time` is a week that
 * is over, however often the site was published in it. Null: there is none.
 */
export function beforeOf(told: readonly ToldRow[], today: Day, weekStarts: number): Before | null {
  const week = weekOf(today, weekStarts);
  const earlier = told.filter(({ day }) => weekOf(day, weekStarts) < week);
  const newest = earlier.reduce((latest, { day }) => {
    const its = weekOf(day, weekStarts);
    return its > latest ? its : latest;
  }, '');
  const ofWeek = earlier.filter(({ day }) => weekOf(day, weekStarts) === newest);
  const [day] = ofWeek.map((row) => row.day).sort();
  return day === undefined ? null : { day, rows: ofWeek.filter((row) => row.day === day) };
}

/** Every row that was ever told with this week's, where it has none yet: what is published again in a week changes nothing. */
export function withThisWeek(
  told: readonly ToldRow[],
  subjects: readonly Subject[],
  today: Day,
  weekStarts: number,
): readonly ToldRow[] {
  const week = weekOf(today, weekStarts);
  return told.some(({ day }) => weekOf(day, weekStarts) === week)
    ? told
    : [...told, ...subjects.flatMap((subject) => toldOf(subject, today))];
}

/** A metric's newest period that is over, and the one that runs. */
function toldOf(subject: Subject, day: Day): ToldRow[] {
  const row = (value: PublishedValue | null, state: ToldState): ToldRow[] =>
    value
      ? [
          {
            day,
            metric: subject.metric.slug,
            grain: value.grain,
            period: value.period,
            state,
            value: value.value,
            target: levelOn(subject.metric, value.to, value.target),
            mark: value.mark,
            waiting: value.waiting,
            unit: unitWord(subject.metric.unit),
            seal: subject.metric.seal,
          },
        ]
      : [];
  return [...row(subject.latest, 'over'), ...row(subject.running, 'so far')];
}
