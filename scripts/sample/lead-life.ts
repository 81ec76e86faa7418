import type { Campaign } from './campaigns.ts';
import type { Person } from './person.ts';
import type { Partner } from './company.ts';

export type Status = 'New' | 'Working' | 'Qualified' | 'Accepted' | 'Rejected' | 'Abandoned' | 'Converted';

/** A user or a queue: whoever can own a lead. */
export interface Owner {
  readonly id: string;
  readonly name: string;
}

/** Something that changed on a lead. */
export type Change = { readonly at: number; readonly by: string } & (
  { readonly field: 'Status'; readonly to: Status } | { readonly field: 'Owner'; readonly to: Owner }
);

export type MeetingOutcome = 'Accepted' | 'Not accepted' | 'No show';

/** A call, an e-mail or a meeting, done, planned or automated. */
export interface Touch {
  readonly kind: 'call' | 'email' | 'meeting' | 'cadence' | 'to do';
  readonly inbound: boolean;
  readonly owner: string;
  readonly logged: number;
  /** When it was done; a meeting ends there. Null for a plan that nobody carried out. */
  readonly done: number | null;
  /** The day it was due, as a local day. */
  readonly due: number;
  /** What came of a meeting with a lead. */
  readonly outcome?: MeetingOutcome;
}

/** Why sales gave a lead back, as written on the lead. */
export interface Rejection {
  readonly reason: string;
  readonly wouldBeGoodWhen: string;
  /** A local day, or null. */
  readonly retryOn: number | null;
  readonly at: number;
}

/** The whole life of a lead, also what lies past the export; whoever writes it cuts it there. */
export interface LeadLife {
  readonly person: Person;
  readonly created: number;
  readonly createdBy: string;
  readonly firstStatus: Status;
  readonly firstOwner: Owner;
  readonly source: string;
  readonly campaign: Campaign | null;
  readonly score: number | null;
  readonly doNotCall: boolean;
  readonly broughtBy: Partner | null;
  readonly givenTo: Partner | null;
  /** The account of the customer that recommended us. */
  readonly referredBy: string;
  readonly changes: readonly Change[];
  readonly touches: readonly Touch[];
  readonly rejections: readonly Rejection[];
  /** Conversion makes the Status 'Converted' entry of the same instant. */
  readonly converted: number | null;
  readonly deleted: boolean;
}
