import type { StoredValue } from '../../store/database.ts';
import type { HandoverMoment } from '../source.ts';
import { handoverMoments } from '../source.ts';

/** A lead as it is today. */
export interface LeadToday {
  readonly place: number;
  readonly key: string;
  readonly created: StoredValue;
  readonly status: string | null;
  readonly owner: string | null;
  readonly partner: string | null;
  readonly rejectionReason: StoredValue;
  readonly wouldBeGoodWhen: StoredValue;
  readonly retryOn: StoredValue;
  /** Where the person has several leads: the place of the first of them. */
  readonly first: number | null;
}

/** A row of the history of a lead: it entered a status, or got another owner. */
export interface LeadChange {
  /** The place of the lead. */
  readonly lead: number;
  /** Null where nobody knows. */
  readonly at: number | null;
  readonly what: 'status' | 'owner';
  readonly from: string | null;
  readonly to: string | null;
}

/** Something that happened to a lead at a known time; what it was created with, too. */
export interface PersonsEvent extends LeadChange {
  readonly at: number;
}

/** What a person's leads tell: all of them by their place, and what happened to them in the order of time. */
export interface PersonHistory {
  readonly leads: ReadonlyMap<number, LeadToday>;
  readonly events: readonly PersonsEvent[];
}

/** A handover, with the moments as instants. */
export interface DerivedHandover {
  readonly lead: LeadToday;
  readonly time: number;
  readonly moments: Readonly<Partial<Record<HandoverMoment, number>>>;
  readonly assigned: number | null;
  readonly owner: string | null;
  /** The lead whose words of today about a rejection are about this handover. */
  readonly said: LeadToday | undefined;
}

export interface HandoverRules {
  readonly statuses: Readonly<Record<HandoverMoment, ReadonlySet<string>>>;
  /** The last instant at which being qualified again is still the same handover. */
  readonly sameUntil: (qualified: number) => number;
  /** Whether an owner is known to be a person, not a queue or a program. */
  readonly isHuman: (owner: string) => boolean;
}

/**
 * The handovers of one person, by the history of all leads that are this person. Each time of being qualified is one, unless it
 * comes so soon after the one before that it still is that. Being accepted, rejected and abandoned belong to the last handover
 * before them, the first of each kind.
 */
export function handoversOf(history: PersonHistory, rules: HandoverRules): DerivedHandover[] {
  const qualified = starts(history, rules);
  return qualified.flatMap(({ lead: place, at }, index) => {
    const lead = history.leads.get(place);
    if (!lead) return [];
    const until = qualified[index + 1]?.at ?? Infinity;
    const within = history.events.filter(
      (event) => event.what === 'status' && event.from !== event.to && event.at >= at && event.at < until,
    );
    const moments: Partial<Record<HandoverMoment, number>> = { qualified: at };
    for (const moment of handoverMoments.slice(1)) {
      const first = within.find((event) => event.to !== null && rules.statuses[moment].has(event.to));
      if (first) moments[moment] = first.at;
    }
    // What a lead says of its rejection is what holds today: it can only be that of its last handover.
    const speaks = rejectedLead(history, within, rules) ?? lead;
    const said = qualified.slice(index + 1).some((later) => later.lead === speaks.place) ? undefined : speaks;
    return [{ lead, time: index + 1, moments, ...firstHuman(history, lead, at, rules), said }];
  });
}

function starts({ events }: PersonHistory, { statuses, sameUntil }: HandoverRules): { lead: number; at: number }[] {
  const starts: { lead: number; at: number }[] = [];
  for (const { what, from, to, at, lead } of events) {
    if (what !== 'status' || to === null || to === from || !statuses.qualified.has(to)) continue;
    const last = starts.at(-1);
    if (!last || at > sameUntil(last.at)) starts.push({ lead, at });
  }
  return starts;
}

/** The lead that was rejected within a handover, which may be another of the person's than was qualified. */
function rejectedLead(
  { leads }: PersonHistory,
  within: readonly PersonsEvent[],
  { statuses }: HandoverRules,
): LeadToday | undefined {
  const event = within.find(({ to }) => to !== null && statuses.rejected.has(to));
  return event ? leads.get(event.lead) : undefined;
}

/** When the first person owned the lead from an instant on, and who: at once where a person owned it then. */
function firstHuman(
  { events }: PersonHistory,
  lead: LeadToday,
  from: number,
  { isHuman }: HandoverRules,
): { assigned: number | null; owner: string | null } {
  const changes = events.filter((event) => event.what === 'owner' && event.lead === lead.place);
  const before = changes.findLast((event) => event.at <= from);
  const then = before ? before.to : (changes[0]?.from ?? lead.owner);
  if (then !== null && isHuman(then)) return { assigned: from, owner: then };
  const first = changes.find(({ at, to }) => at > from && to !== null && isHuman(to));
  return { assigned: first?.at ?? null, owner: first?.to ?? null };
}
