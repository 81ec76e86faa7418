import { instantOf, localDayOf } from './berlin-time.ts';
import type { Dice } from './chance.ts';
import { robots, type User } from './company.ts';
import type { MeetingOutcome, Touch } from './lead-life.ts';
import { afterHours, openFrom, workAfter } from './office.ts';
import type { Month } from './plan.ts';
import type { Answer } from './visits.ts';

/** A handover as its touches see it. */
export interface Chase {
  readonly answer: Answer;
  readonly month: Month;
  readonly followedUp: boolean;
  readonly qualified: number;
  readonly assigned: number;
  readonly owner: User;
}

/** Something done by a person at an instant, written down within the minute. */
export function touch(kind: Touch['kind'], at: number, owner: string, inbound = false): Touch {
  return { kind, inbound, owner, logged: at + 45, done: at, due: localDayOf(at) };
}

/** Whether a person of ours got in touch, or tried to. */
export function isTry({ kind, inbound, done }: Touch): boolean {
  return kind !== 'cadence' && kind !== 'to do' && !inbound && done !== null;
}

/** Hours of opening time until the first touch: in time or not, under the promise that held when the lead was qualified. */
function waitOf(inTime: boolean, year: number, dice: Dice): number {
  const promised = year >= 2026 ? 8 : 16;
  return inTime ? 0.15 + (promised - 0.7) * dice.next() ** 1.5 : promised + dice.between(0.8, 30);
}

/** What must not count as a touch: what a robot sends, what came in, and what was only planned. */
function noise({ qualified, assigned, owner }: Chase, dice: Dice): Touch[] {
  const touches: Touch[] = [];
  if (dice.chance(0.3)) {
    const sender = dice.chance(0.7) ? robots[1].id : owner.id;
    touches.push(touch('cadence', qualified + dice.whole(120, 4000), sender));
  }
  if (dice.chance(0.12)) {
    const kind = dice.chance(0.3) ? 'call' : 'email';
    touches.push(touch(kind, afterHours(qualified, dice.between(0.1, 6)), owner.id, true));
  }
  if (dice.chance(0.12)) {
    const due = localDayOf(assigned) + dice.whole(0, 9);
    touches.push({ ...touch('to do', assigned + 60, owner.id), done: null, due });
  }
  return touches;
}

/** A call some days before the lead was assigned, which counts as well; null where none fits. */
function earlyCall({ followedUp, assigned, owner }: Chase, dice: Dice): Touch | null {
  if (!followedUp || !dice.chance(0.07)) return null;
  const at = openFrom(assigned - dice.whole(5, 90) * 3600);
  return at < assigned - 60 ? touch('call', at, owner.id) : null;
}

/** The first touch, within opening hours but for a few in the evening. */
function firstTouch(chase: Chase, dice: Dice): Touch {
  const { followedUp, assigned, owner } = chase;
  const planned = afterHours(assigned, waitOf(followedUp, chase.month.year, dice));
  const evening = instantOf(localDayOf(assigned), dice.whole(18 * 3600, 19 * 3600));
  const at = followedUp && evening > planned && dice.chance(0.1) ? evening : planned;
  return touch(dice.chance(0.55) ? 'call' : 'email', at, owner.id);
}

/** A meeting that was put in the calendar days ahead. */
function meeting(after: number, owner: string, dice: Dice): Touch {
  const at = workAfter(after, dice.between(3, 12), dice);
  return { ...touch('meeting', at, owner), logged: after + dice.whole(60, 900) };
}

/** What came of a meeting with a lead. In the first half of 2026 many were set that sales did not accept, or to which nobody came. */
function outcomeOf({ answer, month }: Chase, fate: Dice): MeetingOutcome {
  const weak = month.year === 2026 && month.month <= 6;
  const good = answer === 'accepted soon' || answer === 'accepted later';
  const accepted = (good ? 0.9 : 0.42) * (weak ? 0.6 : 1);
  if (fate.chance(accepted)) return 'Accepted';
  return fate.chance(0.5) ? 'No show' : 'Not accepted';
}

/** A meeting with a lead, soon after it was reached. */
function leadMeeting(chase: Chase, after: number, fate: Dice): Touch {
  const at = workAfter(after, fate.between(1, 7), fate);
  const outcome = outcomeOf(chase, fate);
  return { ...touch('meeting', at, chase.owner.id), logged: after + fate.whole(60, 900), outcome };
}

/** Nobody gets in touch with some of those who were not followed up; in August with hardly any of them. */
function isNeglected({ followedUp, answer, month }: Chase, dice: Dice): boolean {
  if (followedUp) return false;
  return month.month === 8 ? dice.chance(0.92) : answer !== 'accepted soon' && dice.chance(0.45);
}

/** Everything that was sent, said or planned because of a handover. */
export function touchesOf(chase: Chase, dice: Dice, fate: Dice): Touch[] {
  const touches = noise(chase, dice);
  const early = earlyCall(chase, dice);
  if (early) touches.push(early);
  if (early && dice.chance(0.6)) return touches;
  if (isNeglected(chase, dice)) return touches;
  const first = firstTouch(chase, dice);
  touches.push(first);
  for (let more = dice.whole(0, 2); more > 0; more--) {
    const at = afterHours(first.done!, dice.between(2, 60));
    touches.push(
      dice.chance(0.25)
        ? leadMeeting(chase, first.done!, fate)
        : touch(dice.pick(['call', 'email']), at, chase.owner.id),
    );
  }
  if (fate.chance(0.22)) touches.push(leadMeeting(chase, first.done!, fate));
  return touches;
}

/** What happens around a deal, from its opening to its end or the export: some calls at first, then now and then, unless it is forgotten. */
export function dealTouches(
  opened: number,
  until: number,
  owner: string,
  silent: boolean,
  most: number,
  dice: Dice,
): Touch[] {
  const touches: Touch[] = [];
  const first = dice.whole(0, most);
  const last = silent ? first : Infinity;
  let at = opened;
  for (let count = 0; count < last; count++) {
    at = workAfter(at, count < first ? dice.between(3, 16) : dice.between(32, 52), dice);
    if (at >= until) break;
    touches.push(
      dice.chance(count < first ? 0.15 : 0.05)
        ? meeting(at, owner, dice)
        : touch(dice.pick(['call', 'email']), at, owner, dice.chance(0.2)),
    );
  }
  return touches;
}
