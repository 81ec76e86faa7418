/** The rows of a job: https://developer.salesforce.com/docs/atlas.en-us.api_asynch.meta/api_asynch/query_get_job_results.htm */
import type { TableAsk, TablePage } from '../connector.ts';
import { Passing, PullFault } from '../pull-fault.ts';
import { cellsOf, endOfRow, rearranged, RowCutter, textOfCell } from './csv-rows.ts';
import { noSuchField, sameName } from './fault-of.ts';
import { writeMark, type JobMark } from './mark.ts';
import { staleOf } from './query-job.ts';
import { accepted, times, type Session } from './session.ts';
import { selected } from './soql.ts';
import { cut } from './wire.ts';

/** Rows of a page: a call of the API for so many, and no more than that is asked for again where a connection is cut. */
const maxRecords = 50_000;

/** The pages of a job behind a mark. `total`: rows in all. */
export async function* pagesOfJob(
  session: Session,
  ask: TableAsk,
  mark: JobMark,
  total: number | null,
): AsyncGenerator<TablePage> {
  for (let behind = mark.behind; ;) {
    const locator = behind;
    const open = () => openPage(session, ask, mark.job, locator);
    const response = await open();
    const rows = rowsOf(response);
    behind = locatorOf(response);
    const next = behind === null ? writeMark({ by: 'end' }) : writeMark({ ...mark, behind });
    const told = { isFirst: locator === null, expected: rows };
    yield { csv: wholeRows(session, ask, response, open, told), rows, mark: next, total };
    if (behind === null) return;
  }
}

function openPage(session: Session, ask: TableAsk, job: string, locator: string | null): Promise<Response> {
  const from = locator === null ? '' : `&locator=${encodeURIComponent(locator)}`;
  return session.ask({
    what: `the rows of ${ask.object}`,
    asked: ask,
    call: async ({ fetch }) => {
      const response = await accepted(await fetch(`/jobs/query/${job}/results?maxRecords=${maxRecords}${from}`));
      if (response.status !== 200)
        throw new Passing(`Salesforce has no rows of ${ask.object} ready (status ${response.status})`);
      return response;
    },
    refused: staleOf(ask),
  });
}

/** As long as the job is there, a locator gives the same rows: after a cut, those that were given out are skipped. */
async function* wholeRows(
  session: Session,
  ask: TableAsk,
  first: Response,
  open: () => Promise<Response>,
  { isFirst, expected }: { readonly isFirst: boolean; readonly expected: number | null },
): AsyncGenerator<Uint8Array> {
  let response = first;
  let given = 0;
  for (let tried = 1; ; tried += 1) {
    const before = given;
    try {
      for await (const { rows, count } of rowsIn(response, ask, isFirst, given)) {
        given += count;
        yield rows;
      }
      if (expected === null || given === expected) return;
      throw new Passing(`Salesforce sent ${given} rows of ${ask.object} and had promised ${expected}`);
    } catch (error) {
      if (!(error instanceof Passing) || (expected !== null && given > expected)) throw error;
      if (given > before) tried = 1;
      if (tried >= times) throw error;
      await session.world.wait(session.world.chance() * 2 ** tried);
      response = await open();
    }
  }
}

/** Whole rows of an answer in the order of the ask, behind its header and behind those that were given out before. */
async function* rowsIn(
  response: Response,
  ask: TableAsk,
  isFirst: boolean,
  given: number,
): AsyncGenerator<{ rows: Buffer; count: number }> {
  let header: { readonly width: number; readonly order: Order } | null = null;
  let skip = given;
  for await (const { whole, count: counted, isLast } of wholeParts(response)) {
    let rows = whole;
    let count = counted;
    if (header === null) {
      const end = endOfRow(rows);
      const names = cellsOf(rows.subarray(0, end)).map(textOfCell);
      const asked = selected(ask);
      const isWhole = asked.every((field) => names.some((name) => sameName(name, field)));
      if (isLast && !isWhole) throw endedEarly(ask);
      // Only the first rows of a job surely stand below a header; without one they are as they were asked for.
      const isHeader = isFirst || isWhole;
      header = { width: names.length, order: orderOf(isHeader ? names : asked, ask) };
      if (isHeader) {
        rows = rows.subarray(end);
        count -= 1;
      }
    }
    // A last row without its line feed may have lost more than that.
    else if (isLast && cellsOf(rows).length !== header.width) throw endedEarly(ask);
    for (; skip > 0 && count > 0; skip -= 1, count -= 1) rows = rows.subarray(endOfRow(rows));
    if (count > 0) yield { rows: header.order === 'as it is' ? rows : rearranged(rows, header.order), count };
  }
}

function endedEarly({ object }: TableAsk): Passing {
  return new Passing(`an answer with rows of ${object} ended in the middle of one`);
}

/** `isLast`: a row that the answer ended with, though no line feed does. */
async function* wholeParts(response: Response): AsyncGenerator<{ whole: Buffer; count: number; isLast: boolean }> {
  const cutter = new RowCutter();
  const body = response.body?.[Symbol.asyncIterator]();
  try {
    for (;;) {
      const next = await body?.next().catch((error: unknown) => {
        throw cut(error);
      });
      if (!next || next.done) break;
      const part = cutter.push(next.value);
      if (part !== null) yield { ...part, isLast: false };
    }
  } finally {
    // Whoever stops reading leaves no connection open.
    await body?.return?.().catch(() => {});
  }
  const last = cutter.end();
  if (last !== null) yield { whole: last, count: 1, isLast: true };
}

/** Which of the header's columns stands where. */
type Order = readonly number[] | 'as it is';

/** Columns are asked for in this order, so that almost always nothing is to be done. */
function orderOf(header: readonly string[], ask: TableAsk): Order {
  const isAsAsked =
    header.length === ask.columns.length && ask.columns.every(({ field }, at) => sameName(header[at] ?? '', field));
  if (isAsAsked) return 'as it is';
  // No rows at all: some answers then have no header either.
  if (header.length === 1 && header[0] === '') return [];
  if (!selected(ask).some((field) => header.some((name) => sameName(name, field))))
    throw new PullFault(
      'machine',
      `Salesforce sent rows of ${ask.object} without a header`,
      'start the pull again',
      ask.at,
    );
  return ask.columns.map(({ field }) => {
    const at = header.findIndex((name) => sameName(name, field));
    if (at < 0) throw noSuchField(ask, field, header);
    return at;
  });
}

function rowsOf(response: Response): number | null {
  const told = response.headers.get('sforce-numberofrecords') ?? '';
  return /^\d+$/.test(told) ? Number(told) : null;
}

/** Null: these are the last rows. */
function locatorOf(response: Response): string | null {
  const told = response.headers.get('sforce-locator') ?? '';
  return told === '' || told === 'null' ? null : told;
}
