/** Everything that the plain counts need of a folder of exports, and what they share. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { changesOf, handoversOf, type Handover } from './plain-leads.ts';
import { isYes, type Row } from './plain-rows.ts';
import { euroCents, type Rates } from './plain-money.ts';
import type { Item } from './plain-tally.ts';
import { dayOf, officeOf, type Office } from './plain-time.ts';
import { touchesOf } from './plain-touches.ts';
import { soundRows } from './plain-sound.ts';

export const inboundSources = ['Website', 'Webinar', 'Content download', 'Event'];

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
    // One file was exported some days before the others: no number that is counted here reads it.
    asOf: Math.max(...manifest.files.map((file) => Date.parse(file.asOf) / 1000)),
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

export function keyOf(handover: Handover): string {
  return `${handover.lead.Id} (${handover.time})`;
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

export function wins(books: Books): Row[] {
  return [...books.deals.values()].filter((deal) => isYes(deal.IsWon) && deal.Type === 'New Business');
}

export function won(books: Books, deal: Row, members: Item['members']): Item {
  const day = deal.CloseDate!;
  return { key: deal.Id!, day, cents: euroCents(books.rates, deal), members };
}
