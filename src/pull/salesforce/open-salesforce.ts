/**
 * Salesforce as the objects that a pull asks for.
 *
 * What it costs of the calls that Salesforce allows a day: one for the limits, and for each object one to describe it, one to
 * begin its query, one or more to ask whether that is done (after 2, 3, 4.5 ... seconds, at most a minute apart), and one
 * for each 50,000 rows. A pull of 13 objects with few changes makes 53 calls; each object is one of 10,000 query jobs a day.
 */
import { z } from 'zod';
import type { SalesforceConnection } from '../../records/connection.ts';
import { MarkIsStale, type TableAsk, type TablePage, type TableSession, type TableStart } from '../connector.ts';
import { Passing, PullFault } from '../pull-fault.ts';
import type { Secrets } from '../secrets.ts';
import type { World } from '../world.ts';
import { changeFieldOf, checkFields, describing, seen, type Described } from './described.ts';
import { askLimits, checkJobsLeft } from './limits.ts';
import { readMark, writeMark } from './mark.ts';
import { beginJob, completed } from './query-job.ts';
import { pagesOfQuery } from './query-pages.ts';
import { pagesOfJob } from './results.ts';
import { accepted, openSession, type Session } from './session.ts';
import { checkAddress } from './sign-in.ts';
import { soqlOf } from './soql.ts';
import { clockOf, openWire } from './wire.ts';

/** Signs in. Throws a `PullFault` where Salesforce does not let us. */
export async function openSalesforce(
  connection: SalesforceConnection,
  world: World,
  secrets: Secrets,
): Promise<TableSession> {
  checkAddress(connection);
  const wire = openWire(connection.address, () => pageInPlaceOfData(connection));
  const session = openSession(connection, world, secrets, wire);
  const left = await askLimits(session, connection);
  const describe = describing(session);
  const needed = (ask: TableAsk) => describedFor(describe, ask);
  const begun = new Set<string>();
  return {
    see: async (object) => {
      const described = /^\w+$/.test(object) ? await describe(object) : null;
      return described && seen(session, described);
    },
    objects: () => objectsSeen(session),
    start: async (ask): Promise<TableStart> => {
      const described = await needed(ask);
      checkFields(described, ask);
      checkJobsLeft(left, begun.size);
      const job = await beginJob(session, ask, soqlOf(ask, changeFieldOf(described)));
      if (job === null) return { until: await clock(session), mark: writeMark({ by: 'query', behind: null }) };
      begun.add(job.job);
      return {
        until: job.until,
        mark: writeMark({ by: 'job', job: job.job, version: connection.apiVersion, behind: null }),
      };
    },
    pages: async function* (ask, text): AsyncGenerator<TablePage> {
      const mark = readMark(text);
      if (mark.by === 'end') return;
      if (mark.by === 'query') {
        yield* pagesOfQuery(session, ask, mark, soqlOf(ask, changeFieldOf(await needed(ask))));
        return;
      }
      if (mark.version !== connection.apiVersion) throw new MarkIsStale('another version of the API gives the rows');
      const total = await completed(session, mark.job, ask, begun.has(mark.job));
      yield* pagesOfJob(session, ask, mark, total);
    },
    usage: wire.usage,
    // A session ends by itself; ended by us, it might be one that another pull still uses.
    close: () => Promise.resolve(),
  };
}

async function describedFor(
  describe: (object: string) => Promise<Described | null>,
  ask: TableAsk,
): Promise<Described> {
  const described = await describe(ask.object);
  if (described) return described;
  throw new PullFault(
    'input',
    `Salesforce shows no object "${ask.object}" to the user who pulls`,
    "check its name, or give the user's permission set read access to it",
    ask.at,
  );
}

const objectsSchema = z.object({ sobjects: z.array(z.object({ name: z.string(), queryable: z.boolean() })) });

function objectsSeen(session: Session): Promise<readonly string[]> {
  return session.ask({
    what: 'the list of objects',
    call: async ({ jsforce }) => {
      const told = objectsSchema.safeParse(await jsforce.describeGlobal());
      if (!told.success) throw new Passing('Salesforce answered with something that is not the list of its objects');
      return told.data.sobjects.filter(({ queryable }) => queryable).map(({ name }) => name);
    },
  });
}

/** The server's clock. Asked before a query is, it is never later than what the query finds. */
function clock(session: Session): Promise<number> {
  return session.ask({ what: 'its time', call: async ({ fetch }) => clockOf(await accepted(await fetch('/limits'))) });
}

function pageInPlaceOfData({ address, placeOf }: SalesforceConnection): PullFault {
  return new PullFault(
    'input',
    `${address.host} answered with a web page, or led to one, and not with data`,
    'write your My Domain: https://company.my.salesforce.com; Setup, My Domain shows it',
    placeOf('at'),
  );
}
