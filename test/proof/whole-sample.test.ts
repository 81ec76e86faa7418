/** The sample company read a second time: every metric, period and member of its agreement. */
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { differences, readPlainly } from '../plain/two-readings.ts';
import { runCase } from '../cases/run-case.ts';
import type { AnyRecords } from '../plain/any-records.ts';
import type { Catalogue } from '../../src/values/catalogue.ts';

const sample = fileURLToPath(new URL('../../data/sample', import.meta.url));

test('the whole agreement of the sample comes to the same, read plainly from its records', async () => {
  const { company, values, readings, task, end } = await runCase({
    data: sample,
    exports: `${sample}/exports`,
    now: '2026-11-09T08:00:00Z',
  });
  try {
    const { catalogue, agreement } = company;
    const records = recordsIn(task.database, catalogue);
    // A number is as of the oldest file that it reads: those that read the file that lags are read as of then.
    const byAsOf = Map.groupBy(readings, ({ asOf }) => asOf ?? 0);
    expect([...byAsOf.values()].map((some) => some.length > 3)).toEqual(expect.arrayContaining([true, false]));
    for (const [asOf, some] of byAsOf) {
      const slugs = new Set(some.map(({ metric }) => metric));
      const metrics = agreement.metrics.filter(({ slug }) => slugs.has(slug));
      const plain = readPlainly({ ...agreement, metrics }, records, asOf, catalogue);
      expect(
        differences(
          values.filter(({ metric }) => slugs.has(metric)),
          plain,
        ),
      ).toEqual([]);
    }
  } finally {
    await end();
  }
});

/** The records as the ingest left them. */
function recordsIn(file: string, { kinds }: Catalogue): AnyRecords {
  const db = new Database(file, { readonly: true });
  try {
    const rows = (table: string) => db.prepare<[], Row>(`select * from "${table}" order by place`).all();
    const records = kinds.map(({ name, table }) => [
      name,
      rows(table).map(({ key, place, ...cells }) => ({ key, place, cells })),
    ]);
    return Object.fromEntries(records) as AnyRecords;
  } finally {
    db.close();
  }
}

type Row = { key: string; place: number } & Record<string, string | number | null>;
