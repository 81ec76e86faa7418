import { diceOf, type Dice } from './chance.ts';
import { salesTeams } from './company.ts';
import { withDirt } from './dirt.ts';
import { currencyOf, dealOf, type DealLife } from './deals.ts';
import type { ExportFiles } from './export-files.ts';
import { campaignOf } from './campaigns.ts';
import type { LeadLife } from './lead-life.ts';
import { almostQualifiedLead, qualifiedLeads } from './leads.ts';
import { colleagueOf, doubleOf, importedLead, mergedInto, otherLead } from './other-leads.ts';
import { personOf } from './person.ts';
import { momentIn, planOf, type Month, type Task } from './plan.ts';
import { idCounter } from './salesforce-id.ts';
import { dealTouches } from './touches.ts';
import { shareOf, visitsOf, type Visit } from './visits.ts';
import { standingsOf, wonOn, writeContact, writeCustomer, writeDeal } from './write-deal.ts';
import { writeCampaigns, writePeople } from './write-directory.ts';
import type { Conversion, Export } from './export-form.ts';
import { writeActivity } from './write-activity.ts';
import { writeLead } from './write-lead.ts';

const winShare = 0.43;
const middle = 16_200;

/**
 * Writes a made-up company, one lead's whole life at a time, so that memory stays the same at any size.
 * `progress` hears how many leads are written, every thousand.
 */
export function generate(task: Task, files: ExportFiles, progress: (leads: number) => void): void {
  const out: Export = { files: withDirt(files), idOf: idCounter(), asOf: task.asOf };
  const { months, scale } = planOf(task);
  writePeople(out);
  writeCampaigns(out, months, scale);
  let number = 0;
  for (const next of livesOf(task, months)) {
    next(out, number);
    if (++number % 1000 === 0) progress(number);
  }
  progress(number);
}

/** Writes one life; `number` counts the lives of a run. */
type Life = (out: Export, number: number) => void;

/** The lives of a company, month by month. */
function* livesOf(task: Task, months: readonly Month[]): Generator<Life> {
  const start = months[0]!.from;
  for (let index = 0; index < months[0]!.qualified * 1.3; index++)
    yield (out, number) => writeImported(task, out, importedLead(task, number, start), start, number);
  for (const month of months) {
    for (const visits of visitsOf(months, month))
      yield (out, number) => {
        const luck = shareOf(task, visits[1] ?? visits[0], 7);
        for (const life of qualifiedLeads(task, number, visits, start)) writeWithCompany(task, out, life, number, luck);
      };
    for (let index = 0; index < month.almost; index++) {
      const visit: Visit = { month, index, of: month.almost, answer: index % 2 ? 'accepted soon' : 'rejected soon' };
      yield (out, number) =>
        writeOne(task, out, almostQualifiedLead(task, number, visit, start), number, index % 5 ? 0.9 : 0.1);
    }
    for (let index = 0; index < month.others; index++)
      yield (out, number) => writeOne(task, out, otherLead(task, month, number), number, 1);
    for (let index = 0; index < month.outbound; index++) yield (out, number) => writeOutbound(task, out, month, number);
  }
}

/** Writes a lead with those who belong to it: a record merged into it, or a second one of the same person. */
function writeWithCompany(task: Task, out: Export, life: LeadLife, number: number, luck: number): void {
  const dice = diceOf(task.seed, 9, number);
  const lead = writeOne(task, out, life, number, luck);
  if (lead === null) return;
  if (dice.chance(0.015)) {
    const merged = mergedInto(life, dice);
    writeLead(out, merged, dice, { conversion: null, mergedInto: lead });
  } else if (dice.chance(0.02)) {
    const double = doubleOf(life, dice);
    if (double.created < out.asOf) writeLead(out, double, dice, { conversion: null });
  }
}

/** Writes a lead, and for one that was converted before the export its account, its contact and its deal; says its id, if it is there. */
function writeOne(task: Task, out: Export, life: LeadLife, number: number, luck: number): string | null {
  const dice = diceOf(task.seed, 4, number);
  if (life.created > out.asOf) return null;
  if (life.converted === null || life.converted > out.asOf) return writeLead(out, life, dice, { conversion: null });
  const currency = currencyOf(life.person.country, dice);
  return writeConverted(
    out,
    life,
    dealOf(dice, life.converted, { won: luck < winShare, middle, currency }),
    life.converted,
    number,
    dice,
  );
}

/** Writes a lead of the old CRM; its deal was carried over on the first working days of the new one, as it stood. */
function writeImported(task: Task, out: Export, life: LeadLife, start: number, number: number): void {
  const dice = diceOf(task.seed, 4, number);
  const opened = start + 86_400 + 36_000 + dice.whole(0, 20_000);
  const plan = {
    won: dice.chance(0.33),
    middle,
    currency: currencyOf(life.person.country, dice),
    reached: dice.whole(1, 3),
  };
  writeConverted(out, life, dealOf(dice, opened, plan), opened, number, dice);
}

function writeConverted(
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
  const contacts = [conversion.contact];
  if (life.changes.length > 0 && dice.chance(0.07)) contacts.push(writeColleague(out, life, conversion, number, dice));
  const terms = {
    opened,
    owner,
    type: 'New Business',
    source: life.source,
    campaign: life.campaign?.id ?? '',
    deleted: false,
    broughtBy: life.broughtBy?.id ?? '',
    givenTo: life.givenTo?.id ?? '',
  } as const;
  writeDeal(
    out,
    conversion.opportunity,
    deal,
    terms,
    conversion.account,
    contacts,
    `${life.person.company} - first order`,
    dice,
  );
  const until = standingsOf(deal, out.asOf).at(-1)!.at;
  const about = { who: conversion.contact, what: conversion.opportunity, account: conversion.account };
  for (const touch of dealTouches(opened, until, owner, dice))
    if (touch.logged <= out.asOf) writeActivity(out, touch, about);
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

/** Writes a deal that sales or a partner opened without a lead, or a customer's renewal. */
function writeOutbound(task: Task, out: Export, month: Month, number: number): void {
  const dice = diceOf(task.seed, 5, number);
  const person = personOf(dice, number, 'any');
  const opened = momentIn(month, dice.next(), 0, dice.next());
  const type = dice.pick(['New Business', 'New Business', 'Renewal', 'Extension'] as const);
  const source = type === 'New Business' ? dice.pick(['Outbound', 'Outbound', 'Partner', 'Referral']) : '';
  const owner = dice.pick(Object.values(salesTeams).flat()).id;
  const won = dice.chance(type === 'New Business' ? 0.25 : 0.8);
  const deal = dealOf(dice, opened, { won, middle: middle * 1.2, currency: currencyOf(person.country, dice) });
  const customer = writeCustomer(out, person, opened, owner, wonOn(deal, out.asOf), dice);
  const campaign = dice.chance(0.3) ? (campaignOf(opened, dice)?.id ?? '') : '';
  const terms = { opened, type, source, campaign, owner, broughtBy: '', givenTo: '', deleted: dice.chance(0.03) };
  const name = `${person.company} - ${type.toLowerCase()}`;
  writeDeal(out, out.idOf('opportunity'), deal, terms, customer.account, [customer.contact], name, dice);
}
