/** The sample's metrics, each as a plain loop over the raw rows of the exports. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { changesOf, handoversOf, type Handover } from './plain-leads.ts';
import { instantOf, isYes, type Row } from './plain-rows.ts';
import { centsOnDay, euroCents, type Rates } from './plain-money.ts';
import { ratio, tally, type Item, type PlainValues } from './plain-tally.ts';
import { addDays, clockOf, dayOf, instantAt, officeOf, type Office } from './plain-time.ts';
import { touchesOf } from './plain-touches.ts';
import { soundRows } from './plain-sound.ts';
import { widerValues } from './plain-wider.ts';

export const inboundSources = ['Website', 'Webinar', 'Content download', 'Event'];
const tightened = '2026-01-01';

/** Everything that the metrics need of a folder of exports. */
export interface Books {
  readonly asOf: number;
  readonly office: Office;
  readonly leads: readonly Row[];
  readonly handovers: readonly Handover[];
  /** Those of the term 'qualified lead'. */
  readonly qualified: readonly Handover[];
  /** Completion instants of the touches on a lead. */
  readonly touches: ReadonlyMap<string, readonly number[]>;
  readonly users: ReadonlyMap<string, Row>;
  readonly partners: ReadonlyMap<string, Row>;
  readonly campaigns: ReadonlyMap<string, Row>;
  readonly deals: ReadonlyMap<string, Row>;
  /** Deals that an inbound lead was converted into. */
  readonly inboundDeals: ReadonlySet<string>;
  readonly stageRows: readonly Row[];
  readonly spend: readonly Row[];
  readonly rates: Rates;
}

const byId = (rows: readonly Row[]): Map<string, Row> => new Map(rows.map((row) => [row.Id!, row]));

export function openBooks(exports: string, agreement: string): Books {
  const leads = soundRows(exports, 'Lead.csv');
  const left = leads.filter((lead) => !lead.MasterRecordId);
  const users = byId(soundRows(exports, 'User.csv'));
  const isHuman = (user: string): boolean => users.has(user) && !isYes(users.get(user)!.Robot__c);
  const changes = changesOf(soundRows(exports, 'LeadHistory.csv'));
  const manifest = JSON.parse(readFileSync(join(exports, 'manifest.json'), 'utf8')) as { files: { asOf: string }[] };
  const inboundDeals = new Set(
    left
      .filter((lead) => inboundSources.includes(lead.LeadSource!) && lead.ConvertedOpportunityId)
      .map((lead) => lead.ConvertedOpportunityId!),
  );
  const handovers = handoversOf(leads, changes, isHuman);
  return {
    asOf: Math.min(...manifest.files.map((file) => Date.parse(file.asOf) / 1000)),
    office: officeOf(join(agreement, 'calendars.yml')),
    leads: left,
    handovers,
    qualified: handovers.filter((handover) => isQualifiedLead(handover.lead)),
    touches: touchesOf(exports, left, users),
    users,
    partners: byId(soundRows(exports, 'Account.csv')),
    campaigns: byId(soundRows(exports, 'Campaign.csv')),
    deals: byId(soundRows(exports, 'Opportunity.csv')),
    inboundDeals,
    stageRows: soundRows(exports, 'OpportunityHistory.csv'),
    spend: soundRows(exports, 'spend.csv'),
    rates: parse(readFileSync(join(agreement, 'currencies.yml'), 'utf8')) as Rates,
  };
}

/** The term 'qualified lead', of the handover's lead. */
function isQualifiedLead(lead: Row): boolean {
  const words = lead.Title!.toLowerCase().split(/[^\p{L}\p{N}]+/u);
  const goodTitle = ['head', 'chief', 'director'].some((word) => words.includes(word));
  const goodSize = lead.NumberOfEmployees !== '' && Number(lead.NumberOfEmployees) >= 20;
  const goodScore = lead.Score__c !== '' && Number(lead.Score__c) >= 60;
  return (
    inboundSources.includes(lead.LeadSource!) && goodScore && (goodSize || goodTitle) && lead.Industry !== 'Education'
  );
}

/** All values of all metrics of the sample, by address. */
export function plainValues(books: Books): PlainValues {
  const all: PlainValues = new Map();
  for (const values of [delivered(books), followedUp(books), handedOver(books), accepted(books), feedback(books)])
    add(all, values);
  for (const values of [pipeline(books), closed(books)]) add(all, values);
  const wins = campaignWins(books);
  const spend = campaignSpend(books);
  for (const values of [wins, spend, ratio('campaign-effectiveness', wins, spend), widerValues(books)])
    add(all, values);
  return all;
}

function add(all: PlainValues, values: PlainValues): void {
  for (const [address, value] of values) all.set(address, value);
}

export function keyOf(handover: Handover): string {
  return `${handover.lead.Id} (${handover.time})`;
}

function delivered(books: Books): PlainValues {
  const items = books.qualified.map((handover) => ({
    key: keyOf(handover),
    day: dayOf(handover.qualified),
    members: { source: handover.lead.LeadSource!, region: handover.lead.Region__c! },
  }));
  return tally('qualified-leads-delivered', 'count', 'week', items);
}

/** A handover in a share: waiting until the deadline has come, whatever was done before. */
export function judged(
  books: Books,
  handover: Handover,
  deadline: number,
  kept: boolean,
  members: Item['members'],
): Item {
  const state = books.asOf < deadline ? 'waiting' : kept ? 'in time' : 'late';
  return { key: keyOf(handover), day: dayOf(handover.qualified), state, members };
}

