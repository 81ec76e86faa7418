import { localDayOf } from './berlin-time.ts';
import { campaignOf } from './campaigns.ts';
import { diceOf, type Dice } from './chance.ts';
import { inboundQueue, marketers, partners, robots, salesTeams } from './company.ts';
import type { Change, LeadLife, Rejection } from './lead-life.ts';
import { inboundSources, otherSources } from './leads.ts';
import { workAfter } from './office.ts';
import { personOf, type Person } from './person.ts';
import { momentIn, type Month, type Task } from './plan.ts';
import { touch } from './touches.ts';

/** A lead of which nothing is known yet but who and when. */
function bareLead(person: Person, created: number, dice: Dice): LeadLife {
  const campaign = campaignOf(created, dice);
  return {
    person,
    created,
    campaign,
    source: campaign?.source ?? dice.pick(inboundSources),
    createdBy: robots[0].id,
    firstStatus: 'New',
    firstOwner: inboundQueue,
    score: Math.floor(8 + 62 * dice.next() ** 1.3),
    doNotCall: dice.chance(0.03),
    broughtBy: null,
    givenTo: null,
    referredBy: '',
    changes: [],
    touches: [],
    rejections: [],
    converted: null,
    deleted: false,
  };
}

/** A lead that never gets as far as Qualified: new, being worked on, or turned away by marketing. */
export function otherLead(task: Task, month: Month, number: number): LeadLife {
  const dice = diceOf(task.seed, 3, number);
  const created = momentIn(month, dice.next(), dice.next(), dice.next());
  const bare = bareLead(personOf(dice, number, 'any'), created, dice);
  const changes: Change[] = [];
  const rejections: Rejection[] = [];
  const marketer = dice.pick(marketers);
  const worked = workAfter(created, dice.between(0, 9), dice);
  if (dice.chance(0.4)) changes.push({ at: worked, by: marketer.id, field: 'Status', to: 'Working' });
  if (dice.chance(0.5)) {
    const at = workAfter(worked, dice.between(2, 50), dice);
    changes.push({ at, by: marketer.id, field: 'Status', to: 'Rejected' });
    const reason = dice.pick(['Student', 'Competitor', 'No need', 'Wrong person', 'Other', '']);
    rejections.push({
      at,
      reason,
      wouldBeGoodWhen: '',
      retryOn: dice.chance(0.2) ? localDayOf(at) + dice.whole(60, 200) : null,
    });
  }
  const cold = dice.chance(0.32);
  const source = cold ? dice.pick(otherSources) : bare.source;
  return {
    ...bare,
    source,
    changes,
    rejections,
    campaign: cold ? null : bare.campaign,
    broughtBy: source === 'Partner' ? dice.pick(partners) : null,
    createdBy: cold ? marketer.id : robots[0].id,
    firstOwner: cold && dice.chance(0.5) ? marketer : inboundQueue,
    score: dice.chance(0.08) ? null : bare.score,
    touches: dice.chance(0.25) ? [touch('cadence', created + 655, robots[1].id)] : [],
    deleted: dice.chance(0.008),
  };
}

/** Someone else of the same company, who is made part of the same deal when it is converted at an instant. */
export function colleagueOf(life: LeadLife, converted: number, number: number, dice: Dice): LeadLife {
  const { company, country, region, industry, size } = life.person;
  const person = { ...personOf(dice, 700_000_000 + number, 'any'), company, country, region, industry, size };
  const created = Math.max(
    life.created - dice.whole(600, 90_000),
    converted - Math.floor(dice.between(2, 20) * 86_400),
  );
  const owner = life.changes.at(-1)!.by;
  const worked = created + Math.floor((converted - created) * dice.between(0.2, 0.8));
  return {
    ...bareLead(person, created, dice),
    converted,
    changes: [{ at: worked, by: owner, field: 'Status', to: 'Working' }],
    touches: [touch('email', worked + 300, owner)],
  };
}

/** The same person a second time, soon after: another form filled in. Nobody qualifies it. */
export function doubleOf(life: LeadLife, dice: Dice): LeadLife {
  return bareLead(life.person, life.created + Math.floor(dice.between(3, 50) * 86_400), dice);
}

/**
 * A record of the same person that was merged into the lead. A few were qualified first, hours before the one that stayed: the
 * earliest moment is the one that counts.
 */
export function mergedInto(life: LeadLife, dice: Dice): LeadLife {
  const created = life.created - dice.whole(60, 3000);
  const qualified = life.changes.find((change) => change.field === 'Status' && change.to === 'Qualified');
  const early = qualified && dice.chance(0.3);
  return {
    ...bareLead({ ...life.person, email: `info.${life.person.email}` }, created, dice),
    changes: early
      ? [
          {
            at: Math.max(created + 5, qualified.at - dice.whole(200, 5000)),
            by: robots[0].id,
            field: 'Status',
            to: 'Qualified',
          },
        ]
      : [],
  };
}

/** An inquiry that scored too low to be handed over. A salesperson took it all the same, and made a deal of it. */
export function heldBackLead(task: Task, month: Month, number: number): LeadLife {
  const dice = diceOf(task.seed, 12, number);
  const created = momentIn(month, dice.next(), dice.next(), dice.next());
  const owner = dice.pick(salesTeams['Inside sales']);
  const taken = workAfter(created, dice.between(1, 6), dice);
  return {
    ...bareLead(personOf(dice, number, 'any'), created, dice),
    score: dice.whole(34, 58),
    changes: [
      { at: taken, by: owner.id, field: 'Owner', to: owner },
      { at: taken + 30, by: owner.id, field: 'Status', to: 'Working' },
    ],
    touches: [touch('call', taken + 600, owner.id)],
    converted: workAfter(taken, dice.between(4, 20), dice),
  };
}

/** Someone whom a customer sent to us: the salesperson who won that customer takes care of it. */
export function referredLead(task: Task, number: number, created: number, account: string, by: string): LeadLife {
  const dice = diceOf(task.seed, 13, number);
  const owner = Object.values(salesTeams)
    .flat()
    .find((one) => one.id === by);
  const worked = workAfter(created, dice.between(0, 3), dice);
  const good = dice.chance(0.6);
  const end = workAfter(worked, dice.between(5, 25), dice);
  const changes: Change[] = [{ at: worked, by, field: 'Status', to: 'Working' }];
  if (!good && dice.chance(0.5)) changes.push({ at: end, by, field: 'Status', to: 'Rejected' });
  return {
    ...bareLead(personOf(dice, number, 'any'), created, dice),
    source: 'Referral',
    campaign: null,
    createdBy: by,
    firstOwner: owner ?? marketers[0]!,
    referredBy: account,
    changes,
    touches: [touch('call', worked + 600, by)],
    rejections: changes.length > 1 ? [{ at: end, reason: 'No need', wouldBeGoodWhen: '', retryOn: null }] : [],
    converted: good ? end : null,
  };
}

/** A lead carried over from the CRM before this one, already converted, with no history of its own. */
export function importedLead(task: Task, number: number, start: number): LeadLife {
  const dice = diceOf(task.seed, 6, number);
  const created = start - Math.floor(dice.between(20, 85) * 86_400);
  const bare = bareLead(personOf(dice, number, 'in the term'), created, dice);
  const converted = workAfter(created, dice.between(4, 12), dice);
  return {
    ...bare,
    campaign: null,
    score: Math.floor(dice.between(60, 95)),
    firstStatus: 'Converted',
    firstOwner: dice.pick(marketers),
    converted,
  };
}
