import { dateOf, localDayOf } from './berlin-time.ts';
import { keyOf, type Dice } from './chance.ts';
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
import { touchesOf } from './touches.ts';
import { afterHours } from './office.ts';
import type { Person } from './person.ts';
import type { Task } from './plan.ts';
import { shareOf, type Answer, type Visit } from './visits.ts';

/** What one time of being qualified leaves behind on a lead. */
export interface Handover {
  readonly changes: readonly Change[];
  readonly touches: readonly Touch[];
  readonly rejection: Rejection | null;
  readonly accepted: number | null;
  readonly givenTo: Partner | null;
  readonly team: SalesTeam;
  readonly owner: User;
  /** From when on nothing came of it: sales accepted it, or has not answered yet. Null where it was rejected. */
  readonly waits: number | null;
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
const draw = { followUp: 2, handOver: 3, way: 4 };

/**
 * What is drawn for a visit. The month's leads stand in one row, by a draw of lots: those in front are followed up in time. The partner
 * that hardly follows up has its leads at the end of the row, so the month as a whole still comes out as planned.
 */
function drawsOf(task: Task, visit: Visit, returned: boolean): Draws {
  const { rates, index: month } = visit.month;
  const place = Math.floor(shareOf(task, visit, draw.followUp) * visit.of);
  const slow = Math.round(visit.of * 0.045);
  const late = Math.floor(slow * 0.78 + (keyOf(task.seed, 8, month) % 100) / 100);
  const fast = place - (slow - late);
  const byFast = fast >= 0 && fast < Math.round(visit.of * 0.075);
  const bySlow = place >= visit.of - late || place < slow - late;
  const partner = bySlow ? partners[0]! : byFast ? partners[1 + ((fast + month) % 3)]! : null;
  return {
    givenTo: returned ? null : partner,
    followedUp: place < Math.round(visit.of * rates.followedUp),
    handedOver: shareOf(task, visit, draw.handOver) < rates.handedOver,
    way: shareOf(task, visit, draw.way),
  };
}

function teamOf(person: Person, givenTo: Partner | null): SalesTeam {
  if (givenTo) return 'Partner sales';
  if (person.region === 'International') return 'Sales International';
  return person.size !== null && person.size >= 60 ? 'Sales DACH' : 'Inside sales';
}

/**
 * Hours of opening time in a queue, for those that were promised four. The queue of Sales International holds leads longest; and in the last
 * quarter of 2025 all of them kept the promise only just.
 */
function waitInQueue(slow: boolean, team: SalesTeam, dice: Dice): number {
  const share = dice.next();
  if (slow) return 2.7 + 1.15 * share;
  return team === 'Sales International' ? 2.3 + 1.4 * share : 0.1 + 3.2 * share ** 1.7;
}

/** The owner's way from qualified to a person: already there, sent on at once, or through a queue. */
function assignmentOf(
  at: number,
  draws: Draws,
  team: SalesTeam,
  owner: User,
  dice: Dice,
): { assigned: number; changes: Change[] } {
  const { year, month } = dateOf(localDayOf(at));
  const by = robots[0].id;
  if (draws.handedOver && draws.way < 0.12) return { assigned: at, changes: [] };
  if (draws.handedOver && draws.way < 0.24) {
    const assigned = at + dice.whole(3, 40);
    return { assigned, changes: [{ at: assigned, by, field: 'Owner', to: owner }] };
  }
  const hours = draws.handedOver
    ? waitInQueue(year === 2025 && month >= 10, team, dice)
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

/** What is written on a lead that was rejected: it is not good, */
export const notGood = ['No need', 'Not a fit', 'Wrong person', 'Student', 'Competitor'];
/** it was not reached, */
const notReached = ['No answer', 'Wrong contact data'];
/** or it is not ready; then also what would make it good. */
const notReady: Readonly<Record<string, readonly string[]>> = {
  'No budget yet': ['Next budget year'],
  'Contract runs on': ['When the contract ends'],
  'Bad timing': ['After the new site opens', 'When the team has grown'],
};
const vague = ['Other', 'Other', 'Unknown', '', 'No need', 'No answer'];

function reasonOf(answer: Answer, dice: Dice): string {
  if (answer !== 'rejected soon') return dice.pick(vague);
  const kind = dice.next();
  return dice.pick(kind < 0.46 ? notGood : kind < 0.72 ? notReached : Object.keys(notReady));
}

function rejectionOf(answer: Answer, at: number, dice: Dice): Rejection {
  const reason = reasonOf(answer, dice);
  const whens = notReady[reason];
  const later = whens !== undefined && dice.chance(0.85);
  const again = later ? 0.85 : notReached.includes(reason) ? 0.25 : 0;
  return {
    at,
    reason,
    wouldBeGoodWhen: later ? dice.pick(whens) : '',
    retryOn: dice.chance(again) ? localDayOf(at) + dice.whole(90, 300) : null,
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
  if (dice.chance(0.6)) return { status: null, at: 0, rejection: null };
  const at = afterHours(assigned, dice.between(42, 130));
  return { status: 'Rejected', at, rejection: rejectionOf(answer, at, dice) };
}

/** Plays one handover through, from the instant of qualifying. */
export function handoverOf(
  task: Task,
  visit: Visit,
  at: number,
  person: Person,
  dice: Dice,
  fate: Dice,
  returned = false,
): Handover {
  const draws = drawsOf(task, visit, returned);
  const team = teamOf(person, draws.givenTo);
  const owner = dice.pick(salesTeams[team]);
  const { assigned, changes } = assignmentOf(at, draws, team, owner, dice);
  const own: Owner = owner;
  const before: Change[] =
    assigned === at ? [{ at: at - dice.whole(600, 90_000), by: owner.id, field: 'Owner', to: own }] : [];
  // The partner that hardly follows up hardly says what became of its leads either.
  const silent = draws.givenTo === partners[0] && visit.answer !== 'no good answer' && fate.chance(0.7);
  const answer = silent ? 'no good answer' : visit.answer;
  const ending = endingOf(answer, assigned, dice);
  const end: Change[] = ending.status ? [{ at: ending.at, by: owner.id, field: 'Status', to: ending.status }] : [];
  return {
    changes: [
      ...before,
      { at, by: dice.chance(0.7) ? robots[0].id : marketers[0]!.id, field: 'Status', to: 'Qualified' },
      ...changes,
      ...end,
    ],
    touches: touchesOf(
      { answer, month: visit.month, followedUp: draws.followedUp, qualified: at, assigned, owner },
      dice,
      fate,
    ),
    rejection: ending.rejection,
    accepted: ending.status === 'Accepted' ? ending.at : null,
    givenTo: draws.givenTo,
    team,
    owner,
    waits: ending.rejection ? null : ending.status ? ending.at : afterHours(assigned, 44),
  };
}
