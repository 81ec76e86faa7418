/** Rows of objects that Bulk API 2.0 can't query, by queries that are answered at once, 2,000 rows each: https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_queryall.htm */
import { z } from 'zod';
import type { TableAsk, TablePage } from '../connector.ts';
import { Passing } from '../pull-fault.ts';
import { rowOf } from './csv-rows.ts';
import { sameName } from './fault-of.ts';
import { writeMark, type QueryMark } from './mark.ts';
import { staleOf } from './query-job.ts';
import { accepted, type Session } from './session.ts';
import { textOf } from './wire.ts';

const pageSchema = z.object({
  totalSize: z.number().int(),
  done: z.boolean(),
  nextRecordsUrl: z.string().optional(),
  records: z.array(z.record(z.string(), z.unknown())),
});
type Page = z.infer<typeof pageSchema>;

export async function* pagesOfQuery(
  session: Session,
  ask: TableAsk,
  mark: QueryMark,
  soql: string,
): AsyncGenerator<TablePage> {
  for (let behind = mark.behind; ;) {
    const page = await askPage(
      session,
      ask,
      behind === null ? `/queryAll?q=${encodeURIComponent(soql)}` : `/query/${behind}`,
    );
    behind = page.done ? null : cursorOf(page);
    yield {
      csv: [
        Buffer.from(
          page.records.map((record) => rowOf(ask.columns.map(({ field }) => valueOf(record, field)))).join(''),
        ),
      ],
      rows: page.records.length,
      mark: writeMark(behind === null ? { by: 'end' } : { ...mark, behind }),
      total: page.totalSize,
    };
    if (behind === null) return;
  }
}

function askPage(session: Session, ask: TableAsk, path: string): Promise<Page> {
  return session.ask({
    what: `the query of ${ask.object}`,
    asked: ask,
    call: async ({ fetch }) => {
      const text = await textOf(await accepted(await fetch(path)));
      const told = pageSchema.safeParse(parsed(text));
      if (!told.success)
        throw new Passing(`Salesforce answered the query of ${ask.object} with something that is no rows`);
      return told.data;
    },
    // Where a query's rows lie is forgotten after two days.
    refused: path.startsWith('/query/') ? staleOf(ask) : () => undefined,
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Of `/services/data/v64.0/query/01gD0000002HU6KIAW-2000` what stands behind the last slash. */
function cursorOf({ nextRecordsUrl = '' }: Page): string {
  const cursor = /\/query\/([\w-]+)$/.exec(nextRecordsUrl)?.[1];
  if (cursor === undefined) throw new Passing('Salesforce did not tell where the next rows lie');
  return cursor;
}

/** A value as query jobs write it. */
function valueOf(record: Readonly<Record<string, unknown>>, field: string): string | null {
  let value: unknown = record;
  for (const name of field.split('.')) {
    const parent = z.record(z.string(), z.unknown()).safeParse(value);
    value = parent.success ? Object.entries(parent.data).find(([key]) => sameName(key, name))?.[1] : null;
  }
  if (typeof value === 'string') return value.replace(/^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3})\+0000$/, '$1Z');
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : null;
}
