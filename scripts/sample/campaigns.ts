import { dayOf, localDayOf } from './berlin-time.ts';
import type { Dice } from './chance.ts';
import { salesforceId } from './salesforce-id.ts';

/** A campaign of the made-up company. Days are counted from 1970; a campaign without an end runs on. */
export interface Campaign {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly source: string;
  readonly from: number;
  readonly to: number | null;
  /** Euros a month while it runs, or in all where `once` says so. */
  readonly cost: number;
  readonly once: boolean;
  /** How strongly it draws leads while it runs, against the others. */
  readonly draw: number;
  readonly parent: string | null;
}

type Span = readonly [year: number, month: number, day: number] | null;

function campaign(
  number: number,
  name: string,
  type: string,
  source: string,
  from: Span,
  to: Span,
  cost: number,
  once: boolean,
  draw: number,
  parent: number | null = null,
): Campaign {
  return {
    id: salesforceId('campaign', number),
    name,
    type,
    source,
    cost,
    once,
    draw,
    from: from ? dayOf(...from) : 0,
    to: to ? dayOf(...to) : null,
    parent: parent ? salesforceId('campaign', parent) : null,
  };
}

/** The three that run on come first: they draw leads in any month, whatever span a run asks for. */
export const campaigns: readonly Campaign[] = [
  campaign(1, 'Search ads', 'Advertisement', 'Website', null, null, 5600, false, 5),
  campaign(2, 'Monthly webinar', 'Webinar', 'Webinar', null, null, 2300, false, 4),
  campaign(3, 'Guide to planning', 'Content', 'Content download', null, null, 2300, false, 4),
  campaign(4, 'Trade fairs', 'Trade Show', 'Event', null, null, 0, false, 0),
  campaign(5, 'Trade fair Hannover 2024', 'Trade Show', 'Event', [2024, 4, 22], [2024, 4, 26], 21000, true, 3, 4),
  campaign(6, 'Trade fair Hannover 2025', 'Trade Show', 'Event', [2025, 3, 31], [2025, 4, 4], 23000, true, 12, 4),
  campaign(7, 'Trade fair Hannover 2026', 'Trade Show', 'Event', [2026, 4, 20], [2026, 4, 24], 64000, true, 7, 4),
  campaign(8, 'Autumn roadshow 2024', 'Conference', 'Event', [2024, 9, 10], [2024, 10, 11], 14000, true, 3),
  campaign(9, 'Autumn roadshow 2025', 'Conference', 'Event', [2025, 9, 9], [2025, 10, 10], 15000, true, 5),
  campaign(10, 'Autumn roadshow 2026', 'Conference', 'Event', [2026, 9, 8], [2026, 10, 9], 16000, true, 5),
  campaign(11, 'Checklist for buyers', 'Content', 'Content download', [2024, 6, 1], [2025, 12, 31], 900, false, 3),
  campaign(12, 'Customer stories', 'Content', 'Content download', [2025, 2, 1], null, 1100, false, 3),
  campaign(13, 'Spring webinar series 2026', 'Webinar', 'Webinar', [2026, 3, 2], [2026, 5, 29], 2400, false, 4),
  campaign(14, 'Network ads', 'Advertisement', 'Website', [2024, 10, 1], null, 2700, false, 3),
];

/** The campaign that cost most. Nobody whom it brought has bought anything. */
export const costliest = campaigns.find((one) => one.name === 'Trade fair Hannover 2026')!;

/** How long after its end a campaign still brings people, in days. */
const echo = 45;

/** Whether a campaign brought people on a local day. */
function isBringing({ from, to }: Campaign, day: number): boolean {
  return day >= from && (to === null || day <= to + echo);
}

/** The campaign that brought someone who came at an instant, drawn among those that ran; one in seven comes without any. */
export function campaignOf(at: number, dice: Dice): Campaign | null {
  if (dice.chance(0.14)) return null;
  const day = localDayOf(at);
  const running = campaigns.filter((one) => isBringing(one, day));
  let left = dice.next() * running.reduce((all, one) => all + one.draw, 0);
  return running.find((one) => (left -= one.draw) < 0) ?? null;
}

/** Of the named campaigns one that brought people at an instant; null if none did. */
export function oneOf(names: readonly string[], at: number, dice: Dice): Campaign | null {
  const day = localDayOf(at);
  const bringing = campaigns.filter((one) => names.includes(one.name) && isBringing(one, day));
  return bringing.length > 0 ? dice.pick(bringing) : null;
}
