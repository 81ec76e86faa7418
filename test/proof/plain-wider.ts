/** The sample's metrics beside the headline, each as a plain loop: a balance, a year so far, an average, deadlines that differ. */
import { inboundSources, judged, keyOf, wins, won, type Books } from './plain-books.ts';
import { centsOnDay } from './plain-money.ts';
import { instantOf, isYes, type Row } from './plain-rows.ts';
import { addressOf, tally, type Item, type PlainValues } from './plain-tally.ts';
import { addDays, dayOf, instantAt, periodsOf } from './plain-time.ts';

/** Their values by address. */
export function widerValues(books: Books): PlainValues {
  const all = [
    inquiries,
    rejectionsNotGood,
    needed,
    leadsWon,
    averageSale,
    stepsBack,
    partnersFollowUp,
    openPipeline,
    wonThisYear,
  ];
  return new Map(all.flatMap((values) => [...values(books)]));
}

function inquiries(books: Books): PlainValues {
  const items = books.leads
    .filter((lead) => inboundSources.includes(lead.LeadSource!))
    .map((lead) => ({
      key: lead.Id!,
      day: dayOf(instantOf(lead.CreatedDate)!),
      members: { source: lead.LeadSource!, campaign: books.campaigns.get(lead.Primary_Campaign__c ?? '')?.Name ?? '' },
    }));
  return tally('inquiries', 'count', 'week', items);
}

const notGood = ['No need', 'Not a fit', 'Wrong person', 'Student', 'Competitor'];

function rejectionsNotGood(books: Books): PlainValues {
  const items = books.qualified.flatMap((handover): Item[] => {
    const { rejected, reason, lead } = handover;
    if (rejected === null) return [];
    const campaign = books.campaigns.get(lead.Primary_Campaign__c ?? '')?.Name ?? '';
    const state = notGood.includes(reason) ? 'in time' : 'late';
    return [{ key: keyOf(handover), day: dayOf(rejected), state, members: { campaign, source: lead.LeadSource! } }];
  });
  return tally('rejections-not-good', 'share', 'quarter', items);
}

function needed(books: Books): PlainValues {
  const items = books.qualified.map((handover) => ({
    key: keyOf(handover),
    day: dayOf(handover.qualified),
    members: {},
  }));
  return tally('qualified-leads-needed', 'count', 'month', items);
}

/** The day of a signature has no clock time: it counts until the 180th day is over. */
function leadsWon(books: Books): PlainValues {
  const isWin = new Set(inboundWins(books).map((deal) => deal.Id!));
  const items = books.qualified.map((handover) => {
    const last = addDays(dayOf(handover.qualified), 180);
    const deal = books.deals.get(handover.lead.ConvertedOpportunityId!);
    const closed = deal && isWin.has(deal.Id!) ? deal.CloseDate! : '';
    const kept = closed >= dayOf(handover.qualified) && closed <= last;
    const members = { source: handover.lead.LeadSource! };
    return judged(books, handover, instantAt(addDays(last, 1), 0), kept, members);
  });
  return tally('leads-won', 'share', 'quarter', items);
}

function inboundWins(books: Books): Row[] {
  return wins(books).filter((deal) => books.inboundDeals.has(deal.Id!));
}

function averageSale(books: Books): PlainValues {
  const items = inboundWins(books).map((deal) => won(books, deal, { source: deal.LeadSource! }));
  return tally('average-sale', 'average', 'quarter', items);
}

const stages = ['Prospecting', 'Discovery', 'Proposal', 'Ready to close', 'Closed Won'];

/** The history of each deal, in order. */
function histories(books: Books): Map<string, Row[]> {
  const inOrder = books.stageRows.toSorted((a, b) => instantOf(a.CreatedDate)! - instantOf(b.CreatedDate)!);
  return Map.groupBy(inOrder, (row) => row.OpportunityId!);
}

