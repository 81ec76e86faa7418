/** Where the period before the running one stood at the same point: the plain count, of books in which nothing later was written. */
import { instantOf, type Row } from './plain-rows.ts';
import type { Books } from './plain-books.ts';
import { plainValues } from './plain-metrics.ts';
import { addressOf, type PlainValue, type PlainValues } from './plain-tally.ts';
import { addDays, clockOf, dayOf, instantAt, periodsOf } from './plain-time.ts';

export interface PlainStretch extends Omit<PlainValue, 'keys'> {
  readonly metric: string;
  readonly grain: string;
  readonly running: string;
  readonly earlier: string;
  readonly until: number;
}

/** The sample's metrics, with the finest grain of each. */
const metrics: Readonly<Record<string, string>> = {
  'qualified-leads-delivered': 'week',
  'followed-up-in-time': 'week',
  'handed-over-in-time': 'week',
  'feedback-given': 'week',
  'leads-accepted': 'month',
  'pipeline-from-inbound': 'month',
  'closed-from-inbound': 'month',
  'campaign-wins': 'month',
  'campaign-spend': 'month',
  'campaign-effectiveness': 'quarter',
};
const grains = ['week', 'month', 'quarter', 'year'];

const nameOf = (grain: string, day: string): string => periodsOf(day).find((one) => one.grain === grain)!.period;

/** The first day of the period that a day lies in, one day back at a time. */
function firstDay(grain: string, day: string): string {
  let first = day;
  while (nameOf(grain, addDays(first, -1)) === nameOf(grain, day)) first = addDays(first, -1);
  return first;
}

/** As many days and hours into the period before; its last second, if it is over by then. */
function sameTimeBefore(grain: string, now: number): number {
  const start = firstDay(grain, dayOf(now));
  let day = firstDay(grain, addDays(start, -1));
  for (let passed = start; passed < dayOf(now); passed = addDays(passed, 1)) day = addDays(day, 1);
  return day < start ? instantAt(day, clockOf(now)) : instantAt(start, 0) - 1;
}

/** The books as they were: without rows written later, without what happened later to earlier ones. What has no date is today's. */
function asTheyWere(books: Books, then: number): Books {
  const known = (instant: number | null): number | null => (instant !== null && instant <= then ? instant : null);
  const wasThere = (row: Row): boolean => instantOf(row.CreatedDate)! <= then;
  const handovers = books.handovers.filter((handover) => handover.qualified <= then);
  const now = new Set(books.qualified);
  const qualified = handovers
    .filter((handover) => now.has(handover))
    .map((handover) => ({
      ...handover,
      assigned: known(handover.assigned),
      accepted: known(handover.accepted),
      rejected: known(handover.rejected),
    }));
  const deals = [...books.deals].filter(([, deal]) => wasThere(deal));
  const wonThen = (deal: Row): Row => (deal.CloseDate! <= dayOf(then) ? deal : { ...deal, IsWon: 'false' });
  return {
    ...books,
    asOf: then,
    handovers,
    qualified,
    touches: new Map([...books.touches].map(([lead, touches]) => [lead, touches.filter((at) => at <= then)])),
    deals: new Map(deals.map(([id, deal]) => [id, wonThen(deal)])),
    stageRows: books.stageRows.filter(wasThere),
    spend: books.spend.filter((row) => row.month! <= dayOf(then)),
  };
}

const nothing = (metric: string): Omit<PlainValue, 'keys'> => {
  const parts = /in-time|accepted|feedback|effectiveness/.test(metric) ? 0 : null;
  return { value: parts === 0 ? null : 0, numerator: parts, denominator: parts, waiting: 0, records: 0 };
};

function stretchOf(values: PlainValues, metric: string, earlier: string): Omit<PlainValue, 'keys'> {
  const found = values.get(addressOf(metric, earlier, '', ''));
  if (!found) return nothing(metric);
  const { value, numerator, denominator, waiting, records } = found;
  return { value, numerator, denominator, waiting, records };
}

/** The stretches of all metrics of the sample; none where a metric has no record at all by then. */
export function plainStretches(books: Books): PlainStretch[] {
  const today = dayOf(books.asOf);
  return grains.flatMap((grain) => {
    const until = sameTimeBefore(grain, books.asOf);
    const values = plainValues(asTheyWere(books, until));
    const running = nameOf(grain, today);
    const earlier = nameOf(grain, dayOf(until));
    return Object.entries(metrics)
      .filter(([, finest]) => grains.indexOf(finest) <= grains.indexOf(grain))
      .filter(([metric]) => values.has(addressOf(metric, 'all', '', '')))
      .map(([metric]) => ({ metric, grain, running, earlier, until, ...stretchOf(values, metric, earlier) }));
  });
}
