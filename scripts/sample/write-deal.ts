import { localDayOf, textOfDay, textOfInstant } from './berlin-time.ts';
import type { Dice } from './chance.ts';
import type { DealLife } from './deals.ts';
import { stages } from './deals.ts';
import type { Person } from './person.ts';
import { salesforceId } from './salesforce-id.ts';
import { decimal, type Conversion, type Export } from './export-form.ts';

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

/** Writes a company and a person there as a customer to be; says their ids. */
export function writeCustomer(
  out: Export,
  person: Person,
  at: number,
  owner: string,
  since: number | null,
  dice: Dice,
): Omit<Conversion, 'opportunity'> {
  const [account, contact] = [out.idOf('account'), out.idOf('contact')];
  const stamp = textOfInstant(at);
  out.files.write('Account', {
    Id: account,
    IsDeleted: false,
    Name: person.company,
    Type: since === null ? 'Prospect' : 'Customer',
    Industry: person.industry,
    NumberOfEmployees: person.size === null ? '' : String(person.size),
    BillingCountry: person.country,
    Region__c: person.region,
    Customer_Since__c: since === null ? '' : textOfDay(since),
    OwnerId: owner,
    CreatedDate: stamp,
    LastModifiedDate: stamp,
    SystemModstamp: stamp,
  });
  writeContact(out, contact, account, person, at, dice);
  return { account, contact };
}

/** Writes one more person at an account. */
export function writeContact(out: Export, id: string, account: string, person: Person, at: number, dice: Dice): void {
  const stamp = textOfInstant(at);
  out.files.write('Contact', {
    Id: id,
    IsDeleted: false,
    AccountId: account,
    LastName: person.last,
    FirstName: person.first,
    Email: person.email,
    Phone: person.phone,
    Title: person.title,
    Buying_Role__c: dice.pick(['Decision maker', 'Influencer', 'User', '']),
    CreatedDate: stamp,
    LastModifiedDate: stamp,
    SystemModstamp: stamp,
  });
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

/** Writes a deal with its history and the contacts in it, as they stand at the export. */
export function writeDeal(
  out: Export,
  id: string,
  deal: DealLife,
  terms: DealTerms,
  account: string,
  contacts: readonly string[],
  name: string,
  dice: Dice,
): void {
  const standings = standingsOf(deal, out.asOf);
  for (const { at, stage, amount, closeDay } of standings) {
    const { probability, forecast } = stages[stage];
    const stamp = textOfInstant(at);
    out.files.write('OpportunityHistory', {
      Id: out.idOf('stageChange'),
      OpportunityId: id,
      CreatedById: terms.owner,
      CreatedDate: stamp,
      StageName: stage,
      Amount: decimal(amount),
      CurrencyIsoCode: deal.currency,
      ExpectedRevenue: decimal((amount * probability) / 100),
      CloseDate: textOfDay(closeDay),
      Probability: decimal(probability),
      ForecastCategory: forecast.replace(' ', ''),
      SystemModstamp: stamp,
      IsDeleted: terms.deleted,
    });
  }
  contacts.forEach((contact, place) =>
    out.files.write('OpportunityContactRole', {
      Id: out.idOf('contactRole'),
      OpportunityId: id,
      ContactId: contact,
      Role: place ? 'Influencer' : 'Decision Maker',
      IsPrimary: place === 0,
      IsDeleted: false,
      CreatedDate: textOfInstant(terms.opened),
    }),
  );
  const { at, stage, amount, closeDay } = standings.at(-1)!;
  const closed = stage === 'Closed Won' || stage === 'Closed Lost';
  const next = !closed && dice.chance(0.7);
  out.files.write('Opportunity', {
    Id: id,
    IsDeleted: terms.deleted,
    AccountId: account,
    Name: name.replaceAll('\n', ' '),
    StageName: stage,
    Amount: decimal(amount),
    Probability: decimal(stages[stage].probability),
    CloseDate: textOfDay(closeDay),
    Type: terms.type,
    NextStep: next ? dice.pick(['Send the contract', 'Call the buyer', 'Meet the board', 'Wait for the budget']) : '',
    Next_Step_Date__c: next ? textOfDay(localDayOf(out.asOf) + dice.whole(-20, 25)) : '',
    LeadSource: terms.source,
    IsClosed: closed,
    IsWon: stage === 'Closed Won',
    ForecastCategoryName: stages[stage].forecast,
    CurrencyIsoCode: deal.currency,
    CampaignId: terms.campaign,
    OwnerId: terms.owner,
    Lost_Reason__c: stage === 'Closed Lost' ? deal.lostReason : '',
    Brought_By__c: terms.broughtBy,
    Given_To__c: terms.givenTo,
    CreatedDate: textOfInstant(terms.opened),
    LastModifiedDate: textOfInstant(at),
    SystemModstamp: textOfInstant(at),
    RecordTypeId: salesforceId('recordType', terms.type === 'New Business' ? 1 : 2),
  });
}
