import { daySeconds } from './berlin-time.ts';
import { campaignOf, costliest } from './campaigns.ts';
import { diceOf, type Dice } from './chance.ts';
import { salesTeams } from './company.ts';
import { currencyOf, dealOf, renewalOf, type DealLife } from './deals.ts';
import type { Conversion, Export } from './export-form.ts';
import type { LeadLife } from './lead-life.ts';
import { workAfter } from './office.ts';
import { colleagueOf, importedLead, referredLead } from './other-leads.ts';
import { personOf, type Person } from './person.ts';
import { momentIn, type Month, type Task } from './plan.ts';
import { dealTouches } from './touches.ts';
import { writeActivity } from './write-activity.ts';
import { writeContact, writeCustomer } from './write-customer.ts';
import { standingsOf, wonOn, writeDeal, type DealContact, type DealTerms } from './write-deal.ts';
import { writeLead } from './write-lead.ts';

const winShare = 0.43;
const middle = 16_200;

/** Writes a lead, and for one that was converted before the export its account, its contact and its deal; says its id, if it is there. */
export function writeOne(task: Task, out: Export, life: LeadLife, number: number, luck: number): string | null {
  const dice = diceOf(task.seed, 4, number);
  if (life.created > out.asOf) return null;
  if (life.converted === null || life.converted > out.asOf) return writeLead(out, life, dice, { conversion: null });
  const currency = currencyOf(life.person.country, dice);
  const won = luck < winShare && life.campaign !== costliest;
  const deal = dealOf(diceOf(task.seed, 29, number), life.converted, { won, middle, currency });
  return writeConverted(task, out, life, deal, life.converted, number, dice);
}

/** Writes a lead of the old CRM; its deal was carried over on the first working days of the new one, as it stood. */
export function writeImported(task: Task, out: Export, start: number, number: number): void {
  const life = importedLead(task, number, start);
  const dice = diceOf(task.seed, 4, number);
  const opened = start + daySeconds + 36_000 + dice.whole(0, 20_000);
  const plan = {
    won: dice.chance(0.33),
    middle,
    currency: currencyOf(life.person.country, dice),
    reached: dice.whole(1, 3),
  };
  writeConverted(task, out, life, dealOf(dice, opened, plan), opened, number, dice);
}

function writeConverted(
  task: Task,
  out: Export,
  life: LeadLife,
  deal: DealLife,
  opened: number,
  number: number,
  dice: Dice,
): string {
  const owner = life.changes.at(-1)?.by ?? dice.pick(salesTeams['Inside sales']).id;
  const customer = writeCustomer(out, life.person, life.converted!, owner, wonOn(deal, out.asOf), dice);
  const conversion = { ...customer, opportunity: out.idOf('opportunity') };
  const lead = writeLead(out, life, dice, { conversion });
  const colleague =
    life.changes.length > 0 && dice.chance(0.07) ? writeColleague(out, life, conversion, number, dice) : null;
  const terms: DealTerms = {
    opened,
    owner,
    type: 'New Business',
    source: dice.chance(0.04) ? '' : life.source,
    campaign: life.campaign?.id ?? '',
    deleted: false,
    broughtBy: life.broughtBy?.id ?? '',
    givenTo: life.givenTo?.id ?? '',
  };
  writeSale(task, out, { deal, terms, conversion, person: life.person, colleague, order: 'first order' }, number);
  return lead;
}

/** Writes a second lead that led to the same deal; says its contact. */
function writeColleague(out: Export, life: LeadLife, conversion: Conversion, number: number, dice: Dice): string {
  const contact = out.idOf('contact');
  const colleague = colleagueOf(life, life.converted!, number, dice);
  writeContact(out, contact, conversion.account, colleague.person, life.converted!, dice);
  writeLead(out, colleague, dice, { conversion: { ...conversion, contact } });
  return contact;
}

/** Writes a deal that sales or a partner opened without a lead, or that of a customer of old. */
export function writeOutbound(task: Task, out: Export, month: Month, number: number): void {
  const dice = diceOf(task.seed, 5, number);
  const person = personOf(dice, number, 'any');
  const opened = momentIn(month, dice.next(), 0, dice.next());
  const kinds = ['New Business', 'New Business', 'New Business', 'New Business', 'Renewal', 'Extension'] as const;
  const type = dice.pick(kinds);
  const source = type === 'New Business' ? dice.pick(['Outbound', 'Outbound', 'Partner', 'Referral']) : '';
  const owner = dice.pick(Object.values(salesTeams).flat()).id;
  const won = dice.chance(type === 'New Business' ? 0.32 : 0.8);
  const deal = dealOf(dice, opened, { won, middle: middle * 1.2, currency: currencyOf(person.country, dice) });
  const customer = writeCustomer(out, person, opened, owner, wonOn(deal, out.asOf), dice);
  const met = dice.chance(0.3) ? campaignOf(opened, dice) : null;
  const campaign = met && met !== costliest ? met.id : '';
  const terms = { opened, type, source, campaign, owner, broughtBy: '', givenTo: '', deleted: dice.chance(0.03) };
  const conversion = { ...customer, opportunity: out.idOf('opportunity') };
  writeSale(task, out, { deal, terms, conversion, person, colleague: null, order: type.toLowerCase() }, number);
}

