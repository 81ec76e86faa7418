import { localDayOf } from './berlin-time.ts';
import type { Dice } from './chance.ts';
import {
  marketers,
  partners,
  robots,
  salesQueues,
  salesTeams,
  type Partner,
  type SalesTeam,
  type User,
} from './company.ts';
import type { Change, Owner, Rejection, Status, Touch } from './lead-life.ts';
import { afterHours, openFrom } from './office.ts';
import type { Person } from './person.ts';
import type { Month, Task } from './plan.ts';
import { shareOf, type Answer, type Visit } from './visits.ts';

/** What one time of being qualified leaves behind on a lead. */
export interface Handover {
  readonly changes: readonly Change[];
  readonly touches: readonly Touch[];
  readonly rejection: Rejection | null;
  readonly accepted: number | null;
  readonly givenTo: Partner | null;
  readonly team: SalesTeam;
}

/** What is drawn for one handover before its moments are. */
interface Draws {
  readonly givenTo: Partner | null;
  readonly followedUp: boolean;
  readonly handedOver: boolean;
  /** From 0 to 1: how the lead found its owner. */
  readonly way: number;
}

/** Named draws of lots, one for each question asked of a month's leads. */
const draw = { partner: 1, followUp: 2, handOver: 3, way: 4, before: 5 };

const partnerShare = 0.12;

function drawsOf(task: Task, visit: Visit, dice: Dice, returned: boolean): Draws {
  const { rates } = visit.month;
  const rank = Math.floor(shareOf(task, visit, draw.partner) * visit.of);
  const givenTo = !returned && rank < Math.round(visit.of * partnerShare) ? partnerOf(rank, visit.month) : null;
  // The others make up for the partner that does not follow up, so that the month as a whole comes out as planned.
  const rest = Math.min(0.99, (rates.followedUp - partnerShare * 0.34 * 0.25) / (1 - partnerShare * 0.34));
  const followedUp = givenTo === partners[0] ? dice.chance(0.24) : shareOf(task, visit, draw.followUp) < rest;
  return {
    givenTo,
    followedUp,
    handedOver: shareOf(task, visit, draw.handOver) < rates.handedOver,
    way: shareOf(task, visit, draw.way),
  };
}

function partnerOf(rank: number, month: Month): Partner {
  return rank % 3 === 0 ? partners[0]! : partners[1 + ((rank + month.index) % 3)]!;
}

function teamOf(person: Person, givenTo: Partner | null): SalesTeam {
  if (givenTo) return 'Partner sales';
  if (person.region === 'International') return 'Sales International';
  return person.size !== null && person.size >= 60 ? 'Sales DACH' : 'Inside sales';
}

/** The owner's way from qualified to a person: already there, sent on at once, or through a queue. */
function assignmentOf(
  at: number,
  draws: Draws,
  team: SalesTeam,
  owner: User,
  dice: Dice,
): { assigned: number; changes: Change[] } {
  const by = robots[0].id;
  if (draws.handedOver && draws.way < 0.12) return { assigned: at, changes: [] };
  if (draws.handedOver && draws.way < 0.24) {
    const assigned = at + dice.whole(3, 40);
    return { assigned, changes: [{ at: assigned, by, field: 'Owner', to: owner }] };
  }
  const hours = draws.handedOver
    ? 0.1 + 3.5 * dice.next() ** 1.4
    : dice.chance(0.15)
      ? dice.between(24, 50)
      : dice.between(4.6, 22);
  const assigned = afterHours(at, hours);
  const queued: Change = { at: at + 2, by, field: 'Owner', to: salesQueues[team] };
  return {
    assigned,
    changes: [queued, { at: assigned, by: dice.chance(0.5) ? owner.id : marketers[0]!.id, field: 'Owner', to: owner }],
  };
}

const reasons = [
  'No budget',
  'No need',
  'No need',
  'Not reached',
  'Not reached',
  'Wrong person',
  'Student',
  'Competitor',
];
const laters = ['Next budget year', 'When the contract ends', 'After the new site opens', 'When the team has grown'];

function rejectionOf(answer: Answer, at: number, dice: Dice): Rejection {
  const reason =
    answer === 'rejected soon'
      ? dice.pick(reasons)
      : dice.pick(['Other', 'Other', 'Unknown', '', 'No need', 'Not reached']);
  const later = (reason === 'No budget' || reason === 'No need') && dice.chance(0.7);
  return {
    at,
    reason,
    wouldBeGoodWhen: later ? dice.pick(laters) : '',
    retryOn: later && dice.chance(0.8) ? localDayOf(at) + dice.whole(90, 300) : null,
  };
}

