import { abandonmentOf } from './abandonment.ts';
import { daySeconds } from './berlin-time.ts';
import { campaignOf, oneOf, type Campaign } from './campaigns.ts';
import { diceOf, type Dice } from './chance.ts';
import { inboundQueue, marketers, partners, robots } from './company.ts';
import { handoverOf, notGood, type Handover } from './handover.ts';
import type { Change, LeadLife } from './lead-life.ts';
import { afterHours } from './office.ts';
import { personOf, type Person, type Standing } from './person.ts';
import { lastWorkBefore, momentIn, type Task } from './plan.ts';
import { isTry } from './touches.ts';
import { shareOf, type Visit } from './visits.ts';

export const inboundSources = ['Website', 'Webinar', 'Content download', 'Event'];
export const otherSources = ['Partner', 'Referral', 'Purchased list', 'Outbound'];

/** When someone first came who is qualified at an instant: minutes, days or weeks before. */
function createdBefore(qualified: number, start: number, dice: Dice): number {
  const way = dice.next();
  const days = way < 0.15 ? dice.between(0.003, 0.04) : way < 0.6 ? dice.between(0.2, 3) : dice.between(3, 40);
  const created = qualified - Math.floor(days * 86_400);
  return created >= start ? created : start + Math.floor((qualified - start) * dice.next() * 0.9);
}

/** When the visit's lead is qualified. In the running month almost half come in the last days, so some still wait. */
function qualifiedAt(task: Task, visit: Visit, dice: Dice): number {
  const share = shareOf(task, visit, 6);
  if (visit.month.to === task.asOf && share > 0.4) return lastWorkBefore(task.asOf, (share - 0.4) / 0.6);
  return momentIn(visit.month, (share * visit.of - 0.5 + dice.next()) / visit.of, dice.next(), dice.next());
}

/** Where a lead came from, as far as it is not drawn. */
interface Origin {
  readonly number: number;
  readonly start: number;
  /** The source; without it, that of the campaign which brought the lead. */
  readonly source: string | null;
  readonly score: number | null;
}

function scoreOf(dice: Dice, low: number, high: number): number {
  return Math.floor(dice.between(low, high + 1));
}

/**
 * The leads of a person who gets qualified as agreed, once or twice. Who comes back does so in the old lead, or in a new one with
 * the same e-mail.
 */
export function qualifiedLeads(
  task: Task,
  number: number,
  [visit, later]: readonly [Visit, Visit?],
  start: number,
): LeadLife[] {
  const dice = diceOf(task.seed, 1, number);
  const person = personOf(dice, number, 'in the term');
  const origin = { number, start, source: null, score: scoreOf(dice, 60, 99) };
  if (!later) return [leadOf(task, dice, person, [visit], origin)];
  if (dice.chance(0.55)) return [leadOf(task, dice, person, [visit, later], origin)];
  const again = { ...person, email: dice.chance(0.3) ? person.email.toUpperCase() : person.email };
  const fresh = { ...origin, start: later.month.from };
  return [leadOf(task, dice, person, [visit], origin), leadOf(task, dice, again, [later], fresh)];
}

/** Of those who lack something, the share that sales accepts, and the share of their deals that it wins. */
const chances = {
  score: { accepted: 0.12, won: 0.1 },
  size: { accepted: 0.55, won: 0.35 },
  school: { accepted: 0.2, won: 0.2 },
  source: { accepted: 0.62, won: 0.4 },
};

/**
 * A lead whose status says Qualified, but not the agreed term: too low a score, too small, a school, or another source; and its luck, which
 * is below that of the won where its deal is.
 */
export function almostQualifiedLead(
  task: Task,
  number: number,
  place: Omit<Visit, 'answer'>,
  start: number,
): { life: LeadLife; luck: number } {
  const dice = diceOf(task.seed, 2, number);
  const fate = diceOf(task.seed, 14, number);
  const lacks = dice.pick(['score', 'score', 'size', 'school', 'source', 'source'] as const);
  const visit: Visit = { ...place, answer: fate.chance(chances[lacks].accepted) ? 'accepted soon' : 'rejected soon' };
  const standing: Standing = lacks === 'size' ? 'too small' : lacks === 'school' ? 'a school' : 'in the term';
  const source = lacks === 'source' ? dice.pick(otherSources) : null;
  const score = lacks === 'score' ? dice.pick([55, 55, 58, 52, null]) : scoreOf(dice, 60, 92);
  const life = leadOf(task, dice, personOf(dice, number, standing), [visit], { number, start, source, score });
  return {
    life: { ...life, deleted: life.converted === null && dice.chance(0.07) },
    luck: fate.chance(chances[lacks].won) ? 0 : 1,
  };
}

