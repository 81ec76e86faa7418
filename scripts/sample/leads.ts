import { campaigns, draws as drawsOn, type Campaign } from './campaigns.ts';
import { localDayOf } from './berlin-time.ts';
import { diceOf, type Dice } from './chance.ts';
import { inboundQueue, marketers, partners, robots } from './company.ts';
import { handoverOf } from './handover.ts';
import type { Change, LeadLife, Rejection, Touch } from './lead-life.ts';
import { afterHours, workAfter } from './office.ts';
import { personOf, type Person, type Standing } from './person.ts';
import { momentIn, type Month, type Task } from './plan.ts';
import { shareOf, type Visit } from './visits.ts';

const inboundSources = [
  'Website',
  'Website',
  'Website',
  'Webinar',
  'Webinar',
  'Content download',
  'Content download',
  'Event',
];
const otherSources = ['Partner', 'Referral', 'Purchased list', 'Outbound'];

/** The campaign that brought someone, drawn among those that ran; most people come through one. */
export function campaignOf(source: string, at: number, dice: Dice): Campaign | null {
  if (dice.chance(0.12)) return null;
  const running = campaigns.filter((one) => drawsOn(one, source, localDayOf(at)));
  let left = dice.next() * running.reduce((all, one) => all + one.draw, 0);
  return running.find((one) => (left -= one.draw) < 0) ?? null;
}

/** When someone first came who is qualified at an instant: minutes, days or weeks before. */
function createdBefore(qualified: number, start: number, dice: Dice): number {
  const way = dice.next();
  const days = way < 0.15 ? dice.between(0.003, 0.04) : way < 0.6 ? dice.between(0.2, 3) : dice.between(3, 40);
  const created = qualified - Math.floor(days * 86_400);
  return created >= start ? created : start + Math.floor((qualified - start) * dice.next() * 0.9);
}

/** When the visit's lead is qualified. In the running month almost half came in the last days, so some still wait. */
function qualifiedAt(task: Task, visit: Visit, dice: Dice): number {
  const share = shareOf(task, visit, 6);
  if (visit.month.to === task.asOf && share > 0.5) return task.asOf - Math.floor((4 + (share - 0.5) * 2 * 62) * 3600);
  return momentIn(visit.month, (share * visit.of - 0.5 + dice.next()) / visit.of, dice.next(), dice.next());
}

/** A lead that gets qualified as agreed, once or twice. */
export function qualifiedLead(task: Task, number: number, visits: readonly [Visit, Visit?], start: number): LeadLife {
  const dice = diceOf(task.seed, 1, number);
  const person = personOf(dice, number, 'in the term');
  return leadOf(task, dice, person, visits, { start, source: dice.pick(inboundSources), score: scoreOf(dice, 60, 99) });
}

/** A lead whose status says Qualified, but not the agreed term: too low a score, too small, a school, or another source. */
export function almostQualifiedLead(task: Task, number: number, visit: Visit, start: number): LeadLife {
  const dice = diceOf(task.seed, 2, number);
  const lacks = dice.pick(['score', 'score', 'size', 'school', 'source', 'source'] as const);
  const standing: Standing = lacks === 'size' ? 'too small' : lacks === 'school' ? 'a school' : 'in the term';
  const source = dice.pick(lacks === 'source' ? otherSources : inboundSources);
  const score = lacks === 'score' ? dice.pick([55, 55, 58, 52, null]) : scoreOf(dice, 60, 92);
  return leadOf(task, dice, personOf(dice, number, standing), [visit], { start, source, score });
}

function scoreOf(dice: Dice, low: number, high: number): number {
  return Math.floor(dice.between(low, high + 1));
}

interface Origin {
  readonly start: number;
  readonly source: string;
  readonly score: number | null;
}

function leadOf(task: Task, dice: Dice, person: Person, visits: readonly [Visit, Visit?], origin: Origin): LeadLife {
  const qualified = qualifiedAt(task, visits[0], dice);
  const created = createdBefore(qualified, origin.start, dice);
  const first = handoverOf(task, visits[0], qualified, person, dice);
  const again = visits[1] ? handoverOf(task, visits[1], qualifiedAt(task, visits[1], dice), person, dice, true) : null;
  const accepted = again ? again.accepted : first.accepted;
  const converted = accepted !== null && dice.chance(0.78) ? afterHours(accepted, dice.between(0.5, 50)) : null;
  const changes: Change[] = [];
  if (dice.chance(0.3))
    changes.push({ at: between(created, qualified, dice), by: marketers[1]!.id, field: 'Status', to: 'Working' });
  changes.push(...first.changes.map((change) => (change.at <= created ? { ...change, at: created + 1 } : change)));
  if (again) changes.push(...again.changes);
  return {
    person,
    created,
    createdBy: robots[0].id,
    firstStatus: 'New',
    firstOwner: inboundQueue,
    source: origin.source,
    campaign: campaignOf(origin.source, created, dice),
    score: origin.score,
    doNotCall: dice.chance(0.02),
    broughtBy: origin.source === 'Partner' ? dice.pick(partners) : null,
    givenTo: first.givenTo,
    changes,
    touches: [...first.touches, ...(again?.touches ?? [])].filter(
      (touch) => touch.done === null || touch.done > created,
    ),
    rejections: [first.rejection, again?.rejection ?? null].filter((one) => one !== null),
    converted,
    deleted: false,
  };
}

function between(from: number, to: number, dice: Dice): number {
  return from + Math.floor((to - from) * dice.between(0.2, 0.8));
}

/** A lead that never gets as far as Qualified: new, being worked on, or turned away by marketing. */
export function otherLead(task: Task, month: Month, number: number): LeadLife {
  const dice = diceOf(task.seed, 3, number);
  const person = personOf(dice, number, 'any');
  const created = momentIn(month, dice.next(), dice.next(), dice.next());
  const inbound = dice.chance(0.68);
  const source = dice.pick(inbound ? inboundSources : otherSources);
  const changes: Change[] = [];
  const touches: Touch[] = [];
  const rejections: Rejection[] = [];
  const marketer = dice.pick(marketers);
  const worked = workAfter(created, dice.between(0, 9), dice);
  if (dice.chance(0.4)) changes.push({ at: worked, by: marketer.id, field: 'Status', to: 'Working' });
  if (dice.chance(0.5)) {
    const at = workAfter(worked, dice.between(2, 50), dice);
    changes.push({ at, by: marketer.id, field: 'Status', to: 'Rejected' });
    rejections.push({
      at,
      reason: dice.pick(['Student', 'Competitor', 'No need', 'Wrong person', 'Other', '']),
      wouldBeGoodWhen: '',
      retryOn: null,
    });
  }
  if (dice.chance(0.25))
    touches.push({
      kind: 'cadence',
      inbound: false,
      owner: robots[1].id,
      logged: created + 700,
      done: created + 655,
      due: localDayOf(created),
    });
  return {
    person,
    created,
    source,
    changes,
    touches,
    rejections,
    createdBy: inbound ? robots[0].id : marketer.id,
    firstStatus: 'New',
    firstOwner: inbound || dice.chance(0.5) ? inboundQueue : marketer,
    campaign: campaignOf(source, created, dice),
    score: dice.chance(0.08) ? null : Math.floor(8 + 62 * dice.next() ** 1.3),
    doNotCall: dice.chance(0.03),
    broughtBy: source === 'Partner' ? dice.pick(partners) : null,
    givenTo: null,
    converted: null,
    deleted: dice.chance(0.008),
  };
}
