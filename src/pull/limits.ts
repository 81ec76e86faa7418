import type { Connection } from '../records/connection.ts';
import { readInstant } from '../records/forms/instant.ts';
import type { PullAccount } from '../records/manifest.ts';
import type { Usage } from './connector.ts';
import { PullFault } from './pull-fault.ts';

/** The pull has taken what it may have for now: calls of the API, or time. What it has is kept, and the next one goes on. */
export class EnoughForNow extends PullFault {
  constructor(says: string) {
    super('machine', says, 'the next pull goes on where this one stopped');
  }
}

const day = 86_400;
const numbers = new Intl.NumberFormat('en-GB');

type Crm = Extract<Connection, { to: 'Salesforce' | 'HubSpot' }>;

/** Calls that pulls of a connection made within a day before now, this one not counted. */
export function callsBefore(connection: string, pulls: readonly PullAccount[], now: number): number {
  return pulls
    .filter((pull) => pull.connection === connection && Math.abs(now - (readInstant(pull.ended) ?? 0)) < day)
    .reduce((sum, { calls }) => sum + (calls ?? 0), 0);
}

/** How many calls a day pulls may make; null where only a share is said, of nobody knows what. */
export function callsAllowed({ callsAtMost }: Crm, { allowedADay }: Usage): number | null {
  if ('calls' in callsAtMost) return callsAtMost.calls;
  return allowedADay === null ? null : Math.floor(allowedADay * callsAtMost.share);
}

/** @throws EnoughForNow where another call would be one too many. `before`: of `callsBefore`. */
export function checkCalls(connection: Crm, usage: Usage, before: number): void {
  const allowed = callsAllowed(connection, usage);
  const made = before + usage.calls;
  if (allowed !== null && made >= allowed)
    throw new EnoughForNow(
      `pulls have made ${numbers.format(made)} calls within a day, and "calls at most" lets them make ${numbers.format(allowed)}`,
    );
}

/** @throws EnoughForNow where the time is over. `until`: by the world's clock; null: it has all the time. */
export function checkTime(now: number, until: number | null): void {
  if (until !== null && now >= until) throw new EnoughForNow('the time that this pull may take is over');
}
