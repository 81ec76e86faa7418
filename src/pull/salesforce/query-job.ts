/** Query jobs of Bulk API 2.0: https://developer.salesforce.com/docs/atlas.en-us.api_asynch.meta/api_asynch/queries.htm */
import { z } from 'zod';
import { MarkIsStale, type TableAsk } from '../connector.ts';
import { Passing, PullFault } from '../pull-fault.ts';
import { faultOf } from './fault-of.ts';
import { isNotThere, Refusal } from './refusal.ts';
import { accepted, type Session } from './session.ts';
import { clockOf, textOf } from './wire.ts';

const createdSchema = z.object({ id: z.string().regex(/^\w{15,18}$/) });
const jobSchema = z.object({
  state: z.enum(['UploadComplete', 'InProgress', 'JobComplete', 'Aborted', 'Failed', 'Open']),
  numberRecordsProcessed: z.number().int().nullish(),
  errorMessage: z.string().nullish(),
});
type Job = z.infer<typeof jobSchema>;

/** Begins a job that also finds what was deleted, merged and archived. Null: Bulk API 2.0 can't query this object. */
export function beginJob(
  session: Session,
  ask: TableAsk,
  soql: string,
): Promise<{ job: string; until: number } | null> {
  const what = `the query of ${ask.object}`;
  return session.ask<{ job: string; until: number } | null>({
    what,
    asked: ask,
    call: async ({ fetch }) => {
      const query = {
        operation: 'queryAll',
        query: soql,
        contentType: 'CSV',
        columnDelimiter: 'COMMA',
        lineEnding: 'LF',
      };
      const response = await accepted(await fetch('/jobs/query', query));
      return { job: (await read(response, createdSchema, what)).id, until: clockOf(response) };
    },
    // No list says which they are; the job does.
    refused: ({ code, words }) =>
      /is not supported by the Bulk|API does not support query/i.test(words) && code !== 'INVALID_TYPE'
        ? null
        : undefined,
  });
}

/** The first wait for a job, the longest one, and after how long it is left to the next pull, in seconds. */
const waits = { first: 2, factor: 1.5, longest: 60, inAll: 2 * 3600 };

/** Waits until a job is complete; how many rows it has. `isOurs`: it was begun in this session, else one that failed is begun anew. */
export async function completed(session: Session, job: string, ask: TableAsk, isOurs: boolean): Promise<number | null> {
  let waited = 0;
  for (let wait = waits.first; ; wait = Math.min(wait * waits.factor, waits.longest)) {
    const { state, numberRecordsProcessed, errorMessage } = await stateOf(session, job, ask);
    if (state === 'JobComplete') return numberRecordsProcessed ?? null;
    if (state === 'Failed' || state === 'Aborted') {
      if (!isOurs) throw new MarkIsStale(`the job of ${ask.object} ended as ${state}`);
      throw ended(state, errorMessage ?? '', ask);
    }
    if (waited >= waits.inAll)
      throw new Passing(`the query of ${ask.object} has not ended after ${Math.round(waited / 60)} minutes`);
    await session.world.wait(wait);
    waited += wait;
  }
}

function stateOf(session: Session, job: string, ask: TableAsk): Promise<Job> {
  const what = `the state of the query of ${ask.object}`;
  return session.ask({
    what,
    asked: ask,
    call: async ({ fetch }) => read(await accepted(await fetch(`/jobs/query/${job}`)), jobSchema, what),
    refused: staleOf(ask),
  });
}

/** Jobs and their results are kept for seven days. */
export function staleOf({ object }: TableAsk): (refusal: Refusal) => undefined {
  return (refusal) => {
    const isGone =
      isNotThere(refusal) || /^INVALID_?JOB|^INVALID_(?:ID_FIELD|LOCATOR|QUERY_LOCATOR)$/.test(refusal.code);
    if (isGone || /\blocator\b/i.test(refusal.words))
      throw new MarkIsStale(`Salesforce no longer has the rows of ${object}`);
    return undefined;
  };
}

/** In Salesforce's own words: `InvalidBatch : Failed to process query: INVALID_FIELD: No such column ...` */
function ended(state: 'Failed' | 'Aborted', words: string, ask: TableAsk): PullFault {
  if (state === 'Aborted')
    return new PullFault(
      'machine',
      `somebody stopped the query of ${ask.object} in Salesforce`,
      'start the pull again',
    );
  const code = /\b([A-Z]+(?:_[A-Z]+)+)\b/.exec(words)?.[1] ?? null;
  const names = /No such column|compound data/i.test(words) || code !== null;
  if (names) return faultOf(new Refusal(code ?? 'INVALID_FIELD', words, null), `the query of ${ask.object}`, ask);
  const said = words === '' ? 'without a reason' : `"${words.replace(/\s+/g, ' ')}"`;
  return new PullFault(
    'machine',
    `the query of ${ask.object} failed in Salesforce: ${said}`,
    'start the pull again',
    ask.at,
  );
}

async function read<Schema extends z.ZodType>(
  response: Response,
  schema: Schema,
  what: string,
): Promise<z.infer<Schema>> {
  const text = await textOf(response);
  let json: unknown = null;
  try {
    json = JSON.parse(text);
  } catch {
    // It is no such answer either.
  }
  const told = schema.safeParse(json);
  if (!told.success) throw new Passing(`Salesforce answered with something that is not ${what}`);
  return told.data;
}