function teamOf(books: Books, handover: Handover): string {
  return books.users.get(handover.owner ?? '')?.Division ?? '';
}

function followedUp(books: Books): PlainValues {
  const items: Item[] = [];
  for (const handover of books.qualified) {
    const { assigned, lead } = handover;
    if (assigned === null || isYes(lead.DoNotCall)) continue;
    const days = dayOf(handover.qualified) < tightened ? 2 : 1;
    const deadline = books.office.afterBusinessDays(assigned, days);
    const fiveDaysBefore = instantAt(addDays(dayOf(assigned), -5), clockOf(assigned));
    const touches = books.touches.get(lead.Id!) ?? [];
    const kept = touches.some((at) => at >= fiveDaysBefore && at <= deadline);
    const partner = books.partners.get(lead.Given_To__c!)?.Name ?? '';
    const isDue = books.office.afterBusinessDays(assigned, 1);
    const holder = handover.owners.findLast(({ from }) => from < isDue)?.owner ?? '';
    const members = {
      source: lead.LeadSource!,
      partner,
      team: teamOf(books, handover),
      'team at the deadline': books.users.get(holder)?.Division ?? '',
    };
    items.push(judged(books, handover, deadline, kept, members));
  }
  return tally('followed-up-in-time', 'share', 'week', items);
}

function handedOver(books: Books): PlainValues {
  const items = books.qualified.map((handover) => {
    const deadline = books.office.afterBusinessHours(handover.qualified, 4);
    const kept = handover.assigned !== null && handover.assigned <= deadline;
    return judged(books, handover, deadline, kept, { source: handover.lead.LeadSource! });
  });
  return tally('handed-over-in-time', 'share', 'week', items);
}

function accepted(books: Books): PlainValues {
  const items: Item[] = [];
  for (const handover of books.qualified) {
    const { assigned } = handover;
    if (assigned === null) continue;
    const deadline = books.office.afterBusinessDays(assigned, 10);
    const kept = lies(handover.accepted, assigned, deadline);
    items.push(judged(books, handover, deadline, kept, { source: handover.lead.LeadSource! }));
  }
  return tally('leads-accepted', 'share', 'month', items);
}

function feedback(books: Books): PlainValues {
  const items: Item[] = [];
  for (const handover of books.qualified) {
    const { assigned, reason } = handover;
    if (assigned === null) continue;
    const deadline = books.office.afterBusinessDays(assigned, 5);
    const rejectedWell = lies(handover.rejected, assigned, deadline) && !['', 'Other', 'Unknown'].includes(reason);
    const kept = lies(handover.accepted, assigned, deadline) || rejectedWell;
    items.push(
      judged(books, handover, deadline, kept, { source: handover.lead.LeadSource!, team: teamOf(books, handover) }),
    );
  }
  return tally('feedback-given', 'share', 'week', items);
}

function lies(instant: number | null, from: number, to: number): boolean {
  return instant !== null && instant >= from && instant <= to;
}

/** The first row of each deal from an inbound lead that brought it into Discovery. */
function pipeline(books: Books): PlainValues {
  const items: Item[] = [];
  const ofDeal = Map.groupBy(books.stageRows, (row) => row.OpportunityId!);
  for (const [id, rows] of ofDeal) {
    const deal = books.deals.get(id);
    if (!deal || !books.inboundDeals.has(id)) continue;
    const inOrder = rows.toSorted((a, b) => instantOf(a.CreatedDate)! - instantOf(b.CreatedDate)!);
    const entry = inOrder.find((row) => row.StageName === 'Discovery');
    if (!entry) continue;
    const day = dayOf(instantOf(entry.CreatedDate)!);
    const cents = centsOnDay(books.rates, entry.Amount, entry.CurrencyIsoCode, day);
    items.push({ key: entry.Id!, day, cents, members: { source: deal.LeadSource! } });
  }
  return tally('pipeline-from-inbound', 'sum', 'month', items);
}

export function wins(books: Books): Row[] {
  return [...books.deals.values()].filter((deal) => isYes(deal.IsWon) && deal.Type === 'New Business');
}

export function won(books: Books, deal: Row, members: Item['members']): Item {
  const day = deal.CloseDate!;
  return { key: deal.Id!, day, cents: euroCents(books.rates, deal), members };
}

function closed(books: Books): PlainValues {
  const items = wins(books)
    .filter((deal) => books.inboundDeals.has(deal.Id!))
    .map((deal) => won(books, deal, { source: deal.LeadSource! }));
  return tally('closed-from-inbound', 'sum', 'month', items);
}

function campaignWins(books: Books): PlainValues {
  const items = wins(books)
    .filter((deal) => books.campaigns.has(deal.CampaignId!))
    .map((deal) => won(books, deal, { campaign: books.campaigns.get(deal.CampaignId!)!.Name! }));
  return tally('campaign-wins', 'sum', 'month', items);
}

function campaignSpend(books: Books): PlainValues {
  const items = books.spend.map((row, index) => ({
    key: `spend ${index + 1}`,
    day: row.month!,
    cents: centsOnDay(books.rates, row.amount, row.currency, row.month!),
    members: { campaign: books.campaigns.get(row.campaign_id!)?.Name ?? '' },
  }));
  return tally('campaign-spend', 'sum', 'month', items);
}
