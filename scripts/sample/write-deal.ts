import { dateOf, localDayOf, textOfDay, textOfInstant } from './berlin-time.ts';
import type { Dice } from './chance.ts';
import { salesTeams } from './company.ts';
import { isClosed, stages, type Standing } from './deal-stages.ts';
import type { DealLife } from './deals.ts';
import { exportedAt } from './exported-at.ts';
import { decimal, type Export } from './export-form.ts';
import { salesforceId } from './salesforce-id.ts';

/** What a deal is about, beside its course. */
export interface DealTerms {
  readonly opened: number;
  readonly type: 'New Business' | 'Renewal' | 'Extension';
  readonly source: string;
  readonly campaign: string;
  readonly owner: string;
  readonly broughtBy: string;
  readonly givenTo: string;
  readonly deleted: boolean;
}

/** A person who has a part in a deal. */
export interface DealContact {
  readonly id: string;
  readonly role: string;
  readonly since: number;
}

/** The standings that lie before the export. */
export function standingsOf(deal: DealLife, asOf: number): DealLife['standings'] {
  return deal.standings.filter((standing) => standing.at <= asOf);
}

/** The local day on which a deal was won before the export, or null. */
export function wonOn(deal: DealLife, asOf: number): number | null {
  const last = standingsOf(deal, asOf).at(-1);
  return last?.stage === 'Closed Won' ? last.closeDay : null;
}

const worth = (amount: number | null): string => (amount === null ? '' : decimal(amount));

/** Writes a deal with its history and the contacts in it, as they stand at the export. */
export function writeDeal(
  out: Export,
  id: string,
  deal: DealLife,
  terms: DealTerms,
  account: string,
  contacts: readonly DealContact[],
  name: string,
  dice: Dice,
): void {
  const standings = standingsOf(deal, out.asOf);
  for (const standing of standings) writeStanding(out, id, standing, deal.currency, terms);
  const known = contacts.filter(({ since }) => since < exportedAt('OpportunityContactRole', out.asOf));
  known.forEach((contact, place) =>
    out.files.write('OpportunityContactRole', {
      Id: out.idOf('contactRole'),
      OpportunityId: id,
      ContactId: contact.id,
      Role: contact.role,
      IsPrimary: place === 0,
      IsDeleted: false,
      CreatedDate: textOfInstant(contact.since),
    }),
  );
  const { at, stage, amount, closeDay, forecast } = standings.at(-1)!;
  out.files.write('Opportunity', {
    Id: id,
    IsDeleted: terms.deleted,
    AccountId: account,
    Name: name.replaceAll('\n', ' '),
    StageName: stage,
    Amount: worth(amount),
    Probability: decimal(stages[stage].probability),
    CloseDate: textOfDay(closeDay),
    Type: terms.type,
    ...nextStepOf(out, stage, terms.owner, dice),
    LeadSource: terms.source,
    IsClosed: isClosed(stage),
    IsWon: stage === 'Closed Won',
    ForecastCategoryName: forecast,
    CurrencyIsoCode: deal.currency,
    CampaignId: terms.campaign,
    OwnerId: terms.owner,
    Lost_Reason__c: stage === 'Closed Lost' ? lostReasonOf(closeDay, dice) : '',
    Brought_By__c: terms.broughtBy,
    Given_To__c: terms.givenTo,
    CreatedDate: textOfInstant(terms.opened),
    LastModifiedDate: textOfInstant(at),
    SystemModstamp: textOfInstant(at),
    RecordTypeId: salesforceId('recordType', terms.type === 'New Business' ? 1 : 2),
  });
}

function writeStanding(out: Export, opportunity: string, standing: Standing, currency: string, terms: DealTerms): void {
  const { at, stage, amount, closeDay, forecast } = standing;
  const { probability } = stages[stage];
  const stamp = textOfInstant(at);
  out.files.write('OpportunityHistory', {
    Id: out.idOf('stageChange'),
    OpportunityId: opportunity,
    CreatedById: terms.owner,
    CreatedDate: stamp,
    StageName: stage,
    Amount: worth(amount),
    CurrencyIsoCode: currency,
    ExpectedRevenue: amount === null ? '' : decimal((amount * probability) / 100),
    CloseDate: textOfDay(closeDay),
    Probability: decimal(probability),
    ForecastCategory: forecast.replace(' ', ''),
    SystemModstamp: stamp,
    IsDeleted: terms.deleted,
  });
}

const dach = new Set<string>(salesTeams['Sales DACH'].map((user) => user.id));

/** What is to be done next with an open deal. Sales DACH mostly leaves it empty. */
function nextStepOf(
  out: Export,
  stage: Standing['stage'],
  owner: string,
  dice: Dice,
): { NextStep: string; Next_Step_Date__c: string } {
  if (isClosed(stage) || !dice.chance(dach.has(owner) ? 0.12 : 0.93)) return { NextStep: '', Next_Step_Date__c: '' };
  return {
    NextStep: dice.pick(['Send the contract', 'Call the buyer', 'Meet the board', 'Wait for the budget']),
    Next_Step_Date__c: textOfDay(localDayOf(out.asOf) + dice.whole(-20, 25)),
  };
}

const lostReasons = ['No budget', 'Competitor', 'No decision', 'No decision', 'Timing', 'Missing feature', ''];

/** Why a deal was lost; in 2026 it is the price more often than anything else. */
function lostReasonOf(day: number, dice: Dice): string {
  return dice.chance(dateOf(day).year < 2026 ? 0.1 : 0.4) ? 'Price' : dice.pick(lostReasons);
}
