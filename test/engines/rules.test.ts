import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { dataOf, now, ruleOf, rules } from '../cases/rules/rule-folders.ts';
import { runCase } from '../cases/run-case.ts';
import { differences, measuredByBoth } from './on-postgres.ts';

test.each(rules.map((name) => [ruleOf(name), name] as const))('on PostgreSQL, too: %s', async (_, name) => {
  const data = dataOf(name);
  const run = await runCase({ data, exports: join(data, 'exports'), now });
  try {
    const { onSqlite, onPostgres } = await measuredByBoth(run);
    expect(onSqlite.values.length).toBeGreaterThan(0);
    expect(differences(onSqlite.values, onPostgres.values)).toEqual([]);
  } finally {
    await run.end();
    rmSync(data, { recursive: true });
  }
});
