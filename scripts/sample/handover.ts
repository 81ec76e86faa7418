import { localDayOf } from './berlin-time.ts';
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

/** Plays one handover through, from the instant of qualifying. */
export function handoverOf(
  task: Task,
  visit: Visit,
  at: number,
  person: Person,
  dice: Dice,
  returned = false,
): Handover {
  const draws = drawsOf(task, visit, returned);
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
    touches: touchesOf(
      { answer: visit.answer, year: visit.month.year, followedUp: draws.followedUp, qualified: at, assigned, owner },
      dice,
    ),
    rejection: ending.rejection,
    accepted: ending.status === 'Accepted' ? ending.at : null,
    givenTo: draws.givenTo,
    team,
  };
}
