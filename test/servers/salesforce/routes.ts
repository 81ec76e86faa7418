import { randomBytes } from 'node:crypto';
import type { Answer } from './faults.ts';
import { csvOf, fieldsOf, found, recordOf, type Row } from './objects.ts';
import type { State } from './salesforce-server.ts';
import { readSoql, Refused } from './soql.ts';

/** A query job; its rows are those of the moment in which it was made. */
export interface Job {
  readonly object: string;
  readonly operation: string;
  readonly soql: string;
  readonly fields: readonly string[];
  readonly rows: readonly Row[];
  readonly polled: number;
  readonly ends: { readonly as: 'Failed' | 'Aborted'; readonly errorMessage: string } | null;
}

interface Request {
  readonly line: string;
  readonly body: string;
  readonly authorization: string;
}

type Route = (state: State, found: readonly string[], request: Request, now: number) => Answer;

/** In the order in which they are tried. */
const routes: readonly (readonly [RegExp, Route])[] = [
  [/^GET \/sobjects$/, listed],
  [/^GET \/sobjects\/(\w+)\/describe$/, described],
  [/^GET \/limits$/, limits],
  [/^GET \/(query|queryAll)\?q=([^&]+)$/, queried],
  [/^GET \/query\/(\w+)-(\d+)$/, queriedOn],
  [/^POST \/jobs\/query$/, jobMade],
  [/^GET \/jobs\/query\/(\w+)$/, jobTold],
  [/^GET \/jobs\/query\/(\w+)\/results\?maxRecords=(\d+)(?:&locator=([^&]+))?$/, results],
];

/** What a request is answered, where nothing goes wrong. `now`: the server's clock, seconds since 1970. */
export function answerOf(state: State, request: Request, now: number): Answer {
  if (request.line === 'POST /services/oauth2/token') return token(state, request.body, now);
  const [, method = '', version = '', rest = ''] = /^(\w+) \/services\/data\/v([\d.]+)(\/.*)$/.exec(request.line) ?? [];
  if (!state.versions.includes(version)) return notThere();
  if (!state.tokens.has(request.authorization.replace(/^Bearer /, '')))
    return refused(401, 'INVALID_SESSION_ID', 'Session expired or invalid');
  state.used += 1;
  const counted = { 'sforce-limit-info': `api-usage=${state.used}/${state.callsADay}` };
  for (const [pattern, route] of routes) {
    const groups = pattern.exec(`${method} ${rest}`);
    if (!groups) continue;
    const answer = attempted(() => route(state, groups.slice(1), request, now));
    return { ...answer, headers: { ...counted, ...answer.headers } };
  }
  return notThere();
}

function attempted(answer: () => Answer): Answer {
  try {
    return answer();
  } catch (error) {
    if (error instanceof Refused) return refused(400, error.code, error.message);
    throw error;
  }
}

function token(state: State, body: string, now: number): Answer {
  const asked = new URLSearchParams(body);
  const wrong = (error: string, words: string) => json({ error, error_description: words }, 400);
  if (asked.get('grant_type') !== 'client_credentials')
    return wrong('unsupported_grant_type', 'grant type not supported');
  if (asked.get('client_id') !== state.clientId) return wrong('invalid_client_id', 'client identifier invalid');
  if (asked.get('client_secret') !== state.clientSecret) return wrong('invalid_client', 'invalid client credentials');
  const access = `00DHw0000000001!${randomBytes(24).toString('base64url')}`;
  state.tokens.add(access);
  const id = `${state.address}/id/00DHw0000000001MAA/005Hw0000000001IAA`;
  const issued = { token_type: 'Bearer', issued_at: String(Math.floor(now * 1000)), signature: 'c2lnbmF0dXJl' };
  return json({ access_token: access, scope: 'api', instance_url: state.address, id, ...issued });
}

function listed({ tables }: State): Answer {
  const sobjects = Object.keys(tables).map((name) => ({
    name,
    label: name,
    queryable: true,
    custom: name.endsWith('__c'),
  }));
  return json({ encoding: 'UTF-8', maxBatchSize: 200, sobjects });
}

function described({ tables }: State, [name = '']: readonly string[]): Answer {
  const table = tables[name];
  return table ? json({ name, label: name, queryable: true, fields: fieldsOf(table) }) : notThere();
}

function limits({ callsADay, used, jobsLeft }: State): Answer {
  return json({
    DailyApiRequests: { Max: callsADay, Remaining: callsADay - used },
    DailyBulkV2QueryJobs: { Max: 10_000, Remaining: jobsLeft },
  });
}

/** Rows that are answered at once come 2,000 at a time. */
const rowsAtOnce = 2000;

