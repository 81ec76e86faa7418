import { dateOf, dayOf, instantOf, localDayOf } from './berlin-time.ts';
import type { Dice } from './chance.ts';
import { isClosed, stages, type Stage, type Standing, type Step } from './deal-stages.ts';
import { isWorkday, workdayFrom } from './office.ts';

/** What sales says of a deal on the last working day before a month. */
interface Call {
  /** The month's first and last day, as local days. */
  readonly first: number;
  readonly last: number;
  readonly year: number;
}

/** The first day of the month after a local day's. */
function monthAfter(day: number): number {
  const { year, month } = dateOf(day);
  return month === 12 ? dayOf(year + 1, 1, 1) : dayOf(year, month + 1, 1);
}

/**
 * Whether sales commits a deal to a month. It knows most of those that it will win, believes in some that it will lose, and in many that are
 * going to slip: in 2026 in more of them.
 */
function isCommitted(stage: Stage, end: Step, call: Call, dice: Dice): boolean {
  const ready = stage === 'Ready to close';
  const hopes = call.year >= 2026 ? 1 : 0;
  if (localDayOf(end.at) > call.last) return dice.chance(ready ? 0.28 + 0.25 * hopes : 0.04 + 0.04 * hopes);
  if (end.stage === 'Closed Won') return dice.chance(ready ? 0.93 : 0.8);
  return dice.chance((ready ? 0.45 : 0.22) + 0.1 * hopes);
}

/** A deal as sales sees it after a call. */
function called(now: Standing, end: Step, call: Call, dice: Dice): Standing {
  const late = now.stage === 'Proposal' || now.stage === 'Ready to close';
  if (!late) {
    const closeDay = now.closeDay > call.last ? now.closeDay : workdayFrom(call.first + dice.whole(32, 62));
    return { ...now, closeDay };
  }
  const planned = now.closeDay >= call.first && now.closeDay <= call.last;
  if (isCommitted(now.stage, end, call, dice)) {
    const closeDay = planned ? now.closeDay : Math.min(call.last, workdayFrom(call.first + dice.whole(8, 26)));
    return { ...now, forecast: 'Commit', closeDay };
  }
  const closeDay = now.closeDay > call.last ? now.closeDay : workdayFrom(call.last + dice.whole(3, 32));
  return { ...now, forecast: 'Best Case', closeDay };
}

/** How much more or less a deal was found to be worth when it was looked at again: mostly the same. */
function changeOf(dice: Dice): number {
  if (!dice.chance(0.06)) return 1;
  return dice.chance(0.5) ? dice.between(1.06, 1.3) : dice.between(0.8, 0.95);
}

const inHundreds = (amount: number | null, factor: number): number | null =>
  amount === null ? null : Math.round((amount * factor) / 100) * 100;

/** What the calls have changed so far of what a deal's course says. */
interface Seen {
  readonly closeDay: number;
  readonly committed: boolean;
  /** What it is worth now, against what its course says. */
  readonly factor: number;
}

/** A deal as it comes into a stage. */
function entered(step: Step, before: Step | undefined, seen: Seen, dice: Dice): Standing {
  const { at, stage } = step;
  const today = localDayOf(at);
  const reopened = before?.stage === 'Closed Lost';
  const closeDay = isClosed(stage) ? today : reopened ? workdayFrom(today + dice.whole(25, 50)) : seen.closeDay;
  const forecast = seen.committed && !isClosed(stage) && !reopened ? 'Commit' : stages[stage].forecast;
  return { at, stage, amount: inHundreds(step.amount, seen.factor), closeDay, forecast };
}

/** The instants of the calls between two instants, each with its month. */
function* callsBetween(from: number, to: number, dice: Dice): Generator<readonly [at: number, call: Call]> {
  for (let first = monthAfter(localDayOf(from)); ; first = monthAfter(first)) {
    const at = instantOf(lastWorkdayBefore(first), dice.whole(46_800, 57_600));
    if (at >= to) return;
    if (at > from + 60) yield [at, { first, last: monthAfter(first) - 1, year: dateOf(first).year }];
  }
}

/**
 * A deal's whole history: its stages, and between them what sales says of it at the turn of each month. Some deals are seldom looked after, so
 * their close dates pass.
 */
export function withCalls(dice: Dice, steps: readonly Step[], expected: number): Standing[] {
  const standings: Standing[] = [];
  const forgotten = dice.chance(0.35);
  let seen: Seen = { closeDay: forgotten ? expected - 25 : expected, committed: false, factor: 1 };
  steps.forEach((step, place) => {
    let now = entered(step, steps[place - 1], seen, dice);
    standings.push(now);
    const next = steps[place + 1];
    if (next && !isClosed(step.stage)) {
      const end = steps.slice(place).find(({ stage }) => isClosed(stage))!;
      for (const [at, call] of callsBetween(step.at, next.at, dice)) {
        if (forgotten && dice.chance(0.75)) continue;
        const factor = seen.factor * changeOf(dice);
        const then = { ...called(now, end, call, dice), amount: inHundreds(step.amount, factor), at };
        if (then.closeDay === now.closeDay && then.forecast === now.forecast && then.amount === now.amount) continue;
        seen = { ...seen, factor };
        now = then;
        standings.push(now);
      }
    }
    seen = { ...seen, closeDay: now.closeDay, committed: now.forecast === 'Commit' };
  });
  return standings;
}

function lastWorkdayBefore(day: number): number {
  let at = day - 1;
  while (!isWorkday(at)) at--;
  return at;
}
