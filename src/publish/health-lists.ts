import { readHealthKeys } from '../store/health.ts';
import type { HealthList } from '../values/cases.ts';
import type { Kysely } from 'kysely';
import type { Database } from '../store/database.ts';
import { caseColumns, caseRows, type Listing } from './case-rows.ts';
import type { AnyTables } from '../store/bulk.ts';

/** For managers: the records that each check found, with their pages in the CRM, in the order in which they were kept. */
export async function healthLists(
  task: Omit<Listing, 'db'> & { readonly db: Kysely<Database> },
): Promise<HealthList[]> {
  const listing: Listing = { ...task, db: task.db as unknown as Kysely<AnyTables> };
  const lists: HealthList[] = [];
  for (const { keys, ...finding } of await readHealthKeys(task.db)) {
    const kind = task.catalogue.kinds.find(({ name }) => name === finding.kind);
    if (!kind || keys.length === 0) continue;
    const rows = new Map((await caseRows(listing, kind, keys, keys.length)).map((row) => [row.key, row]));
    const cases = keys.flatMap((key) => rows.get(key) ?? []);
    lists.push({ ...finding, columns: caseColumns(kind, task.catalogue), cases });
  }
  return lists;
}