function queried(state: State, [how, text = '']: readonly string[]): Answer {
  const query = readSoql(decodeURIComponent(text), state.tables);
  const table = state.tables[query.object] ?? { columns: [], rows: [] };
  const rows = found(table, query, how === 'queryAll');
  if (query.fields === null) return json({ totalSize: rows.length, done: true, records: [] });
  const { fields, object } = query;
  const cursor = `01gHw${randomBytes(6).toString('hex')}AAA`;
  state.cursors.set(cursor, { records: rows.map((row) => recordOf(table, object, fields, row)), from: 0 });
  return recordsFrom(state, cursor, 0);
}

function queriedOn(state: State, [cursor = '', from = '']: readonly string[]): Answer {
  return recordsFrom(state, cursor, Number(from));
}

function recordsFrom(state: State, cursor: string, from: number): Answer {
  const records = state.cursors.get(cursor)?.records;
  if (!records) return refused(400, 'INVALID_QUERY_LOCATOR', 'invalid query locator');
  const to = from + Math.min(rowsAtOnce, state.rowsAPage);
  const next = to < records.length ? { nextRecordsUrl: `/services/data/v64.0/query/${cursor}-${to}` } : {};
  return json({ totalSize: records.length, done: to >= records.length, ...next, records: records.slice(from, to) });
}

function jobMade(state: State, _: readonly string[], { body }: Request, now: number): Answer {
  const asked: unknown = JSON.parse(body);
  const expected =
    '{"operation":"queryAll","query":"","contentType":"CSV","columnDelimiter":"COMMA","lineEnding":"LF"}';
  const soql = Reflect.get(Object(asked), 'query');
  if (typeof soql !== 'string' || JSON.stringify({ ...Object(asked), query: '' }) !== expected)
    return refused(400, 'INVALIDJOB', 'Unable to parse job');
  const query = readSoql(soql, state.tables);
  const table = state.tables[query.object];
  if (!table || table.isNotBulk)
    return refused(400, 'INVALIDENTITY', `Entity '${query.object}' is not supported by the Bulk API.`);
  const id = `750Hw${randomBytes(5).toString('hex')}AAA`;
  const { object, fields } = query;
  const ends = state.jobs.get('next')?.ends ?? null;
  const job: Job = {
    object,
    operation: 'queryAll',
    soql,
    fields: fields ?? [],
    rows: found(table, query, true),
    polled: 0,
    ends,
  };
  state.jobs.set(id, job);
  return json({ ...toldOf(id, job, now), state: 'UploadComplete' });
}

function toldOf(id: string, { object, operation }: Job, now: number): object {
  const when = new Date(now * 1000).toISOString().replace('Z', '+0000');
  return {
    id,
    operation,
    object,
    createdById: '005Hw0000000001IAA',
    createdDate: when,
    systemModstamp: when,
    concurrencyMode: 'Parallel',
    contentType: 'CSV',
    apiVersion: 64,
    lineEnding: 'LF',
    columnDelimiter: 'COMMA',
  };
}

function jobTold(state: State, [id = '']: readonly string[], _: Request, now: number): Answer {
  const job = state.jobs.get(id);
  if (!job) return notThere();
  state.jobs.set(id, { ...job, polled: job.polled + 1 });
  const told = { ...toldOf(id, job, now), jobType: 'V2Query', retries: 0, totalProcessingTime: 334 };
  if (job.ends)
    return json({ ...told, state: job.ends.as, errorMessage: job.ends.errorMessage, numberRecordsProcessed: 0 });
  if (job.polled < state.polls) return json({ ...told, state: 'InProgress', numberRecordsProcessed: 0 });
  return json({ ...told, state: 'JobComplete', numberRecordsProcessed: job.rows.length, isPkChunkingSupported: true });
}

function results(state: State, [id = '', max = '', locator]: readonly string[]): Answer {
  const job = state.jobs.get(id);
  if (!job) return notThere();
  const from = locator === undefined ? 0 : Number(Buffer.from(decodeURIComponent(locator), 'base64').toString());
  if (!Number.isInteger(from)) return refused(400, 'INVALID_LOCATOR', `Invalid locator: ${locator}`);
  const to = Math.min(from + Math.min(Number(max), state.rowsAPage), job.rows.length);
  const headers = {
    'content-type': 'text/csv',
    'sforce-numberofrecords': String(to - from),
    'sforce-locator': to < job.rows.length ? Buffer.from(String(to)).toString('base64') : 'null',
  };
  return { status: 200, headers, body: csvOf(job.fields, job.rows.slice(from, to)) };
}

function json(value: object, status = 200): Answer {
  return { status, headers: { 'content-type': 'application/json;charset=UTF-8' }, body: JSON.stringify(value) };
}

function refused(status: number, errorCode: string, message: string): Answer {
  return json([{ message, errorCode }], status);
}

function notThere(): Answer {
  return refused(404, 'NOT_FOUND', 'The requested resource does not exist');
}
