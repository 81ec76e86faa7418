import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import * as c from '../measure/company.ts';
import { measure } from '../../../src/measure/measure.ts';
import { isReservedTable } from '../../../src/store/reserved-tables.ts';

test('every table that a measured store has is that of a kind of records, or reserved', async () => {
  const agreement = c.agreementOf({ metrics: [c.metric('leads', [c.wording('lead')])] });
  const db = await c.storeWith({ lead: [{ key: 'a', created: 1_790_000_000 }] }, '2026-11-09T05:40:00Z');
  await measure({ db, agreement, catalogue: c.catalogue });
  const tables = (await db.introspection.getTables()).map(({ name }) => name);
  await db.destroy();
  const kinds = new Set(c.catalogue.kinds.map(({ table }) => table));
  expect(tables.filter((table) => !kinds.has(table) && !isReservedTable(table))).toEqual([]);
  expect(tables.filter((table) => kinds.has(table) && isReservedTable(table))).toEqual([]);
  expect(['slot', 'measured_fact', 'ticket'].map(isReservedTable)).toEqual([true, true, false]);
});

test('no kind of a company may have the name of a table that an ingest works with', async () => {
  const files = await readdir('src/records', { recursive: true });
  const texts = await Promise.all(
    files.filter((file) => file.endsWith('.ts')).map((file) => readFile(join('src/records', file), 'utf8')),
  );
  const made = texts.flatMap((text) => [...text.matchAll(/create table (?!if\b)(\w+)/g)].map(([, name = '']) => name));
  expect(made.length).toBeGreaterThan(5);
  expect(made.filter((name) => !isReservedTable(name))).toEqual([]);
});
