import type { StoredValue } from '../../store/database.ts';
import type { HandoverMoment } from '../source.ts';
import { handoverMoments } from '../source.ts';

/** A lead of a person, as it is today. */
export interface PersonsLead {
  readonly key: string;
  readonly owner: string | null;
  readonly partner: string | null;
  readonly rejectionReason: StoredValue;
  readonly wouldBeGoodWhen: StoredValue;
  readonly retryOn: StoredValue;
}

/** Something that happened to a lead: it entered a status, or got another owner. */
export interface PersonsEvent {
  readonly lead: string;
  readonly at: number;
  readonly what: 'status' | 'owner';
  readonly from: string | null;
  readonly to: string | null;
}

/** What a person's leads tell: all of them, and what happened to them in the order of time. */
export interface PersonHistory {
  readonly leads: ReadonlyMap<string, PersonsLead>;
  readonly events: readonly PersonsEvent[];
}

/** A handover, with the moments as instants. */
export interface DerivedHandover {
  readonly lead: string;
  readonly time: number;
  readonly moments: Readonly<Partial<Record<HandoverMoment, number>>>;
  readonly assigned: number | null;
  readonly owner: string | null;
  readonly partner: string | null;
  readonly rejectionReason: StoredValue;
  readonly wouldBeGoodWhen: StoredValue;
  readonly retryOn: StoredValue;
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
  return qualified.map(({ lead, at }, index) => {
    const until = qualified[index + 1]?.at ?? Infinity;
    const within = history.events.filter(
      (event) => event.what === 'status' && event.from !== event.to && event.at >= at && event.at < until,
    );
    const moments: Partial<Record<HandoverMoment, number>> = { qualified: at };
    for (const moment of handoverMoments.slice(1)) {
      const first = within.find((event) => event.to !== null && rules.statuses[moment].has(event.to));
      if (first) moments[moment] = first.at;
    }
    const of = history.leads.get(lead);
    // What a lead says of its rejection is what holds today: it can only be that of its last handover.
    const speaks = rejectedLead(history, within, rules) ?? of;
    const said = qualified.slice(index + 1).some((later) => later.lead === speaks?.key) ? undefined : speaks;
    return {
      lead,
      time: index + 1,
      moments,
      ...firstHuman(history, lead, at, rules),
      partner: of?.partner ?? null,
      rejectionReason: said?.rejectionReason ?? null,
      wouldBeGoodWhen: said?.wouldBeGoodWhen ?? null,
      retryOn: said?.retryOn ?? null,
    };
  });
}

function starts({ events }: PersonHistory, { statuses, sameUntil }: HandoverRules): { lead: string; at: number }[] {
  const starts: { lead: string; at: number }[] = [];
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
): PersonsLead | undefined {
  const event = within.find(({ to }) => to !== null && statuses.rejected.has(to));
  return event ? leads.get(event.lead) : undefined;
}

/** When the first person owned the lead from an instant on, and who: at once where a person owned it then. */
function firstHuman(
  { leads, events }: PersonHistory,
  lead: string,
  from: number,
  { isHuman }: HandoverRules,
): { assigned: number | null; owner: string | null } {
  const changes = events.filter((event) => event.what === 'owner' && event.lead === lead);
  const before = changes.findLast((event) => event.at <= from);
  const then = before ? before.to : (changes[0]?.from ?? leads.get(lead)?.owner ?? null);
  if (then !== null && isHuman(then)) return { assigned: from, owner: then };
  const first = changes.find(({ at, to }) => at > from && to !== null && isHuman(to));
  return { assigned: first?.at ?? null, owner: first?.to ?? null };
}