function stepsBack(books: Books): PlainValues {
  const items: Item[] = [];
  for (const [id, rows] of histories(books)) {
    for (const [index, row] of rows.entries()) {
      const [from, to] = [stages.indexOf(rows[index - 1]?.StageName ?? ''), stages.indexOf(row.StageName!)];
      if (to === -1 || to >= from) continue;
      const source = books.deals.get(id)?.LeadSource ?? '';
      items.push({ key: row.Id!, day: dayOf(instantOf(row.CreatedDate)!), members: { source } });
    }
  }
  return tally('deals-moved-back', 'count', 'month', items);
}

function partnersFollowUp(books: Books): PlainValues {
  const items: Item[] = [];
  for (const handover of books.qualified) {
    const { assigned, lead } = handover;
    const partner = books.partners.get(lead.Given_To__c!)?.Name ?? '';
    if (partner === '' || assigned === null || isYes(lead.DoNotCall)) continue;
    const deadline = books.office.afterBusinessDays(assigned, lead.LeadSource === 'Event' ? 3 : 1);
    const kept = (books.touches.get(lead.Id!) ?? []).some((at) => at >= assigned && at <= deadline);
    items.push(judged(books, handover, deadline, kept, { partner }));
  }
  return tally('partners-follow-up', 'share', 'quarter', items);
}

/** The last day of each period from months up that has begun since a day; of all time it is today. */
function lastDays(books: Books, first: string): Map<string, string> {
  const today = dayOf(books.asOf);
  const lasts = new Map([['all', today]]);
  const until = `${today.slice(0, 4)}-12-31`;
  for (let day = first; day <= until; day = addDays(day, 1))
    for (const { grain, period } of periodsOf(day))
      if (['month', 'quarter', 'year'].includes(grain) && (lasts.has(period) || day <= today)) lasts.set(period, day);
  return lasts;
}

function firstOf(days: readonly string[]): string {
  return days.toSorted()[0] ?? '9999-12-31';
}

/** What was open when a period was over, by the row of its history that held then, at the rate of the day it was opened. */
function openPipeline(books: Books): PlainValues {
  const ofDeal = histories(books);
  const deals = [...books.deals.values()];
  const created = (deal: Row) => instantOf(deal.CreatedDate)!;
  const values: PlainValues = new Map();
  for (const [period, last] of lastDays(books, firstOf(deals.map((deal) => dayOf(created(deal)))))) {
    const then = Math.min(instantAt(addDays(last, 1), 0) - 1, books.asOf);
    const items = deals
      .filter((deal) => created(deal) <= then)
      .map((deal) => {
        const row = ofDeal.get(deal.Id!)?.findLast((one) => instantOf(one.CreatedDate)! <= then) ?? deal;
        const cents = centsOnDay(books.rates, row.Amount, row.CurrencyIsoCode, dayOf(created(deal)));
        const team = books.users.get(deal.OwnerId!)?.Division ?? '';
        return { key: deal.Id!, day: last, cents, members: { stage: row.StageName!, team } };
      })
      .filter(({ members }) => !members.stage.startsWith('Closed'));
    takePeriod(values, 'open-pipeline', period, items);
  }
  return values;
}

/** All that was won since the year began that a period's last day lies in. */
function wonThisYear(books: Books): PlainValues {
  const items = wins(books).map((deal) => won(books, deal, {}));
  const values: PlainValues = new Map();
  for (const [period, last] of lastDays(books, firstOf(items.map(({ day }) => day)))) {
    const sinceJanuary = items.filter(
      ({ day }) => period === 'all' || (day.slice(0, 4) === last.slice(0, 4) && day <= last),
    );
    takePeriod(
      values,
      'won-this-year',
      period,
      sinceJanuary.map((item) => ({ ...item, day: last })),
    );
  }
  return values;
}

/** Keeps the sums of items that all lie on one day for one of the periods that the day lies in. */
function takePeriod(values: PlainValues, metric: string, period: string, items: readonly Item[]): void {
  for (const [address, value] of tally(metric, 'sum', 'month', items))
    if (address.startsWith(addressOf(metric, period, '', '').slice(0, -' | '.length))) values.set(address, value);
}
