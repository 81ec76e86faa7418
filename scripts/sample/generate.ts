import { diceOf, type Dice } from './chance.ts';
import { salesTeams } from './company.ts';
import { currencyOf, dealOf } from './deals.ts';
import type { ExportFiles } from './export-files.ts';
import { almostQualifiedLead, campaignOf, otherLead, qualifiedLead } from './leads.ts';
import type { LeadLife } from './lead-life.ts';
import { personOf } from './person.ts';
import { momentIn, planOf, type Month, type Task } from './plan.ts';
import { idCounter } from './salesforce-id.ts';
import { shareOf, visitsOf, type Visit } from './visits.ts';
import { writeDeal, writeCustomer, wonOn } from './write-deal.ts';
import { writeCampaigns, writePeople } from './write-directory.ts';
import { writeLead, type Export } from './write-lead.ts';

const winShare = 0.36;
const middleAmount = 15_800;

/**
 * Writes a made-up company, one lead's whole life at a time, so that memory stays the same at any size.
 * `progress` hears now and then how many leads are written.
 */
export function generate(task: Task, files: ExportFiles, progress: (leads: number) => void): void {
  const out: Export = { files, idOf: idCounter(), asOf: task.asOf };
  const months = planOf(task);
  const start = months[0]!.from;
  writePeople(out);
  writeCampaigns(out, months, Math.max(1, task.leads / 1500));
  let number = 0;
  const done = (): void => {
    if (++number % 1000 === 0) progress(number);
  };
  for (const month of months) {
    for (const visits of visitsOf(months, month)) {
      const life = qualifiedLead(task, number, visits, start);
      writeLeadAndDeal(task, out, life, number, shareOf(task, visits[1] ?? visits[0], 7));
      done();
    }
    for (let index = 0; index < month.almost; index++) {
      const visit: Visit = { month, index, of: month.almost, answer: index % 2 ? 'accepted soon' : 'rejected soon' };
      writeLeadAndDeal(task, out, almostQualifiedLead(task, number, visit, start), number, index % 5 ? 0.9 : 0.1);
      done();
    }
    for (let index = 0; index < month.others; index++) {
      writeLeadAndDeal(task, out, otherLead(task, month, number), number, 1);
      done();
    }
    for (let index = 0; index < month.outbound; index++) writeOutbound(task, out, month, index);
  }
  progress(number);
}

/** Writes a lead, and for one that was converted before the export its account, its contact and its deal. */
function writeLeadAndDeal(task: Task, out: Export, life: LeadLife, number: number, luck: number): void {
  const dice = diceOf(task.seed, 4, number);
  if (life.created > out.asOf) return;
  if (life.converted === null || life.converted > out.asOf) {
    writeLead(out, life, dice, { conversion: null });
    return;
  }
  const at = life.converted;
  const owner = life.changes.at(-1)!.by;
  const deal = dealOf(dice, at, luck < winShare, middleAmount, currencyOf(life.person.country, dice));
  const customer = writeCustomer(out, life.person, at, owner, wonOn(deal, out.asOf), dice);
  const opportunity = out.idOf('opportunity');
  writeLead(out, life, dice, { conversion: { ...customer, opportunity } });
  const terms = {
    opened: at,
    type: 'New Business',
    source: life.source,
    campaign: life.campaign?.id ?? '',
    owner,
    broughtBy: life.broughtBy?.id ?? '',
    givenTo: life.givenTo?.id ?? '',
  } as const;
  writeDeal(
    out,
    opportunity,
    deal,
    terms,
    customer.account,
    [customer.contact],
    `${life.person.company} - first order`,
    dice,
  );
}

/** A deal that sales or a partner opened without a lead, or a customer's renewal. */
function writeOutbound(task: Task, out: Export, month: Month, index: number): void {
  const dice: Dice = diceOf(task.seed, 5, month.index, index);
  const person = personOf(dice, 500_000_000 + month.index * 100_000 + index, 'any');
  const opened = momentIn(month, dice.next(), 0, dice.next());
  const type = dice.pick(['New Business', 'New Business', 'Renewal', 'Extension'] as const);
  const source = type === 'New Business' ? dice.pick(['Outbound', 'Outbound', 'Partner', 'Referral']) : '';
  const owner = dice.pick(Object.values(salesTeams).flat()).id;
  const deal = dealOf(
    dice,
    opened,
    dice.chance(type === 'New Business' ? 0.25 : 0.8),
    middleAmount * 1.2,
    currencyOf(person.country, dice),
  );
  const customer = writeCustomer(out, person, opened, owner, wonOn(deal, out.asOf), dice);
  const campaign = dice.chance(0.3) ? (campaignOf('Event', opened, dice)?.id ?? '') : '';
  const terms = { opened, type, source, campaign, owner, broughtBy: '', givenTo: '' };
  writeDeal(
    out,
    out.idOf('opportunity'),
    deal,
    terms,
    customer.account,
    [customer.contact],
    `${person.company} - ${type.toLowerCase()}`,
    dice,
  );
}