/** Some who were rejected are qualified again within weeks: the same handover, as both teams agreed. */
function soonAgain(first: Handover, dice: Dice): Change[] {
  if (!first.rejection || !dice.chance(0.1)) return [];
  const at = afterHours(first.rejection.at, dice.between(60, 240));
  const answer = { at: afterHours(at, dice.between(3, 30)), by: marketers[0]!.id, field: 'Status' } as const;
  return [
    { at, by: robots[0].id, field: 'Status', to: 'Qualified' },
    { ...answer, to: dice.chance(0.5) ? 'Accepted' : 'Rejected' },
  ];
}

function leadOf(task: Task, dice: Dice, person: Person, visits: readonly [Visit, Visit?], origin: Origin): LeadLife {
  const qualified = qualifiedAt(task, visits[0], dice);
  const fate = diceOf(task.seed, 15, origin.number, visits[0].month.index);
  // A list of good leads, from an event say, is brought in as Qualified at once.
  const atOnce = dice.chance(0.02);
  const created = atOnce ? qualified : createdBefore(qualified, origin.start, dice);
  const drawn = origin.source === null ? campaignOf(created, dice) : null;
  const anySource = origin.source ?? drawn?.source ?? dice.pick(inboundSources);
  const first = handoverOf(task, visits[0], qualified, person, dice, fate);
  const again = visits[1]
    ? handoverOf(task, visits[1], qualifiedAt(task, visits[1], dice), person, dice, fate, true)
    : null;
  const last = again ?? first;
  const campaign = origin.source === null ? campaignBehind(first, created, drawn, fate) : null;
  const source = campaign?.source ?? anySource;
  const changes: Change[] = first.changes.map((change) =>
    change.at <= created ? { ...change, at: created + 1 } : change,
  );
  if (!atOnce && dice.chance(0.25))
    changes.push({ at: between(created, qualified, dice), by: marketers[1]!.id, field: 'Status', to: 'Working' });
  if (!atOnce) changes.push(...heldByMarketing(first, created, qualified, fate));
  changes.push(...(again ? again.changes : soonAgain(first, dice)));
  const converted = convertedAt(last, dice);
  const abandoned = converted === null ? abandonmentOf(last, fate) : null;
  changes.push(...(abandoned?.changes ?? []));
  return {
    person,
    created,
    source,
    campaign,
    changes: changes
      .filter((change) => !atOnce || change.field === 'Owner' || change.to !== 'Qualified')
      .sort((one, other) => one.at - other.at),
    createdBy: robots[0].id,
    firstStatus: atOnce ? 'Qualified' : 'New',
    firstOwner: dice.chance(0.05) ? robots[0] : inboundQueue,
    score: origin.score,
    doNotCall: dice.chance(0.02),
    broughtBy: source === 'Partner' ? dice.pick(partners) : null,
    givenTo: first.givenTo,
    referredBy: '',
    touches: [...first.touches, ...(again?.touches ?? []), ...(abandoned?.touches ?? [])].filter(
      (touch) => touch.done === null || touch.done > created,
    ),
    rejections: [first.rejection, again?.rejection ?? null].filter((one) => one !== null),
    converted,
    deleted: false,
  };
}

/** Most of the accepted become deals, after the meeting that was agreed. */
function convertedAt(last: Handover, dice: Dice): number | null {
  if (last.accepted === null || !dice.chance(0.78)) return null;
  const met = last.touches.filter((touch) => touch.kind === 'meeting').map((touch) => touch.done!);
  return afterHours(Math.max(last.accepted, ...met), dice.between(0.5, 50));
}

/** Those who only wanted something to read are the ones that nobody calls; and Network ads bring many who are no good. */
function campaignBehind(first: Handover, created: number, drawn: Campaign | null, fate: Dice): Campaign | null {
  const isNeglected = !first.touches.some(isTry);
  if (isNeglected && fate.chance(0.75))
    return oneOf(['Guide to planning', 'Checklist for buyers', 'Customer stories'], created, fate) ?? drawn;
  const isNoGood = first.rejection !== null && notGood.includes(first.rejection.reason);
  if (isNoGood && fate.chance(0.62)) return oneOf(['Network ads'], created, fate) ?? drawn;
  return drawn;
}

/** Marketing looks at many leads for some days, and lays them into the queue of a sales team just before they are qualified. */
function heldByMarketing(first: Handover, created: number, qualified: number, fate: Dice): Change[] {
  const queued = first.changes.find((change) => change.field === 'Owner' && change.to.id.startsWith('00G'));
  if (!queued || qualified - created < daySeconds || !fate.chance(0.4)) return [];
  const marketer = fate.pick(marketers);
  return [
    { at: between(created, qualified, fate), by: marketer.id, field: 'Owner', to: marketer },
    { ...queued, at: qualified - fate.whole(5, 50), by: marketer.id },
  ];
}

function between(from: number, to: number, dice: Dice): number {
  return from + Math.floor((to - from) * dice.between(0.2, 0.8));
}
