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
  const { company, values, task, end } = await runCase({
    data: sample,
    exports: `${sample}/exports`,
    now: '2026-11-09T08:00:00Z',
  });
  try {
    const { catalogue, agreement } = company;
    const { records, asOf } = recordsIn(task.database, catalogue);
    expect(differences(values, readPlainly(agreement, records, asOf, catalogue))).toEqual([]);
  } finally {
    await end();
  }
});

/** The records as the ingest left them, all of one export. */
function recordsIn(file: string, { kinds }: Catalogue): { records: AnyRecords; asOf: number } {
  const db = new Database(file, { readonly: true });
  try {
    const exported = db.prepare<[], { asOf: number }>('select distinct as_of as asOf from file_account').all();
    expect(exported).toHaveLength(1);
    const rows = (table: string) => db.prepare<[], Row>(`select * from "${table}" order by place`).all();
    const records = kinds.map(({ name, table }) => [
      name,
      rows(table).map(({ key, place, ...cells }) => ({ key, place, cells })),
    ]);
    return { records: Object.fromEntries(records) as AnyRecords, asOf: exported[0]?.asOf ?? 0 };
  } finally {
    db.close();
  }
}

type Row = { key: string; place: number } & Record<string, string | number | null>;