interface Ending {
  readonly status: Status | null;
  readonly at: number;
  readonly rejection: Rejection | null;
}

/** Hours are of opening time: the promise ends after 40, five working days of eight. */
function endingOf(answer: Answer, assigned: number, dice: Dice): Ending {
  if (answer === 'accepted soon')
    return { status: 'Accepted', at: afterHours(assigned, 1 + 36 * dice.next() ** 1.3), rejection: null };
  if (answer === 'accepted later')
    return { status: 'Accepted', at: afterHours(assigned, dice.between(41.5, 77)), rejection: null };
  if (answer === 'rejected soon') {
    const at = afterHours(assigned, dice.between(2, 37));
    return { status: 'Rejected', at, rejection: rejectionOf(answer, at, dice) };
  }
  if (dice.chance(0.3)) return { status: null, at: 0, rejection: null };
  const at = afterHours(assigned, dice.between(42, 130));
  return { status: 'Rejected', at, rejection: rejectionOf(answer, at, dice) };
}

function touch(kind: Touch['kind'], at: number, owner: string, inbound = false): Touch {
  return { kind, inbound, owner, logged: at + 45, done: at, due: localDayOf(at) };
}

/** Hours of opening time until the first touch: in time or not, under the promise that held when the lead was qualified. */
function waitOf(inTime: boolean, year: number, dice: Dice): number {
  const day = year >= 2026 ? 8 : 16;
  return inTime ? 0.15 + (day - 0.7) * dice.next() ** 1.5 : day + dice.between(0.8, 30);
}

/** The touches of a handover. What a robot sends, what came in and what was only planned stand among them, and must not count. */
function touchesOf(visit: Visit, draws: Draws, at: number, assigned: number, owner: User, dice: Dice): Touch[] {
  const touches: Touch[] = [];
  if (dice.chance(0.3))
    touches.push({ ...touch('cadence', at + dice.whole(120, 4000), dice.chance(0.7) ? robots[1].id : owner.id) });
  if (dice.chance(0.12))
    touches.push(touch(dice.chance(0.3) ? 'call' : 'email', afterHours(at, dice.between(0.1, 6)), owner.id, true));
  if (dice.chance(0.12))
    touches.push({
      ...touch('to do', assigned + 60, owner.id),
      done: null,
      due: localDayOf(assigned) + dice.whole(0, 9),
    });
  const early = draws.followedUp && dice.chance(0.07);
  if (early) touches.push(touch('call', openFrom(assigned - dice.whole(5, 90) * 3600), owner.id));
  const before = early && touches.at(-1)!.done! < assigned - 60 && touches.at(-1)!.done! > assigned - 4 * 86_400;
  if (before && dice.chance(0.6)) return touches;
  if (!draws.followedUp && visit.answer !== 'accepted soon' && dice.chance(0.45)) return touches;
  const first = afterHours(assigned, waitOf(draws.followedUp, visit.month.year, dice));
  touches.push(touch(dice.chance(0.55) ? 'call' : 'email', first, owner.id));
  for (let more = dice.whole(0, 2); more > 0; more--)
    touches.push(
      touch(
        dice.pick(['call', 'email', 'email', 'meeting'] as const),
        afterHours(first, dice.between(2, 60)),
        owner.id,
      ),
    );
  return touches;
}

/** Plays one handover through, from the instant of qualifying. */
export function handoverOf(
  task: Task,
  visit: Visit,
  at: number,
  person: Person,
  dice: Dice,
  returned = false,
): Handover {
  const draws = drawsOf(task, visit, dice, returned);
  const team = teamOf(person, draws.givenTo);
  const owner = dice.pick(salesTeams[team]);
  const { assigned, changes } = assignmentOf(at, draws, team, owner, dice);
  const own: Owner = owner;
  const before: Change[] =
    assigned === at ? [{ at: at - dice.whole(600, 90_000), by: owner.id, field: 'Owner', to: own }] : [];
  const ending = endingOf(visit.answer, assigned, dice);
  const end: Change[] = ending.status ? [{ at: ending.at, by: owner.id, field: 'Status', to: ending.status }] : [];
  return {
    changes: [
      ...before,
      { at, by: dice.chance(0.7) ? robots[0].id : marketers[0]!.id, field: 'Status', to: 'Qualified' },
      ...changes,
      ...end,
    ],
    touches: touchesOf(visit, draws, at, assigned, owner, dice),
    rejection: ending.rejection,
    accepted: ending.status === 'Accepted' ? ending.at : null,
    givenTo: draws.givenTo,
    team,
  };
}
