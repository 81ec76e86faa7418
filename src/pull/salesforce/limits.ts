import { z } from 'zod';
import type { SalesforceConnection } from '../../records/connection.ts';
import { Passing, PullFault } from '../pull-fault.ts';
import { dayFull } from './fault-of.ts';
import { isNotThere } from './refusal.ts';
import type { Session } from './session.ts';

/** https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_limits.htm */
const limit = z.object({ Max: z.number(), Remaining: z.number() });
const limitsSchema = z.object({ DailyApiRequests: limit.optional(), DailyBulkV2QueryJobs: limit.optional() });

/** What is left of the day. */
export interface DayLeft {
  /** Query jobs; null where Salesforce does not say. */
  readonly jobs: number | null;
}

/** The first call of a session: it proves that we are let in, and that this version of the API is spoken. */
export function askLimits(session: Session, { apiVersion, placeOf }: SalesforceConnection): Promise<DayLeft> {
  return session.ask({
    what: 'its limits',
    call: async ({ jsforce }) => {
      const told = limitsSchema.safeParse(await jsforce.limits());
      if (!told.success) throw new Passing('Salesforce answered with something that is not its limits');
      return { jobs: told.data.DailyBulkV2QueryJobs?.Remaining ?? null };
    },
    refused: (refusal) => {
      if (!isNotThere(refusal)) return undefined;
      const says = `your Salesforce does not speak version ${apiVersion} of the API`;
      throw new PullFault('input', says, 'write an older "api version": 62.0', placeOf('api version'));
    },
  });
}

/** Throws where no query job may be begun today. */
export function checkJobsLeft({ jobs }: DayLeft, began: number): void {
  if (jobs !== null && jobs - began <= 0) throw dayFull('DailyBulkV2QueryJobs: 0 remaining');
}