/** A deal with all that belongs to it. */
interface Sale {
  readonly deal: DealLife;
  readonly terms: DealTerms;
  readonly conversion: Conversion;
  readonly person: Person;
  /** The contact of a second lead that led to the deal. */
  readonly colleague: string | null;
  readonly order: string;
}

/** Writes a deal, the people in it, what happened around it, and what followed when it was won. */
function writeSale(task: Task, out: Export, sale: Sale, number: number): void {
  const { deal, terms, conversion, person, order } = sale;
  const dice = diceOf(task.seed, 10, number, terms.opened);
  const contacts = buyersOf(out, sale, number, dice);
  writeDeal(
    out,
    conversion.opportunity,
    deal,
    terms,
    conversion.account,
    contacts,
    `${person.company} - ${order}`,
    dice,
  );
  const last = standingsOf(deal, out.asOf).at(-1)!;
  const won = wonOn(deal, out.asOf);
  const until = last.stage.startsWith('Closed') ? last.at : out.asOf;
  const about = { who: conversion.contact, what: conversion.opportunity, account: conversion.account };
  for (const touch of dealTouches(
    terms.opened,
    until,
    terms.owner,
    deal.silent,
    terms.type === 'Renewal' ? 1 : 3,
    dice,
  ))
    if (touch.logged <= out.asOf) writeActivity(out, touch, about);
  if (won === null || terms.deleted) return;
  if (terms.type !== 'Extension') writeRenewal(task, out, sale, won, last.amount ?? middle, number, dice);
  if (terms.type === 'New Business') writeReferrals(task, out, sale, won, number, dice);
}

/** The people at the customer who have a part in the deal. Deals with more than one who decides are won more often. */
function buyersOf(
  out: Export,
  { deal, terms, conversion, colleague }: Sale,
  number: number,
  dice: Dice,
): DealContact[] {
  const ending = deal.standings.at(-1)!;
  const won = ending.stage === 'Closed Won' && ending.at <= out.asOf;
  const since = Math.min(terms.opened + dice.whole(2, 12) * daySeconds, standingsOf(deal, out.asOf).at(-1)!.at);
  const first = dice.chance(won ? 0.96 : 0.9) ? 'Decision Maker' : 'Evaluator';
  const contacts: DealContact[] = [{ id: conversion.contact, role: first, since: terms.opened }];
  const more = colleague === null ? [] : [{ id: colleague, role: 'Influencer', since: terms.opened }];
  const roles = [
    ...(dice.chance(won ? 0.62 : 0.24) ? ['Economic Buyer'] : []),
    ...(dice.chance(0.05) ? ['Business User'] : []),
  ];
  if (terms.type !== 'New Business') return [...contacts, ...more];
  const others = roles.map((role, place) => {
    const id = out.idOf('contact');
    const person = personOf(dice, 800_000_000 + number * 2 + place, 'any');
    writeContact(out, id, conversion.account, person, since, dice);
    return { id, role, since };
  });
  return [...contacts, ...more, ...others];
}

/** Writes a customer's next contract, a year after the last: some customers are not asked, some leave. */
function writeRenewal(
  task: Task,
  out: Export,
  sale: Sale,
  won: number,
  amount: number,
  number: number,
  dice: Dice,
): void {
  const ends = won + 365 + dice.whole(-6, 10);
  const opened = workAfter((ends - dice.whole(45, 80)) * daySeconds, 0, dice);
  if (dice.chance(0.08) || opened > out.asOf) return;
  const deal = renewalOf(dice, opened, ends, amount, sale.deal.currency);
  const terms: DealTerms = { ...sale.terms, opened, type: 'Renewal', source: '', campaign: '', broughtBy: '' };
  const conversion = { ...sale.conversion, opportunity: out.idOf('opportunity') };
  writeSale(task, out, { ...sale, deal, terms, conversion, colleague: null, order: 'renewal' }, number);
}

/** Writes those whom a new customer sends to us, some months after it was won. */
function writeReferrals(
  task: Task,
  out: Export,
  { conversion, terms }: Sale,
  won: number,
  number: number,
  dice: Dice,
): void {
  for (let left = dice.chance(0.2) ? dice.whole(1, 2) : 0; left > 0; left--) {
    const created = workAfter(won * daySeconds, dice.between(40, 260), dice);
    const own = number + 500_000_000 * left;
    const life = referredLead(task, own, created, conversion.account, terms.owner);
    writeOne(task, out, life, own, dice.next());
  }
}
